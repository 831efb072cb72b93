import { unzipSafely } from "../read/unzip-safely.ts";
import type { CvPicture } from "./cv-picture.ts";
import { picturesInPdf } from "./pictures-in-pdf.ts";

/** So many pictures and no more are looked at: what holds more is a portfolio, whose first isn't its maker. */
const MOST_PICTURES = 24;

const startsWith = (bytes: Uint8Array, text: string) =>
  [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));

/**
 * The pictures of a CV file, in the order of the file: of a PDF its JPEG and plain RGB images, of a Word
 * file its media, of HTML what is written into it. None where the file is something else or can't be read.
 */
export async function picturesInCv(bytes: Uint8Array): Promise<readonly CvPicture[]> {
  if (startsWith(bytes, "%PDF")) return picturesInPdf(bytes).slice(0, MOST_PICTURES);
  if (startsWith(bytes, "PK\x03\x04")) return picturesInWord(bytes);
  return picturesInHtml(bytes);
}

async function picturesInWord(bytes: Uint8Array): Promise<readonly CvPicture[]> {
  const media = await unzipSafely(
    bytes,
    (name) => /^word\/media\/[^/]+\.(?:jpe?g|png|webp)$/i.test(name),
    "Word file",
  );
  if (!media.ok) return [];
  return Object.keys(media.value)
    .sort((one, other) => one.localeCompare(other, "en", { numeric: true }))
    .slice(0, MOST_PICTURES)
    .map((name) => ({ kind: "file", bytes: media.value[name]! }));
}

function picturesInHtml(bytes: Uint8Array): readonly CvPicture[] {
  const html = new TextDecoder().decode(bytes);
  const inside = html.matchAll(/src=["']data:image\/(?:jpeg|png|webp);base64,([A-Za-z0-9+/=\s]+)/g);
  return [...inside].slice(0, MOST_PICTURES).flatMap(([, base64 = ""]) => {
    try {
      return {
        kind: "file",
        bytes: Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)),
      } as const;
    } catch {
      return [];
    }
  });
}
