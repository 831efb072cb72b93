import type { CvDocument, FlowLine } from "../../../shared/cv-document.ts";
import { fail, ok, type Result } from "../../../shared/failure.ts";
import { isDatesOnly } from "../../../shared/cv/fields/dates.ts";
import { WRONG } from "./say-what-is-wrong.ts";

/** Decodes text: a byte order mark says which; then UTF-8 if it is valid, else Windows-1252, as old files are. */
export function decodeText(bytes: Uint8Array): string {
  const decode = (encoding: string): string => new TextDecoder(encoding).decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode("utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode("utf-16be");
  const zeros = (parity: number): number =>
    bytes.subarray(0, 400).filter((byte, i) => byte === 0 && i % 2 === parity).length;
  if (bytes.length >= 8 && zeros(1) > bytes.subarray(0, 400).length / 5) return decode("utf-16le");
  if (bytes.length >= 8 && zeros(0) > bytes.subarray(0, 400).length / 5) return decode("utf-16be");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return decode("windows-1252");
  }
}

/** True for bytes that decode to mostly control signs: noise, not text. */
export function isNoise(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const bad = sample.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/g)?.length ?? 0;
  return bad > Math.max(2, sample.length * 0.01);
}

const BULLET = /^(?:[-*+•●○◦▪–—·‣]\s+|[・•‣◦▪]\s*|\d{1,2}[.)]\s+)/;

/**
 * Parts a line where three spaces or a tab stand, two beside a date. The wide space of East Asian text
 * parts cells, too; in a short line it parts the names of a person.
 */
function cellsOf(text: string): string[] {
  const firm = text.length > 12 ? /\t+|\s{3,}|\s*\u3000\s*/ : /\t+|\s{3,}/;
  return text
    .split(firm)
    .flatMap((cell) => {
      const pieces = cell.split(/\s{2,}/);
      return isDatesOnly(pieces[0] ?? "") || isDatesOnly(pieces.at(-1) ?? "") ? pieces : [cell];
    })
    .filter(Boolean);
}

/** Plain text, one line a line. Underlined lines and lines in capitals keep their text; the words decide. */
export function readPlainText(text: string): Result<CvDocument> {
  const lines = text.split(/\r\n|\r|\n|\f/).flatMap((raw, index): FlowLine[] => {
    const trimmed = raw.replace(/\u00a0/g, " ").trimEnd();
    if (!trimmed.trim() || /^[\s=\-_*~#]{3,}$/.test(trimmed)) return [];
    const bullet = BULLET.test(trimmed.trim()) && !/^\d{1,2}[.)]\s+\d/.test(trimmed.trim());
    const body = bullet ? trimmed.trim().replace(BULLET, "") : trimmed.trim();
    const cells = cellsOf(body);
    return [
      {
        text: cells.join("  "),
        line: index + 1,
        ...(bullet ? { bullet } : {}),
        ...(cells.length > 1 ? { cells } : {}),
      },
    ];
  });
  return lines.length ? ok({ kind: "flow", format: "txt", lines }) : fail(WRONG.empty());
}

/** Markdown: headings, lists, emphasis over a whole line, links; a blank line parts paragraphs. */
export function readMarkdown(text: string): Result<CvDocument> {
  const lines: FlowLine[] = [];
  const raws = text.split(/\r\n|\r|\n/);
  raws.forEach((raw, index) => {
    const next = raws[index + 1] ?? "";
    const line = markdownLine(raw, next, index + 1);
    if (line) lines.push(line);
  });
  return lines.length ? ok({ kind: "flow", format: "markdown", lines }) : fail(WRONG.empty());
}

function markdownLine(raw: string, next: string, line: number): FlowLine | null {
  let text = raw.replace(/\s+$/, "").trim();
  if (!text || /^(?:[-*_=]\s*){3,}$/.test(text) || /^\|?[\s:|-]+\|[\s:|-]*$/.test(text))
    return null;
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(text);
  const level = heading
    ? heading[1]!.length
    : /^={3,}\s*$/.test(next)
      ? 1
      : /^-{3,}\s*$/.test(next)
        ? 2
        : 0;
  if (heading) text = heading[2]!;
  const bullet = !heading && /^(?:[-*+•]|\d{1,2}[.)])\s+/.test(text);
  if (bullet) text = text.replace(/^(?:[-*+•]|\d{1,2}[.)])\s+/, "");
  const bold = /^(?:\*\*|__)[^*_]+(?:\*\*|__)\\?$/.test(text);
  const italic = !bold && /^[*_][^*_]+[*_]\\?$/.test(text);
  const links = [...text.matchAll(/\[([^\]]*)\]\(([^)\s]+)[^)]*\)/g)].map((m) => ({
    text: m[1]!,
    href: m[2]!,
  }));
  const cells = /^\|.*\|$/.test(text)
    ? text.slice(1, -1).split("|").map(plainMarkdown).filter(Boolean)
    : [];
  const plainText = cells.length ? cells.join("  ") : plainMarkdown(text);
  if (!plainText) return null;
  return {
    text: plainText,
    line,
    ...(level ? { headingLevel: level } : {}),
    ...(bullet ? { bullet } : {}),
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(cells.length > 1 ? { cells } : {}),
    ...(links.length ? { links } : {}),
  };
}

/** Takes Markdown's signs away and leaves what they dress. */
function plainMarkdown(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<((?:https?:|mailto:)[^>]+)>/g, "$1")
    .replace(/<[^>]+>/g, "")
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, "$2")
    .replace(/`([^`]*)`/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+\-.!@|<>$~'"])/g, "$1")
    .replace(/\\$/, "")
    .trim();
}

/** Markdown shows itself by headings, links, emphasis over lines or escaped signs. */
export function looksLikeMarkdown(text: string): boolean {
  const headings = text.match(/^#{1,6}\s+\S/gm)?.length ?? 0;
  const links = text.match(/\[[^\]\n]+\]\([^)\s]+\)/g)?.length ?? 0;
  const strong = text.match(/^(?:\*\*|__)[^\n]+(?:\*\*|__)\s*$/gm)?.length ?? 0;
  return headings >= 2 || headings + links + strong >= 3;
}
