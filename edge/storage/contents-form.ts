import { BODY_LIMITS } from "../../shared/limits.ts";
import type { Blobs } from "./blobs.ts";

/**
 * Contents as a form, one file each under its key: those that are kept, in their order, until the answer
 * would be larger than an upload may be. The first is always in.
 */
export async function contentsOf(blobs: Blobs, keys: readonly string[]): Promise<FormData> {
  const form = new FormData();
  let size = 0;
  for (const key of keys) {
    const content = await blobs.read(key);
    if (!content.ok) continue;
    size += content.value.length;
    if (size > BODY_LIMITS.blobs && size > content.value.length) break;
    form.append(key, new Blob([content.value as Uint8Array<ArrayBuffer>]), key);
  }
  return form;
}
