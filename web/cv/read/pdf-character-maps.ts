import { inflateSync } from "fflate";

/** Four times the glyphs a font can hold (OpenType counts them in 16 bits); no whole file maps more. */
const MOST_CODES = 4 * 65_536;
/** Bytes of a stream, packed and unpacked, that show whether it is a character map. */
const PEEK = 512;
/** Bytes of unpacked character map that are looked at; 65,536 single entries take less. */
const MOST_UNPACKED = 2 * 1024 * 1024;
/** Characters before a stream in which its dictionary stands. */
const DICTIONARY = 400;
/** Marks a stream as something else than a character map, or as packed in a way that maps aren't. */
const OTHER_KIND =
  /\/(?:Length1|Subtype|Width|ObjStm|XRef|DecodeParms|ASCII\w*|A85|AHx|LZW\w*|RunLength\w*)\b/;
const SECTION = /begin(?:bf|cid)range([\s\S]*?)(?:end|begin|$)/g;
/** First code, last code, and what they stand for: a code, a list or a number. */
const RANGE = /<([^>]*)>\s*<([^>]*)>\s*(?:<[^>]*>|\[[^\]]*\]|[-\d]+)/g;

/**
 * Whether a PDF holds a character map that doesn't unpack, or that names more codes than any font has
 * glyphs. pdf.js fills such a map entry by entry, up to 16 million of them: seconds, and gigabytes.
 * Its own unpacking goes on behind damage and makes such ranges of it. Only maps packed with Flate, or
 * not at all, are looked at, as all programs write them; an encrypted file's can't be.
 */
export function hasEndlessCharacterMap(bytes: Uint8Array): boolean {
  const text = asText(bytes);
  if (text.includes("/Encrypt")) return false;
  const maps = new Set([...text.matchAll(/\/ToUnicode\s+(\d+)\s/g)].map(([, id]) => id));
  const streams = /stream\r?\n/g;
  for (let found = streams.exec(text); found; found = streams.exec(text)) {
    if (text.startsWith("end", found.index - 3)) continue;
    const before = text.slice(Math.max(0, found.index - DICTIONARY), found.index);
    const opens = before.lastIndexOf(" obj");
    const dictionary = before.slice(opens + 1);
    if (OTHER_KIND.test(dictionary)) continue;
    const from = found.index + found[0].length;
    const end = text.indexOf("endstream", from);
    const data = bytes.subarray(from, end < 0 ? bytes.length : end);
    const isPacked = dictionary.includes("/Fl");
    const id = /(\d+)\s+\d+$/.exec(before.slice(0, Math.max(0, opens)))?.[1];
    if (!maps.has(id) && !isCharacterMap(isPacked ? unpackedStart(data) : data)) continue;
    const map = isPacked ? unpacked(data) : data.subarray(0, MOST_UNPACKED);
    if (map === null || codesNamed(asText(map)) > MOST_CODES) return true;
  }
  return false;
}

const asText = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

const isCharacterMap = (start: Uint8Array): boolean =>
  /CIDInit|begincmap|CMapName|codespacerange/.test(asText(start.subarray(0, PEEK)));

function codesNamed(map: string): number {
  let codes = 0;
  for (const [, section = ""] of map.matchAll(SECTION))
    for (const [, low = "", high = ""] of section.matchAll(RANGE))
      codes += Math.max(0, codeOf(high) - codeOf(low) + 1);
  return codes;
}

/** A code as pdf.js reads it: what is no figure is passed over, the last four bytes count. */
function codeOf(written: string): number {
  const figures = written.replace(/[^\da-f]/gi, "");
  const even = figures.length % 2 === 1 ? `${figures}0` : figures;
  return Number.parseInt(even.slice(-8), 16) || 0;
}

/** Bytes out for each byte in that Flate can reach at most (1,032; RFC 1951's longest match), rounded up. */
const MOST_RATIO = 1100;
/** Bytes of zlib's header before the packed data. */
const HEADER = 2;

function unpackedStart(data: Uint8Array): Uint8Array {
  const start = new Uint8Array(PEEK);
  try {
    inflateSync(data.subarray(HEADER, HEADER + PEEK), { out: start });
  } catch {
    // The start is cut off on purpose; what was unpacked before the cut stands in `start`.
  }
  return start;
}

/** The first two megabytes of what zlib data unpacks to; `null` when it is damaged. */
function unpacked(data: Uint8Array): Uint8Array | null {
  try {
    const out = new Uint8Array(Math.min(MOST_UNPACKED, data.length * MOST_RATIO));
    return inflateSync(data.subarray(HEADER), { out });
  } catch {
    return null;
  }
}
