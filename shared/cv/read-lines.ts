import type { CvDocument, FlowLine, TextRun } from "../cv-document.ts";
import { isBulletAlone, withoutBullet } from "./bullets.ts";
import { findRegions, type Region } from "./columns.ts";
import { headingKind } from "./heading-words.ts";
import { isDatesOnly, isDuration } from "./fields/dates.ts";
import { withSetting } from "./column-setting.ts";
import { lineOf, textOf, type Line, type Part } from "./line.ts";
import { formRows, type OrderedRun, type Row } from "./rows.ts";
import { mendGutterDates } from "./mend-gutter-dates.ts";
import { partsAsRead } from "./right-to-left.ts";
import { setTurnedApart, type TurnedText } from "./turned-text.ts";

/** Lines that belong together: the main text, and what stands in columns beside it. */
export type Stream = readonly Line[];

/** Step one: text runs or flow lines in reading order, column by column. */
export function readLines(document: Exclude<CvDocument, { kind: "resume" }>): Stream[] {
  if (document.kind === "flow") {
    // The paragraphs of Word and the blocks of HTML are whole; text and Markdown break their lines.
    const wraps = document.format === "txt" || document.format === "markdown";
    return [flowStream(document.lines, wraps)];
  }
  const { upright, turned } = setTurnedApart(document.runs, document.pages);
  const { inner, foot } = setMarginsApart(upright, document.pages);
  const regions = document.pages.flatMap((_, page) =>
    findRegions(
      page,
      inner.filter((run) => run.page === page),
    ),
  );
  const streamOf = (role: Region["role"]): Line[] =>
    regions
      .filter((region) => region.role === role)
      .flatMap((region) => linesOfRegion(region.page, region.runs));
  const streams = [streamOf("main"), streamOf("side"), linesOfRegion(0, foot)];
  return [...streams, ...turned.map(readTurned)].filter((lines) => lines.length > 0);
}

/** Turned text is read like a page of its own, after what stands upright. */
function readTurned({ page, runs, putBack }: TurnedText): Line[] {
  const ordered = runs.map((run, order) => ({ ...run, order }));
  return findRegions(page, ordered)
    .flatMap((region) => linesOfRegion(page, region.runs))
    .map(putBack);
}

/**
 * Sets apart what stands in the margins: page numbers and running heads go, the first page's foot is
 * kept by itself (people put their address there).
 */
function setMarginsApart(
  runs: readonly TextRun[],
  pages: readonly { readonly height: number }[],
): { readonly inner: OrderedRun[]; readonly foot: OrderedRun[] } {
  const height = (run: TextRun): number => pages[run.page]?.height ?? 800;
  const inMargin = (run: TextRun): boolean =>
    run.box.y < 0.12 * height(run) || run.box.y + run.box.height > 0.86 * height(run);
  const atEdge = (run: TextRun): boolean =>
    run.box.y < 0.06 * height(run) || run.box.y + run.box.height > 0.92 * height(run);
  const ordered = runs
    .map((run, order) => ({ ...run, order }))
    .filter((run) => !atEdge(run) || !isOwnNumber(run, pages.length));
  const rowKey = (run: TextRun): string => `${run.page}|${Math.round(run.box.y / 4)}`;
  const rowText = new Map<string, string>();
  for (const run of ordered.filter(inMargin))
    rowText.set(rowKey(run), `${rowText.get(rowKey(run)) ?? ""} ${run.text}`);
  const shape = (run: TextRun): string =>
    `${(rowText.get(rowKey(run)) ?? "").replace(/\d+/g, "#").trim()}|${Math.round(run.box.y / 4)}`;
  const pagesOf = new Map<string, Set<number>>();
  for (const run of ordered.filter(inMargin))
    pagesOf.set(shape(run), (pagesOf.get(shape(run)) ?? new Set()).add(run.page));
  const inner: OrderedRun[] = [];
  const foot: OrderedRun[] = [];
  for (const run of ordered) {
    const text = inMargin(run) ? (rowText.get(rowKey(run)) ?? "").trim() : null;
    const repeats = text !== null && (pagesOf.get(shape(run))?.size ?? 0) > 1;
    if (text !== null && atEdge(run) && PAGE_NUMBER.test(text)) continue;
    if (text === null || (!repeats && !(atEdge(run) && /@/.test(text)))) inner.push(run);
    else if (run.page > 0) continue;
    else if (run.box.y > 0.5 * height(run)) foot.push(run);
    else inner.push(run);
  }
  return { inner, foot };
}

const PAGE_NUMBER =
  /^(?:(?:page|seite|página|pagina|p\.)\s*)?\d{1,2}(?:\s*(?:\/|of|von|de|di|sur)\s*\d{1,2})?$/i;

/** “2/3” on the second of three pages is its number, whatever is printed close by. */
function isOwnNumber(run: TextRun, pages: number): boolean {
  const match = /^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(run.text.trim());
  return match !== null && Number(match[1]) === run.page + 1 && Number(match[2]) === pages;
}

function linesOfRegion(page: number, runs: readonly OrderedRun[]): Line[] {
  const rows = mendGutterDates(inDrawingOrder(formRows(runs)));
  const rights = rows
    .flatMap((row) => row.parts.findLast((part) => !isDatesOnly(part.text))?.right ?? [])
    .toSorted((a, b) => a - b);
  const room = rights[Math.floor(rights.length * 0.97)] ?? 0;
  const lines: Line[] = [];
  let before: Row | null = null;
  for (const row of rows) {
    const line = lineFromRow(row, page, room, before);
    if (line) lines.push(line);
    before = row;
  }
  return withSetting(lines);
}

