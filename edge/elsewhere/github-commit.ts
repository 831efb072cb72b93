/** One commit by GitHub’s Git Data API (https://docs.github.com/rest/git). */
import { z } from "zod";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { SentManifest } from "../../shared/site/elsewhere.ts";
import type { OtherHost, Place, Sending, SentContent } from "./other-host.ts";
import { arrivedDamaged, expectAnswer, type Wire } from "./wire.ts";

const sha = z.object({ sha: z.string() });
const reference = z.object({ object: sha });
const commit = z.object({ sha: z.string(), tree: sha });
const tree = z.object({
  tree: z.array(z.object({ path: z.string(), type: z.string(), sha: z.string().nullish() })),
});
const written = z.object({ commit: sha });
const repository = z.object({ default_branch: z.string() });

interface Head {
  /** The commit; `null` in an empty repository. */
  readonly ref: string | null;
  readonly isNewBranch: boolean;
}

export const beginCommit = async (
  wire: Wire,
  place: Place,
  send: Parameters<OtherHost["begin"]>[1],
): ReturnType<OtherHost["begin"]> => {
  const head = await headOf(wire, place);
  if (!head.ok) return head;
  const { isNewBranch } = head.value;
  const ref = head.value.ref === null ? await firstCommit(wire, place) : ok(head.value.ref);
  if (!ref.ok) return ref;
  const asked = await wire.ask("GET", `/repos/${place.name}/git/commits/${ref.value}`);
  const top = expectAnswer("github", asked, commit);
  if (!top.ok) return top;
  const base = top.value.tree.sha;
  const there = await blobsOf(wire, place, base);
  if (!there.ok) return there;
  if (!send.onTop) {
    // A branch that isn't there yet begins at the repository's own: nothing of it is overwritten.
    const hasMoved = place.sent !== null && !isNewBranch && place.sent.ref !== ref.value;
    if (hasMoved) return fail(branchMoved(place.branch));
    const replaced = replacedBy(send.files, there.value, place);
    if (replaced.length > 0 && !isNewBranch) return fail(wouldReplace(replaced));
  }
  const known = new Set(there.value.values());
  const wanted = new Set(Object.values(send.files).map(({ hash }) => hash));
  const { id, files } = send;
  const sending: Sending = { id, files, ref: ref.value, tree: base, isNewBranch };
  return ok({ sending, missing: [...wanted].filter((hash) => !known.has(hash)) });
};

/** Files that aren’t ours and would be others afterwards. */
function replacedBy(files: SentManifest, there: ReadonlyMap<string, string>, place: Place) {
  if (place.sent !== null || place.isNew) return [];
  return Object.entries(files).flatMap(([path, { hash }]) =>
    there.has(path) && there.get(path) !== hash ? [path] : [],
  );
}

/** The branch’s commit; where there is no such branch, that of the repository’s own. */
async function headOf(wire: Wire, { name, branch }: Place): Promise<Result<Head>> {
  const refAt = (of: string) => wire.ask("GET", `/repos/${name}/git/ref/heads/${of}`);
  const own = await refAt(branch);
  if (!own.ok) return own;
  // 409: “Git Repository is empty.”
  if (own.value.status === 409) return ok({ ref: null, isNewBranch: false });
  if (own.value.status !== 404) {
    const parsed = expectAnswer("github", own, reference);
    return parsed.ok ? ok({ ref: parsed.value.object.sha, isNewBranch: false }) : parsed;
  }
  const asked = expectAnswer("github", await wire.ask("GET", `/repos/${name}`), repository);
  if (!asked.ok) return asked;
  const parsed = expectAnswer("github", await refAt(asked.value.default_branch), reference);
  return parsed.ok ? ok({ ref: parsed.value.object.sha, isNewBranch: true }) : parsed;
}

/** An empty repository takes no blobs; the Contents API alone can make its first commit. */
async function firstCommit(wire: Wire, { name, branch }: Place): Promise<Result<string>> {
  const made = await wire.ask("PUT", `/repos/${name}/contents/README.md`, {
    json: { message: "First commit", content: btoa("My website\n"), branch },
  });
  const parsed = expectAnswer("github", made, written);
  return parsed.ok ? ok(parsed.value.commit.sha) : parsed;
}

