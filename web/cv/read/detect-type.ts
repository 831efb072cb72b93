import type { Failure } from "../../../shared/failure.ts";
import { decodeText, isNoise, looksLikeMarkdown } from "./read-text.ts";
import { WRONG } from "./say-what-is-wrong.ts";

export type CvType = "pdf" | "zip" | "text" | "markdown" | "json" | "html";

export type DetectedType =
  | { readonly type: CvType; readonly text?: string }
  | { readonly type: "refused"; readonly failure: Failure };

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);
const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Signatures of what people drop by mistake, and what to say. */
const MISTAKES: readonly (readonly [(bytes: Uint8Array) => boolean, () => Failure])[] = [
  [(b) => startsWith(b, 0x89, 0x50, 0x4e, 0x47), () => WRONG.picture("PNG")],
  [(b) => startsWith(b, 0xff, 0xd8, 0xff), () => WRONG.picture("JPEG")],
  [(b) => ascii(b, 0, 4) === "GIF8", () => WRONG.picture("GIF")],
  [(b) => ascii(b, 0, 4) === "RIFF" && ascii(b, 8, 12) === "WEBP", () => WRONG.picture("WebP")],
  [(b) => /^ftyp(?:heic|heix|mif1|avif)/.test(ascii(b, 4, 12)), () => WRONG.picture("HEIC")],
  [
    (b) => startsWith(b, 0x49, 0x49, 0x2a, 0) || startsWith(b, 0x4d, 0x4d, 0, 0x2a),
    () => WRONG.picture("TIFF"),
  ],
  [
    (b) => ascii(b, 0, 2) === "BM" && b.length > 54 && b[6] === 0 && b[8] === 0,
    () => WRONG.picture("BMP"),
  ],
  [(b) => startsWith(b, 0xd0, 0xcf, 0x11, 0xe0), () => WRONG.oldWord()],
  [
    (b) => startsWith(b, 0x4d, 0x5a) || startsWith(b, 0x7f, 0x45, 0x4c, 0x46),
    () => WRONG.program(),
  ],
  [
    (b) => startsWith(b, 0xcf, 0xfa, 0xed, 0xfe) || startsWith(b, 0xca, 0xfe, 0xba, 0xbe),
    () => WRONG.program(),
  ],
  [(b) => ascii(b, 0, 5) === "{\\rtf", () => WRONG.rtf()],
  [
    (b) =>
      startsWith(b, 0x1f, 0x8b) ||
      startsWith(b, 0x37, 0x7a, 0xbc, 0xaf) ||
      ascii(b, 0, 4) === "Rar!",
    () => WRONG.archive(),
  ],
];

/** Tells a file's type by its content; the name is not asked, but for text that could be either kind. */
export function detectType(bytes: Uint8Array, name = ""): DetectedType {
  if (bytes.length === 0) return { type: "refused", failure: WRONG.empty() };
  // Programs put a few bytes before the header; the standard allows the first kilobyte.
  if (ascii(bytes, 0, 1024).includes("%PDF-")) return { type: "pdf" };
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6))
    return { type: "zip" };
  const mistake = MISTAKES.find(([matches]) => matches(bytes));
  if (mistake) return { type: "refused", failure: mistake[1]() };
  const text = decodeText(bytes);
  if (!text.trim()) return { type: "refused", failure: WRONG.empty() };
  if (isNoise(text)) return { type: "refused", failure: WRONG.unknown() };
  return textType(text, name);
}

/** Tells what kind of text a text is. */
export function textType(text: string, name = ""): DetectedType {
  const start = text.replace(/^\ufeff/, "").trimStart();
  if (/^[[{]/.test(start) && looksLikeJson(start)) return { type: "json", text };
  if (/^<(?:!doctype html|html|head|body|article|section|div|main)\b/i.test(start))
    return { type: "html", text };
  if (looksLikeMarkdown(text) || /\.(?:md|markdown)$/i.test(name))
    return { type: "markdown", text };
  return { type: "text", text };
}

const looksLikeJson = (text: string): boolean => /^(?:\{\s*(?:"|\})|\[\s*(?:[[{"\d\]]))/.test(text);
