import type { Box, Place } from "../cv-document.ts";
import { findDates, isDatesOnly } from "./fields/dates.ts";

/** A stretch of a line in one style, or set apart from its neighbours by a gap, a tab or a cell's edge. */
export interface Part {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly colour: string;
  readonly href?: string;
  /** True when a gap wider than any word space (or a tab) stands before this part. */
  readonly apart: boolean;
  /** Place in the order in which the file draws its text. */
  readonly order: number;
}

/** What the extraction reads: one line on paper, or one paragraph of a flow format. */
export interface Line {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly page: number;
  readonly box: Box;
  readonly bullet: boolean;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly colour: string;
  readonly headingLevel: number;
  /** White space above in line heights; 0 is the ordinary distance. */
  readonly gapAbove: number;
  /** Left edge of the text without its bullet, points. */
  readonly indent: number;
  /** The right edge this line could have used, points (or characters in a flow format). */
  readonly room: number;
  /** White space above, in line heights, that still is the distance of lines in one paragraph. */
  readonly leading: number;
  /** In a column set flush right, where left edges say nothing. */
  readonly flushRight: boolean;
  /** Lines of a flow format are whole paragraphs unless the format breaks lines itself. */
  readonly wraps: boolean;
  readonly place: Place;
}

/** Line heights of white space above; text set wider apart than this is no paragraph. */
export const WIDEST_LEADING = 0.75;

/** Text cells of a line: parts joined where no gap stands between them. */
export function cellsOf(line: Line): Part[][] {
  const cells: Part[][] = [];
  for (const part of line.parts) {
    const last = cells.at(-1);
    if (last && !part.apart) last.push(part);
    else cells.push([part]);
  }
  // A range of dates that a line begins with stands apart, though its column left no gap.
  const [head] = cells;
  const dates = head && !line.bullet ? leadingRange(head[0]!.text) : 0;
  if (head && dates > 0) {
    const { text } = head[0]!;
    const rest = { ...head[0]!, text: text.slice(dates).trimStart(), apart: true };
    cells.splice(0, 1, [{ ...head[0]!, text: text.slice(0, dates) }], [rest, ...head.slice(1)]);
  }
  // A date in a style of its own at the line's end stands apart, however near.
  const end = cells.at(-1);
  const date = end?.at(-1);
  if (!line.bullet && end && date && end.length > 1 && isDatesOnly(date.text)) {
    const before = end.at(-2)!;
    if (!/[([]\s*$/.test(before.text)) cells.splice(-1, 1, end.slice(0, -1), [date]);
  }
  return cells;
}

/** Where a range of dates at the beginning of a text ends, when a name follows it; else 0. */
function leadingRange(text: string): number {
  if (!/^\s*\S{0,12}\s?\d{2}/.test(text)) return 0;
  const dates = findDates(text);
  if (!dates || !dates.isRange || dates.index > 0) return 0;
  return /^\s+\p{Lu}\p{L}{2}/u.test(text.slice(dates.length)) ? dates.length : 0;
}

export const textOf = (parts: readonly Part[]): string =>
  parts
    .map((part) => part.text)
    .join("")
    .replace(/\s+/g, " ")
    .trim();

/** A line made of some parts of another; what the parts say about style goes for the new line. */
export function lineOf(base: Line, parts: readonly Part[], bullet = base.bullet): Line {
  const text = parts
    .map((part, i) => (i > 0 && part.apart ? "  " : "") + part.text)
    .join("")
    .trim();
  const weight = (test: (part: Part) => boolean): boolean =>
    parts.filter(test).reduce((sum, p) => sum + p.text.trim().length, 0) * 2 >
    parts.reduce((sum, p) => sum + p.text.trim().length, 0);
  const longest = parts.toSorted((a, b) => b.text.length - a.text.length)[0];
  const x = Math.min(...parts.map((p) => p.x));
  const right = Math.max(...parts.map((p) => p.right));
  const box = { ...base.box, x, width: right - x };
  return {
    ...base,
    text,
    parts,
    bullet,
    box,
    indent: x,
    fontSize: longest?.fontSize ?? base.fontSize,
    bold: weight((p) => p.bold),
    italic: weight((p) => p.italic),
    colour: longest?.colour ?? base.colour,
    place: base.place.kind === "box" ? { ...base.place, box } : base.place,
  };
}

/** A style two lines share when a reader would take them for the same kind of line. */
export const styleOf = (line: Line): string =>
  `${Math.round(line.fontSize * 2)}|${line.bold ? "b" : ""}${line.italic ? "i" : ""}|${line.headingLevel}`;
