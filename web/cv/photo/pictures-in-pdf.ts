import { unzlibSync } from "fflate";
import type { CvPicture } from "./cv-picture.ts";

/** Shorter than this on a side it is an icon or a logo; pixels. */
const LEAST_SIDE = 80;
/** More can't be a portrait that somebody set into a CV, and takes long to unpack. */
const MOST_PIXELS = 12_000_000;

interface ImageStream {
  readonly dictionary: string;
  readonly object: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The images of a PDF that are JPEG files or plain 8-bit RGB or grey, read without its pages: image
 * streams never lie inside other streams (ISO 32000-1, 7.5.7), so their dictionaries can be searched
 * for. Masks of other images and one-bit pictures (QR codes) are left out.
 */
export function picturesInPdf(bytes: Uint8Array): readonly CvPicture[] {
  const text = new TextDecoder("latin1").decode(bytes);
  const streams = imageStreams(text);
  const masks = new Set(
    streams.flatMap(({ dictionary }) => /\/S?Mask\s+(\d+)\s+\d+\s+R/.exec(dictionary)?.[1] ?? []),
  );
  return streams
    .filter(({ object }) => !masks.has(object))
    .flatMap((stream) => pictureOf(stream, bytes) ?? []);
}

function imageStreams(text: string): readonly ImageStream[] {
  const found: ImageStream[] = [];
  for (const { index } of text.matchAll(/\/Subtype\s*\/Image\b/g)) {
    const before = text.slice(Math.max(0, index - 2_000), index);
    const open = [...before.matchAll(/(\d+)\s+\d+\s+obj\b/g)].at(-1);
    const close = text.indexOf("stream", index);
    if (open === undefined || close < 0 || close - index > 2_000) continue;
    const start = close + (text.startsWith("stream\r\n", close) ? 8 : 7);
    const dictionary = before.slice(open.index) + text.slice(index, close);
    const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? NaN);
    const end = Number.isNaN(length) ? text.indexOf("endstream", start) : start + length;
    if (end > start) found.push({ dictionary, object: open[1]!, start, end });
  }
  return found;
}

function pictureOf(stream: ImageStream, bytes: Uint8Array): CvPicture | null {
  const { dictionary, start, end } = stream;
  const number = (key: string) =>
    Number(new RegExp(`/${key}\\s+(\\d+)(?!\\s+\\d+\\s+R)`).exec(dictionary)?.[1] ?? NaN);
  const [width, height] = [number("Width"), number("Height")];
  if (!(Math.min(width, height) >= LEAST_SIDE) || width * height > MOST_PIXELS) return null;
  const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1] ?? "";
  const names = filters.match(/\w+/g) ?? [];
  const content = bytes.subarray(start, end);
  if (names.length === 1 && names[0] === "DCTDecode") return { kind: "file", bytes: content };
  if (names.length !== 1 || names[0] !== "FlateDecode" || number("BitsPerComponent") !== 8) {
    return null;
  }
  const hasPredictor = number("Predictor") >= 10;
  const rgb = rowsOf(content, width, height, hasPredictor);
  return rgb && { kind: "rows", width, height, rgb };
}

/** @returns RGB, or `null` where the length tells that it is something else than RGB or grey */
function rowsOf(
  packed: Uint8Array,
  width: number,
  height: number,
  hasPredictor: boolean,
): Uint8Array | null {
  try {
    const raw = unzlibSync(packed, { out: new Uint8Array((width * 4 + 1) * height) });
    const channels = [3, 1].find(
      (one) => raw.length === (width * one + Number(hasPredictor)) * height,
    );
    if (channels === undefined) return null;
    const plain = hasPredictor ? withoutPredictor(raw, width * channels, height, channels) : raw;
    return channels === 3 ? plain : tripled(plain);
  } catch {
    return null;
  }
}

const tripled = (grey: Uint8Array) =>
  Uint8Array.from({ length: grey.length * 3 }, (_, at) => grey[Math.floor(at / 3)]!);

/** Undoes PNG’s filters (PNG 3, 9.2), each row of which begins with its filter’s number. */
function withoutPredictor(raw: Uint8Array, row: number, height: number, step: number): Uint8Array {
  const plain = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)]!;
    for (let x = 0; x < row; x++) {
      const at = y * row + x;
      const left = x >= step ? plain[at - step]! : 0;
      const up = y > 0 ? plain[at - row]! : 0;
      const corner = x >= step && y > 0 ? plain[at - row - step]! : 0;
      plain[at] = raw[y * (row + 1) + 1 + x]! + predicted(filter, left, up, corner);
    }
  }
  return plain;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
