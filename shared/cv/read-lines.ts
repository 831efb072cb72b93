import type { CvDocument, TextRun } from "../cv-document.ts";
import { isBulletAlone, withoutBullet } from "./bullets.ts";
import { findRegions, type Region } from "./columns.ts";
import { inDrawingOrder } from "./drawing-order.ts";
import { isDatesOnly } from "./fields/dates.ts";
import { flowStream } from "./flow-stream.ts";
import { withSetting } from "./column-setting.ts";
import { lineOf, WIDEST_LEADING, type Line } from "./line.ts";
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