/** Path → hash of what a tree has. A cut list of a huge repository only makes us send more. */
async function blobsOf(
  wire: Wire,
  { name }: Place,
  base: string,
): Promise<Result<ReadonlyMap<string, string>>> {
  const asked = await wire.ask("GET", `/repos/${name}/git/trees/${base}`, {
    query: { recursive: "1" },
  });
  const listed = expectAnswer("github", asked, tree);
  if (!listed.ok) return listed;
  return ok(
    new Map(
      listed.value.tree.flatMap(({ path, type, sha: hash }) =>
        type === "blob" && hash ? [[path, hash] as const] : [],
      ),
    ),
  );
}

export async function sendBlob(
  wire: Wire,
  { name }: Place,
  { hash, bytes }: SentContent,
): Promise<Result<void>> {
  const sent = await wire.ask("POST", `/repos/${name}/git/blobs`, {
    json: { content: Buffer.from(bytes).toString("base64"), encoding: "base64" },
  });
  const parsed = expectAnswer("github", sent, sha);
  if (!parsed.ok) return parsed;
  return parsed.value.sha === hash ? ok(undefined) : fail(arrivedDamaged("github"));
}

export async function finishCommit(
  wire: Wire,
  place: Place,
  sending: Sending,
  now: number,
): Promise<Result<Place>> {
  const at = `/repos/${place.name}/git`;
  const paths = Object.keys(sending.files);
  const sentAs = (ref: string): Place => ({ ...place, sent: { ref, at: now, paths } });
  const base = sending.tree ?? "";
  const madeTree = expectAnswer(
    "github",
    await wire.ask("POST", `${at}/trees`, {
      json: { base_tree: base, tree: await entriesOf(wire, place, sending) },
    }),
    sha,
  );
  if (!madeTree.ok) return madeTree;
  // Nothing has changed: no empty commit.
  const isSame = madeTree.value.sha === base;
  if (isSame && !sending.isNewBranch) return ok(sentAs(sending.ref));
  const madeCommit = isSame
    ? ok({ sha: sending.ref })
    : expectAnswer(
        "github",
        await wire.ask("POST", `${at}/commits`, {
          json: {
            message: place.sent === null ? "Add the website" : "Update the website",
            tree: madeTree.value.sha,
            parents: [sending.ref],
          },
        }),
        sha,
      );
  if (!madeCommit.ok) return madeCommit;
  const ref = madeCommit.value.sha;
  const pointed = sending.isNewBranch
    ? await wire.ask("POST", `${at}/refs`, {
        json: { ref: `refs/heads/${place.branch}`, sha: ref },
      })
    : await wire.ask("PATCH", `${at}/refs/heads/${place.branch}`, {
        json: { sha: ref, force: false },
      });
  // 422: “Update is not a fast forward”, or the branch was made meanwhile. Never by force.
  if (pointed.ok && pointed.value.status === 422) return fail(branchMoved(place.branch));
  const parsed = expectAnswer("github", pointed, reference);
  return parsed.ok ? ok(sentAs(ref)) : parsed;
}

/** All files, and those that were sent before and are no more; what nobody here sent stays. */
async function entriesOf(wire: Wire, place: Place, { files, tree: base }: Sending) {
  const former = (place.sent?.paths ?? []).filter((path) => !Object.hasOwn(files, path));
  const there = former.length > 0 ? await blobsOf(wire, place, base ?? "") : ok(new Map());
  const blob = { mode: "100644", type: "blob" } as const;
  return [
    ...Object.entries(files).map(([path, { hash }]) => ({ path, ...blob, sha: hash })),
    // What somebody has removed at GitHub already can’t be removed again: it refuses the whole tree.
    ...former
      .filter((path) => there.ok && there.value.has(path))
      .map((path) => ({ path, ...blob, sha: null })),
  ];
}

const branchMoved = (branch: string): Failure => ({
  kind: "conflict",
  message: `The branch “${branch}” has commits that weren’t sent from here.`,
  nextStep:
    "Nothing was overwritten. Send to another branch and merge it at GitHub, or put this on top of those commits; they stay in the history.",
  retryable: false,
});

const wouldReplace = (paths: readonly string[]): Failure => ({
  kind: "conflict",
  message: `The repository has other contents in ${paths.slice(0, 3).join(", ")}${paths.length > 3 ? ` and ${paths.length - 3} more files` : ""}.`,
  nextStep:
    "Nothing was overwritten. Send to another branch or repository, or put this on top of what is there; that stays in the history.",
  retryable: false,
});