/**
 * A grid inside a column (skills in three columns, bullets in two) is drawn column by column: rows whose
 * drawing interlocks are read as drawn, unless that order jumps about, as in a file put together anyhow.
 */
function inDrawingOrder(rows: readonly Row[]): Row[] {
  const result: Row[] = [];
  for (let i = 0; i < rows.length; i += 1) {
    const block = [rows[i]!];
    let last = lastOrder(rows[i]!);
    for (let more = interlocked(rows, i, last); more > 0; more = interlocked(rows, i, last)) {
      block.push(...rows.slice(i + 1, i + more + 1));
      i += more;
      last = Math.max(...block.map(lastOrder));
    }
    const drawn = block.length > 1 && block.some(isDivided) ? readAsDrawn(block) : null;
    result.push(...(drawn ?? block));
  }
  return result;
}

const lastOrder = (row: Row): number => Math.max(...row.parts.map((part) => part.order));

const isDivided = (row: Row): boolean =>
  row.parts.some((part) => part.apart && part.text.trim().length > 1);

/** A heading over a grid is drawn last where the layout lifts it; it stands first all the same. */
const isHeading = (row: Row): boolean =>
  !row.parts.some((part) => part.apart) && headingKind(textOf(row.parts)) !== null;

/** Rows that may lie between two whose drawing interlocks: a cell of theirs wraps. */
const ROWS_BETWEEN = 3;

/** How many of the rows after one belong to its grid: up to the next that was drawn before its end. */
function interlocked(rows: readonly Row[], at: number, last: number): number {
  for (let more = 1; more <= ROWS_BETWEEN && at + more < rows.length; more += 1) {
    if (!rows[at + more]!.parts.some((part) => part.order < last)) continue;
    // Looked at last, since few rows come so far.
    const between = rows.slice(at + 1, at + more);
    const reads = isHeading(rows[at]!) || rows.slice(at, at + more + 1).some(holdsDates);
    return reads || between.some(isHeading) ? 0 : more;
  }
  return 0;
}

/** A date beside what it dates is read across, whenever it was drawn. */
const holdsDates = (row: Row): boolean =>
  row.parts.some((part) => isDatesOnly(part.text) || isDuration(part.text));

interface Cell {
  readonly row: Row;
  readonly parts: readonly Part[];
}

/** Within one column nobody reads upwards, whatever was drawn first. */
function isOverRead(cell: Cell, read: readonly Cell[]): boolean {
  const edges = ({ parts }: Cell): readonly [number, number] => [parts[0]!.x, parts.at(-1)!.right];
  const [left, right] = edges(cell);
  return read.some((other) => {
    if (other.row.baseline <= cell.row.baseline + 2) return false;
    const [from, to] = edges(other);
    return Math.min(right, to) - Math.max(left, from) > 0.5 * Math.min(right - left, to - from);
  });
}

function readAsDrawn(block: readonly Row[]): Row[] | null {
  const cells = block
    .flatMap((row) => {
      const found: (Cell & { parts: Part[] })[] = [];
      for (const part of row.parts) {
        const last = found.at(-1);
        if (last && !part.apart) last.parts.push(part);
        else found.push({ row, parts: [{ ...part, apart: false }] });
      }
      return found;
    })
    .toSorted((a, b) => a.parts[0]!.order - b.parts[0]!.order);
  const upwards = cells.filter(
    ({ row }, i) => i > 0 && row.baseline < cells[i - 1]!.row.baseline - 2,
  ).length;
  if (upwards > cells.length / 3 || cells.some((cell, i) => isOverRead(cell, cells.slice(0, i))))
    return null;
  return cells.map(({ row, parts }) => ({ ...row, parts }));
}

/** Line heights of white space above; text set wider apart than this is no paragraph. */
const WIDEST_LEADING = 0.75;

function lineFromRow(row: Row, page: number, room: number, before: Row | null): Line | null {
  let parts = partsAsRead(row.parts);
  let bullet = false;
  if (parts.length > 1 && isBulletAlone(parts[0]!.text)) {
    parts = [{ ...parts[1]!, apart: false }, ...parts.slice(2)];
    bullet = true;
  } else {
    const rest = withoutBullet(parts[0]!.text);
    if (rest !== null) {
      parts = [{ ...parts[0]!, text: rest }, ...parts.slice(1)];
      bullet = true;
    }
  }
  const fontSize = Math.max(...parts.map((part) => part.fontSize));
  const height = row.bottom - row.top || fontSize;
  const distance = before && before.baseline <= row.baseline ? row.baseline - before.baseline : 0;
  const left = Math.min(...parts.map((part) => part.x));
  const right = Math.max(...parts.map((part) => part.right));
  const box = { x: left, y: row.top, width: right - left, height };
  const base: Line = {
    text: "",
    parts,
    page,
    box,
    bullet,
    fontSize,
    bold: false,
    italic: false,
    colour: "",
    headingLevel: 0,
    gapAbove: before ? Math.max(0, distance / fontSize - 1.2) : 2,
    indent: left,
    room,
    leading: WIDEST_LEADING,
    flushRight: false,
    wraps: true,
    place: { kind: "box", page, box },
  };
  const line = lineOf(base, parts, bullet);
  return line.text ? line : null;
}

/** Characters; texts broken by hand or by a program are broken at or below this. */
const WIDEST_TEXT = 100;

function flowStream(lines: readonly FlowLine[], wraps: boolean): Line[] {
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
