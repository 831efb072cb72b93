import { unzip } from "fflate";
import { fail, ok, type Result } from "../../../shared/failure.ts";
import { WRONG } from "./say-what-is-wrong.ts";

/** Bytes a document may unpack to; a Word file of fifty pages without pictures stays far below. */
const MOST_UNPACKED = 64 * 1024 * 1024;
/** Bytes out for each byte in; text compresses 10 to 30 times, a bomb a thousand times. */
const MOST_RATIO = 200;
const MOST_ENTRIES = 5000;

/** Unpacks the wanted entries of a ZIP, and refuses one that claims or yields too much. */
export async function unzipSafely(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  what: string,
): Promise<Result<Record<string, Uint8Array>>> {
  let bomb = false;
  let total = 0;
  let entries = 0;
  const files = await new Promise<Record<string, Uint8Array> | Error>((resolve) => {
    try {
      unzip(
        bytes,
        {
          filter: ({ name, size, originalSize }) => {
            entries += 1;
            total += originalSize;
            const ratio = originalSize > 1024 * 1024 && originalSize > MOST_RATIO * size;
            if (ratio || total > MOST_UNPACKED || entries > MOST_ENTRIES) bomb = true;
            return !bomb && wanted(name);
          },
        },
        (error, data) => resolve(error ?? data),
      );
    } catch (error) {
      resolve(error instanceof Error ? error : new Error(String(error)));
    }
  });
  if (bomb) return fail(WRONG.zipBomb());
  if (files instanceof Error) return fail(WRONG.corrupt(what, files.message));
  return ok(files);
}
