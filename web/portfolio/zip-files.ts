import type { ZippableFile } from "fflate";
import type { FileContent } from "../../shared/project.ts";

/** Formats that are compressed already: packing them again costs time and gains nothing. */
const PACKED = /\.(woff2?|png|jpe?g|webp|avif|gif|mp4|webm|zip|gz|br)$/i;

/** A regular file that its owner may write and all may read, as Unix keeps it. */
const UNIX_MODE = 0o100644;

/**
 * A ZIP of these files, in order of path and with one fixed date: the same files always give the
 * same bytes.
 */
export async function zipFiles(
  files: Readonly<Record<string, FileContent>>,
  folder: string,
): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import("fflate");
  // The earliest date a ZIP can hold; in local time, because that is what the format holds.
  const mtime = new Date(1980, 0, 1);
  const paths = Object.keys(files).sort();
  const entries = paths.map((path): [string, ZippableFile] => {
    const content = files[path]!;
    const bytes = typeof content === "string" ? strToU8(content) : content;
    const level = PACKED.test(path) ? 0 : 6;
    return [folder + path, [bytes, { level, os: 3, attrs: UNIX_MODE << 16 }]];
  });
  return zipSync(Object.fromEntries(entries), { mtime });
}
