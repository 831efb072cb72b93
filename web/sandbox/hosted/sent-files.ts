import type { SentFile } from "../../../shared/api/sandboxes.ts";
import type { FileChange, ProjectFiles } from "../../../shared/project.ts";

/** Bytes of one call, as they are sent: the server takes 28 MB, and a slow line should get through. */
const BATCH_BYTES = 8_000_000;

/** A change as it is sent. */
export const sentFile = ({ path, content }: FileChange): SentFile =>
  typeof content === "object" && content !== null
    ? { path, content: base64Of(content), encoding: "base64" }
    : { path, content, encoding: "utf8" };

/** The same back. */
export const filesOf = (sent: readonly SentFile[]): ProjectFiles =>
  Object.fromEntries(
    sent.flatMap(({ path, content, encoding }) => {
      if (content === null) return [];
      return [[path, encoding === "utf8" ? content : bytesOf(content)]];
    }),
  );

/** Cuts what is sent into calls of a bearable size; a file is never cut. */
export function batches(files: readonly SentFile[]): readonly (readonly SentFile[])[] {
  const all: SentFile[][] = [[]];
  let bytes = 0;
  for (const file of files) {
    const size = file.content?.length ?? 0;
    if (bytes > 0 && bytes + size > BATCH_BYTES) {
      all.push([]);
      bytes = 0;
    }
    all.at(-1)!.push(file);
    bytes += size;
  }
  return all;
}

/** In pieces: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 32_768) {
    text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  }
  return btoa(text);
}

export const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
