import { draftLinks, type DraftLink } from "../../shared/api/draft-links.ts";
import { publications as api, type Publication } from "../../shared/api/publications.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { FileContent } from "../../shared/project.ts";
import type { Hideable } from "../../shared/site/hidden-fields.ts";
import { checkManifest, type SiteFile } from "../../shared/site/published-files.ts";
import type { ApiClient } from "../api/open-client.ts";
import type { PublishStep } from "./publish-acts.ts";
import { sha256 } from "./sha256.ts";

/** Bytes of one upload; a single larger file goes alone. */
const BATCH_BYTES = 4_000_000;
/** Packing megabytes takes the server a while, on a slow line sending them does. */
const PATIENCE = { timeoutMs: 120_000 };
/** A lost answer or a removed file is made good by asking again; more than so often something else is wrong. */
const ROUNDS = 3;

interface Sent {
  readonly hash: string;
  readonly bytes: Uint8Array;
}

type Pointed<Place> =
  | { readonly status: "live"; readonly place: Place }
  | { readonly status: "files-missing"; readonly missing: string[] };

/** Where a finished site goes: what is there is said first, then what is missing is sent, then it is shown. */
interface Receiver<Place> {
  readonly begin: (body: {
    readonly files: Record<string, SiteFile>;
    readonly hidden: Hideable[];
  }) => Promise<Result<{ buildId: string; missing: string[] }>>;
  readonly send: (buildId: string, files: FormData) => Promise<Result<unknown>>;
  readonly point: (buildId: string) => Promise<Result<Pointed<Place>>>;
}

type Client = Pick<ApiClient, "call">;

/** The address of a site. */
export function siteAt(client: Client, publicationId: string): Receiver<Publication> {
  const params = { publicationId };
  return {
    begin: (body) => client.call(api.beginBuild, { params, body }, PATIENCE),
    send: (buildId, body) =>
      client.call(api.sendFiles, { params: { ...params, buildId }, body } as never, PATIENCE),
    point: async (buildId) => {
      const pointed = await client.call(api.point, { params, body: { buildId } }, PATIENCE);
      if (!pointed.ok || pointed.value.status !== "live") return pointed as Result<never>;
      return ok({ status: "live", place: pointed.value.publication });
    },
  };
}

/** The link to a draft. */
export function draftAt(client: Client, draftId: string): Receiver<DraftLink> {
  const params = { draftId };
  return {
    begin: (body) => client.call(draftLinks.beginBuild, { params, body }, PATIENCE),
    send: (buildId, body) =>
      client.call(
        draftLinks.sendFiles,
        { params: { ...params, buildId }, body } as never,
        PATIENCE,
      ),
    point: async (buildId) => {
      const pointed = await client.call(draftLinks.point, { params, body: { buildId } }, PATIENCE);
      if (!pointed.ok || pointed.value.status !== "live") return pointed as Result<never>;
      return ok({ status: "live", place: pointed.value.draft });
    },
  };
}

/**
 * Sends a finished site and shows it: only contents that aren’t there go up, and what has gone stays when
 * it is cut, so that the next try goes on. Visitors see the old site until the new one is whole.
 */
export async function sendSite<Place>(given: {
  readonly receiver: Receiver<Place>;
  readonly files: Readonly<Record<string, FileContent>>;
  readonly hidden: readonly Hideable[];
  readonly onStep: (step: PublishStep) => void;
}): Promise<Result<Place>> {
  const { receiver, onStep } = given;
  const contents = new Map<string, Sent>();
  const manifest: Record<string, SiteFile> = {};
  await Promise.all(
    Object.entries(given.files).map(async ([path, content]) => {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      const hash = await sha256(bytes);
      manifest[path] = { hash, size: bytes.length };
      contents.set(hash, { hash, bytes });
    }),
  );
  const checked = checkManifest(manifest);
  if (!checked.ok) return checked;
  onStep("upload");
  const body = { files: manifest, hidden: [...given.hidden] };
  const begun = await receiver.begin(body);
  if (!begun.ok) return begun;
  const { buildId } = begun.value;
  let { missing } = begun.value;
  for (let round = 0; round < ROUNDS; round++) {
    const due = missing.map((hash) => contents.get(hash)!);
    const sent = await sendFiles(receiver, buildId, due);
    if (!sent.ok) return sent;
    onStep("live");
    const pointed = await receiver.point(buildId);
    if (!pointed.ok) return pointed;
    if (pointed.value.status === "live") return ok(pointed.value.place);
    ({ missing } = pointed.value);
  }
  return fail(NEVER_WHOLE);
}

async function sendFiles(
  receiver: Pick<Receiver<unknown>, "send">,
  buildId: string,
  files: readonly Sent[],
): Promise<Result<void>> {
  for (const batch of batches(files)) {
    const body = new FormData();
    for (const { hash, bytes } of batch) {
      body.append(hash, new Blob([bytes as Uint8Array<ArrayBuffer>]), hash);
    }
    const sent = await receiver.send(buildId, body);
    if (!sent.ok) return sent;
  }
  return ok(undefined);
}

/** Contents by what one upload takes. */
export function* batches(files: readonly Sent[]): Generator<readonly Sent[]> {
  let batch: Sent[] = [];
  let size = 0;
  for (const file of files) {
    if (batch.length > 0 && size + file.bytes.length > BATCH_BYTES) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(file);
    size += file.bytes.length;
  }
  if (batch.length > 0) yield batch;
}

const NEVER_WHOLE: Failure = {
  kind: "unavailable",
  message: "The site’s files didn’t all arrive.",
  nextStep: "Publish again: what has arrived isn’t sent anew, and your address shows what it did.",
  retryable: true,
};
