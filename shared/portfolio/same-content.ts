import type { FileContent } from "../project.ts";

/** Whether two files hold the same; `null` is no file. Text and bytes are never the same. */
export function contentsEqual(one: FileContent | null, other: FileContent | null): boolean {
  if (one === other) return true;
  if (!(one instanceof Uint8Array) || !(other instanceof Uint8Array)) return false;
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
