import { elsewhere as api, type ElsewherePlace } from "../../shared/api/elsewhere.ts";
import { ok, type Result } from "../../shared/failure.ts";
import type { FileContent } from "../../shared/project.ts";
import { HASH_HEADER, type OtherHostId } from "../../shared/site/elsewhere.ts";
import type { ApiClient } from "../api/open-client.ts";
import { batches } from "./send-site.ts";

/** A host may take its time over a large commit; each of our own calls waits for several of its. */
const PATIENCE = { timeoutMs: 120_000 };

/**
 * Sends files to a portfolio’s place at another host: names and hashes first, then those contents that it
 * hasn’t got, then all of it takes effect at once. Fails as the host does; then nothing has changed there.
 */
export async function sendElsewhere(given: {
  readonly client: Pick<ApiClient, "call">;
  readonly portfolioId: string;
  readonly host: OtherHostId;
  readonly files: Readonly<Record<string, FileContent>>;
  readonly onTop: boolean;
}): Promise<Result<ElsewherePlace>> {
  const { client, portfolioId, host, onTop } = given;
  const contents = new Map<string, { readonly hash: string; readonly bytes: Uint8Array }>();
  const files: Record<string, { hash: string; size: number }> = {};
  for (const [path, content] of Object.entries(given.files)) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const hash = await sha1(HASH_HEADER[host](bytes.length), bytes);
    files[path] = { hash, size: bytes.length };
    contents.set(hash, { hash, bytes });
  }
  const at = { portfolioId, host };
  const begun = await client.call(api.begin, { params: at, body: { files, onTop } }, PATIENCE);
  if (!begun.ok) return begun;
  const params = { ...at, sendId: begun.value.sendId };
  const missing = begun.value.missing.map((hash) => contents.get(hash)!);
  for (const batch of batches(missing)) {
    const body = new FormData();
    for (const { hash, bytes } of batch) {
      body.append(hash, new Blob([bytes as Uint8Array<ArrayBuffer>]), hash);
    }
    const sent = await client.call(api.sendFiles, { params, body } as never, PATIENCE);
    if (!sent.ok) return sent;
  }
  const finished = await client.call(api.finish, { params }, PATIENCE);
  return finished.ok ? ok(finished.value) : finished;
}

async function sha1(header: string, bytes: Uint8Array): Promise<string> {
  const whole = new Blob([header, bytes as Uint8Array<ArrayBuffer>]);
  const digest = await crypto.subtle.digest("SHA-1", await whole.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
