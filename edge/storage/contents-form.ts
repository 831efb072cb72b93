import { BODY_LIMITS } from "../../shared/limits.ts";
import type { Blobs } from "./blobs.ts";

/**
 * Contents as a form, one file each under its key: those that are kept, in their order, until the answer
 * would be larger than an upload may be. The first is always in.
 */
export async function contentsOf(blobs: Blobs, keys: readonly string[]): Promise<FormData> {
  const form = new FormData();
  let size = 0;
  for await (const { key, bytes } of blobs.readEach(keys)) {
    if (!bytes) continue;
    size += bytes.length;
    if (size > BODY_LIMITS.blobs && size > bytes.length) break;
    form.append(key, new Blob([bytes as Uint8Array<ArrayBuffer>]), key);
  }
  return form;
}
