import { findDates } from "./fields/dates.ts";
import { isLanguageName } from "./fields/language-names.ts";
import { headingKind, headingKindInside, type SectionKind } from "./heading-words.ts";
import { cellsOf, lineOf, textOf, type Line } from "./line.ts";
import type { Stream } from "./read-lines.ts";
import type { Section } from "./section.ts";
import { nameByContent } from "./unnamed-sections.ts";

/** Step two: cuts each stream at its headings. */
export function findSections(streams: readonly Stream[]): Section[] {
  return streams.flatMap((stream) => nameByContent(cutAtHeadings(splitLabels(stream))));
}

/** A heading that stands left of its section on the section's first line becomes a line of its own. */
function splitLabels(stream: Stream): Line[] {
  return stream.flatMap((line) => {
    const cells = cellsOf(line);
    const label = cells.length > 1 && !line.bullet ? headingKind(textOf(cells[0]!)) : null;
    if (!label) return [line];
    const rest = cells.slice(1).flat();
    if (label === "languages" && !rest.some((part) => isLanguageName(part.text))) return [line];
    const [first, ...others] = rest;
    return [
      { ...lineOf(line, cells[0]!), gapAbove: Math.max(1, line.gapAbove) },
      { ...lineOf(line, [{ ...first!, apart: false }, ...others]), gapAbove: 0 },
    ];
  });
}

function cutAtHeadings(lines: readonly Line[]): Section[] {
  const kinds = headingsOf(lines);
  const headingSize = Math.max(0, ...[...kinds.keys()].map((index) => lines[index]!.fontSize));
  const nameSize = Math.max(0, ...lines.map((line) => line.fontSize));
  const sections: Section[] = [];
  let current: { kind: Section["kind"]; heading: Line | null; lines: Line[] } = {
    kind: "header",
    heading: null,
    lines: [],
  };
  lines.forEach((line, index) => {
    const kind = kinds.get(index);
    if (!kind) {
      // The largest words of all inside a section are the name, which stands beside or after a column.
      const isName =
        current.heading && line.fontSize > 1.3 * headingSize && line.fontSize > nameSize - 0.3;
      if (isName) {
        sections.push(current);
        current = { kind: "header", heading: null, lines: [] };
      }
      current.lines.push(line);
      return;
    }
    sections.push(current);
    current = { kind, heading: line, lines: [] };
  });
  sections.push(current);
  return sections.filter((section) => section.heading !== null || section.lines.length > 0);
}

/** Which lines are headings, by index: words of the table first, then lines set in the same style. */
function headingsOf(lines: readonly Line[]): Map<number, SectionKind> {
  const known = new Map<number, SectionKind>();
  lines.forEach((line, index) => {
    if (line.bullet || cellsOf(line).length > 1) return;
    const kind = headingKind(line.text);
    if (kind) known.set(index, kind);
  });
  dropLabels(known, lines);
  const style = commonStyle([...known.keys()].map((index) => lines[index]!));
  if (!style) return known;
  const body = bodyStyle(lines);
  for (const index of known.keys()) {
    const line = lines[index]!;
    const smaller = line.fontSize < 0.94 * style.fontSize;
    const deeper = style.level > 0 && (line.headingLevel === 0 || line.headingLevel > style.level);
    // The last word of a paragraph may be one of the table's.
    const wrapped = headingStyle(line) === body && style.key !== body && line.gapAbove < 0.35;
    if (style.count >= 3 && (smaller || deeper || (wrapped && index > 0))) known.delete(index);
  }
  if (style.key === body && style.level === 0) return known;
  const first = Math.min(...known.keys());
  lines.forEach((line, index) => {
    if (known.has(index) || index < first || !looksLikeHeading(line)) return;
    if (headingStyle(line) !== style.key || style.count < 2) return;
    known.set(index, headingKindInside(line.text) ?? "other");
  });
  return known;
}

/**
 * “Languages” right under “SKILLS” is the first group of that section when it is set smaller, as is
 * every later line of the table's words in that style, or when no language follows.
 */
function dropLabels(known: Map<number, SectionKind>, lines: readonly Line[]): void {
  for (const [index, kind] of Array.from(known)) {
    const [above, line] = [lines[index - 1], lines[index]!];
    if (!above || !known.has(index - 1) || known.get(index - 1) === kind) continue;
    const smaller = line.fontSize < 0.94 * above.fontSize;
    const deeper = above.headingLevel > 0 && line.headingLevel > above.headingLevel;
    const next = lines.slice(index + 1, index + 4);
    const ofCode = kind === "languages" && !next.some((other) => isLanguageName(other.text));
    if (ofCode) known.delete(index);
    else if (smaller || deeper)
      for (const other of Array.from(known.keys()))
        if (other >= index && headingStyle(lines[other]!) === headingStyle(line))
          known.delete(other);
  }
}

const looksLikeHeading = (line: Line): boolean =>
  !line.bullet &&
  cellsOf(line).length === 1 &&
  line.text.length <= 48 &&
  line.text.split(/\s+/).length <= 6 &&
  findDates(line.text) === null &&
  !/[.:,;@]$|^\d|@|:\/\//.test(line.text);

const isCapitals = (text: string): boolean =>
  text === text.toUpperCase() && text !== text.toLowerCase();

const headingStyle = (line: Line): string =>
  [
    Math.round(line.fontSize * 2),
    line.bold,
    line.italic,
    line.colour,
    line.headingLevel,
    isCapitals(line.text),
  ].join("|");

interface HeadingStyle {
  readonly key: string;
  readonly fontSize: number;
  readonly level: number;
  readonly count: number;
}

function commonStyle(lines: readonly Line[]): HeadingStyle | null {
  const groups = new Map<string, Line[]>();
  for (const line of lines)
    groups.set(headingStyle(line), [...(groups.get(headingStyle(line)) ?? []), line]);
  const best = [...groups].toSorted(
    ([, a], [, b]) => b.length - a.length || b[0]!.fontSize - a[0]!.fontSize,
  )[0];
  if (!best) return null;
  const [key, members] = best;
  return {
    key,
    fontSize: members[0]!.fontSize,
    level: members[0]!.headingLevel,
    count: members.length,
  };
}

function bodyStyle(lines: readonly Line[]): string {
  const letters = new Map<string, number>();
  for (const line of lines)
    letters.set(headingStyle(line), (letters.get(headingStyle(line)) ?? 0) + line.text.length);
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}
