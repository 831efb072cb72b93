import type { FlowLine } from "../cv-document.ts";
import { lineOf, WIDEST_LEADING, type Line, type Part } from "./line.ts";

/** Characters; texts broken by hand or by a program are broken at or below this. */
const WIDEST_TEXT = 100;

/** The lines of a document that flows (Word, HTML, Markdown, text), each with its cells as parts. */
export function flowStream(lines: readonly FlowLine[], wraps: boolean): Line[] {
  const room = Math.min(WIDEST_TEXT, Math.max(...lines.map((line) => line.text.length), 40));
  return lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const parts = flowParts(line);
    if (!parts.length) return [];
    const box = { x: 0, y: index, width: line.text.length, height: 1 };
    const base: Line = {
      text: "",
      parts,
      page: 0,
      box,
      bullet: Boolean(line.bullet),
      fontSize: line.fontSize ?? 11,
      bold: Boolean(line.bold),
      italic: Boolean(line.italic),
      colour: "",
      headingLevel: line.headingLevel ?? 0,
      gapAbove: before && wraps ? Math.max(0, line.line - before.line - 1) : 0,
      indent: line.bullet ? 1 : 0,
      room,
      leading: WIDEST_LEADING,
      flushRight: false,
      wraps,
      place: { kind: "line", line: line.line },
    };
    return [lineOf(base, parts)];
  });
}

function flowParts(line: FlowLine): Part[] {
  const cells = (line.cells ?? [line.text]).map((cell) => cell.trim()).filter(Boolean);
  return cells.flatMap((cell, i) =>
    cutAtLinks(cell, line.links ?? []).map(({ text, href }, j) => ({
      text,
      x: i === 0 ? (line.bullet ? 1 : 0) : 50 + i,
      right: text.length,
      fontSize: line.fontSize ?? 11,
      bold: Boolean(line.bold),
      italic: Boolean(line.italic),
      colour: "",
      ...(href ? { href } : {}),
      apart: i > 0 && j === 0,
      order: i,
    })),
  );
}

/** One part where a cell holds one link at most; else one for each link and for what stands between. */
function cutAtLinks(
  cell: string,
  links: NonNullable<FlowLine["links"]>,
): { text: string; href?: string }[] {
  const held = links.filter((link) => link.text && cell.includes(link.text));
  if (held.length < 2) return [{ text: cell, ...(held[0] ? { href: held[0].href } : {}) }];
  const parts: { text: string; href?: string }[] = [];
  let rest = cell;
  for (const { text, href } of held) {
    const at = rest.indexOf(text);
    if (at < 0) continue;
    if (at > 0) parts.push({ text: rest.slice(0, at) });
    parts.push({ text, href });
    rest = rest.slice(at + text.length);
  }
  return rest ? [...parts, { text: rest }] : parts;
}
