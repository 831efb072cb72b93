import type { CvDocument } from "../../../shared/cv-document.ts";
import { fail, type Result } from "../../../shared/failure.ts";
import { detectType, textType, type DetectedType } from "./detect-type.ts";
import type { LoadPdfEngine } from "./pdf-engine.ts";
import { readDocx } from "./read-docx.ts";
import { readHtml } from "./read-html.ts";
import { readJsonResume } from "./read-json-resume.ts";
import { readPdf } from "./read-pdf.ts";
import { readMarkdown, readPlainText } from "./read-text.ts";
import { readLinkedIn } from "./read-linkedin.ts";
import { MOST_BYTES, MOST_CHARACTERS, WRONG } from "./say-what-is-wrong.ts";

/**
 * Reads any CV file into a `CvDocument`; the type is decided by content (R1.1). The same code runs in
 * the browser's worker and in Node: what differs is how pdf.js is loaded. `onPage` is called after each page.
 */
export async function readCv(
  file: { readonly name: string; readonly bytes: Uint8Array },
  loadPdfEngine: LoadPdfEngine,
  onPage: () => void = () => {},
): Promise<Result<CvDocument>> {
  if (file.bytes.length > MOST_BYTES) return fail(WRONG.tooLarge(file.bytes.length));
  return notTooLong(
    await readDetected(detectType(file.bytes, file.name), file, loadPdfEngine, onPage),
  );
}

async function readDetected(
  detected: DetectedType,
  file: { readonly bytes: Uint8Array },
  loadPdfEngine: LoadPdfEngine,
  onPage: () => void,
): Promise<Result<CvDocument>> {
  if (detected.type === "pdf") return readPdf(file.bytes, await loadPdfEngine(), onPage);
  if (detected.type === "zip") return readZip(file.bytes);
  return readDetectedText(detected);
}

/** Reads pasted text: plain, Markdown, HTML or JSON Resume. */
export function readCvText(text: string): Result<CvDocument> {
  if (!text.trim()) return fail(WRONG.emptyText());
  if (text.length > MOST_BYTES) return fail(WRONG.tooLarge(text.length));
  return notTooLong(readDetectedText(textType(text)));
}

/** The rules' time grows faster than the text: what no CV holds isn't given to them. */
function notTooLong(read: Result<CvDocument>): Result<CvDocument> {
  if (!read.ok || (read.value.kind !== "flow" && read.value.kind !== "pages")) return read;
  const pieces = read.value.kind === "flow" ? read.value.lines : read.value.runs;
  let characters = 0;
  for (const { text } of pieces) characters += text.length;
  return characters > MOST_CHARACTERS ? fail(WRONG.tooMuchText()) : read;
}

function readDetectedText(detected: DetectedType): Result<CvDocument> {
  if (detected.type === "refused") return fail(detected.failure);
  const text = detected.text ?? "";
  if (detected.type === "json") return readJsonResume(text);
  if (detected.type === "markdown") return readMarkdown(text);
  if (detected.type === "html") return readHtml(text);
  return readPlainText(text);
}

/** A ZIP is a Word file, a LinkedIn export, or something else with a name of its own. */
async function readZip(bytes: Uint8Array): Promise<Result<CvDocument>> {
  const names = zipNames(bytes);
  if (names.some((name) => name === "word/document.xml")) return readDocx(bytes);
  if (names.some((name) => /(?:^|\/)(?:Profile|Positions)\.csv$/i.test(name)))
    return readLinkedIn(bytes);
  if (names.some((name) => /^Index\/.*\.iwa$|^Index\.zip$/.test(name))) return fail(WRONG.pages());
  if (names.some((name) => name.startsWith("xl/"))) return fail(WRONG.spreadsheet("spreadsheet"));
  if (names.some((name) => name.startsWith("ppt/"))) return fail(WRONG.spreadsheet("presentation"));
  if (names.some((name) => name === "content.xml")) return fail(WRONG.openDocument());
  if (names.length === 0) return fail(WRONG.corrupt("file"));
  return fail(WRONG.archive());
}

/** Names in a ZIP's central directory, read without unpacking anything. */
function zipNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, end - 65_536);
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < lowest || end < 0) return names;
  let at = view.getUint32(end + 16, true);
  while (
    at + 46 <= bytes.length &&
    view.getUint32(at, true) === 0x02014b50 &&
    names.length < 5000
  ) {
    const length = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}
