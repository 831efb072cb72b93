import type { TextRun } from "../cv-document.ts";
import { composeAccents } from "./accents.ts";
import { isBulletAlone } from "./bullets.ts";
import { isDatesOnly, isMonthAlone } from "./fields/dates.ts";
import { headingKind } from "./heading-words.ts";
import { textOf, type Part } from "./line.ts";

/** Runs on one baseline, left to right, as parts. */
export interface Row {
  readonly page: number;
  readonly parts: readonly Part[];
  readonly top: number;
  readonly bottom: number;
  readonly baseline: number;
}

export interface OrderedRun extends TextRun {
  readonly order: number;
}

/** In em: wider than any word space, so what follows stands apart. */
const APART = 1;
/** In em: below it two runs belong to one word. */
const WORD_SPACE = 0.13;
/** Points; from here on text is a title, whose gaps are wider than a label's distance. */
const LARGE = 17;
/** Points; below it two runs touch and are one word. */
const LABEL_GAP = 1.2;
/** How much of the smaller run's height must overlap for one row; a superscript still does. */
const OVERLAP = 0.55;

const baselineOf = (run: TextRun): number => run.box.y + run.box.height * 0.8;

/** Groups the runs of one region of one page into rows, top to bottom. */
export function formRows(runs: readonly OrderedRun[]): Row[] {
  const open: { runs: OrderedRun[]; top: number; bottom: number }[] = [];
  for (const run of runs.toSorted((a, b) => baselineOf(a) - baselineOf(b) || a.order - b.order)) {
    const top = run.box.y;
    const bottom = run.box.y + run.box.height;
    const row = open.findLast((candidate) => {
      const overlap = Math.min(candidate.bottom, bottom) - Math.max(candidate.top, top);
      return overlap >= OVERLAP * Math.min(candidate.bottom - candidate.top, bottom - top);
    });
    if (row) row.runs.push(run);
    else open.push({ runs: [run], top, bottom });
  }
  const edges = commonLeftEdges(open.map((row) => Math.min(...row.runs.map((run) => run.box.x))));
  const drawnInOrder = isDrawnInOrder(open.map((row) => row.runs));
  return open
    .map(({ runs: members, top, bottom }) => ({
      page: members[0]!.page,
      parts: joinRuns(
        members.toSorted((a, b) => a.box.x - b.box.x || a.order - b.order),
        edges,
        drawnInOrder,
      ),
      top,
      bottom,
      baseline: baselineOf(members[0]!),
    }))
    .filter((row) => row.parts.length > 0)
    .toSorted((a, b) => a.baseline - b.baseline);
}

/**
 * The left edges that the text of a region stands on, where labels or dates stand left of it: a run that
 * begins on one within a row is set apart from what stands before it, however small the gap.
 */
function commonLeftEdges(starts: readonly number[]): number[] {
  const count = new Map<number, number>();
  for (const start of starts) {
    const key = Math.round(start);
    count.set(key, (count.get(key) ?? 0) + 1);
  }
  const fewest = Math.max(4, 0.12 * starts.length);
  const left = Math.min(...starts);
  return [...count].flatMap(([x, n]) => (n >= fewest && x > left + 20 ? [x] : []));
}

/** In rows of single letters, the gap between letters; 0 elsewhere. */
function letterSpacing(runs: readonly OrderedRun[]): number {
  const letters = runs.filter((run) => run.text.trim().length === 1);
  if (letters.length < 5 || letters.length < 0.7 * runs.length) return 0;
  const gaps = runs
    .slice(1)
    .map((run, i) => run.box.x - runs[i]!.box.x - runs[i]!.box.width)
    .toSorted((a, b) => a - b);
  return Math.max(0, gaps[Math.floor(gaps.length / 2)] ?? 0);
}

/** Share of neighbours on a row that a file draws one after the other when it draws its lines whole. */
const IN_ORDER = 0.85;

/** Whether the file draws each line of text in one go, so that what it draws apart is not one line. */
function isDrawnInOrder(rows: readonly (readonly OrderedRun[])[]): boolean {
  let neighbours = 0;
  let inOrder = 0;
  for (const row of rows) {
    const sorted = row.toSorted((a, b) => a.box.x - b.box.x);
    sorted.slice(1).forEach((run, i) => {
      const before = sorted[i]!;
      if (run.box.x - before.box.x - before.box.width > APART * run.fontSize) return;
      neighbours += 1;
      if (run.order === before.order + 1) inOrder += 1;
    });
  }
  return neighbours >= 6 && inOrder >= IN_ORDER * neighbours;
}

/** Something on another row was drawn between two neighbours: two columns that nearly touch. */
function isDrawnApart(before: OrderedRun, run: OrderedRun, row: readonly OrderedRun[]): boolean {
  const [from, to] = [Math.min(before.order, run.order), Math.max(before.order, run.order)];
  return row.filter((other) => other.order > from && other.order < to).length < to - from - 1;
}

function joinRuns(
  runs: readonly OrderedRun[],
  edges: readonly number[],
  drawnInOrder: boolean,
): Part[] {
  const spacing = letterSpacing(runs);
  const parts: Part[] = [];
  for (const [i, run] of runs.entries()) {
    const last = parts.at(-1);
    if (!last) {
      parts.push(partOf(run, "", false));
      continue;
    }
    const size = Math.max(run.fontSize, last.fontSize);
    const gap = run.box.x - last.right - spacing;
    // The same text painted twice a hair apart is a bold made by hand.
    if (last.text.trim() === run.text.trim() && gap < -0.5 * run.box.width) continue;
    const columns =
      drawnInOrder && gap > WORD_SPACE * size && isDrawnApart(runs[i - 1]!, run, runs);
    const glued = /^\d{4}/.test(run.text) && /\p{L}$/u.test(last.text) && isDatesOnly(run.text);
    const apart = columns || glued || gap > APART * size || startsOnEdge(run, parts, gap, edges);
    const space = gap > WORD_SPACE * size && !last.text.endsWith(" ") ? " " : "";
    if (!apart && sameStyle(last, run))
      parts[parts.length - 1] = {
        ...last,
        text: last.text + space + run.text,
        right: Math.max(last.right, run.box.x + run.box.width),
      };
    else parts.push(partOf(run, apart ? "" : space, apart));
  }
  return parts.map((part) => ({ ...part, text: composeAccents(part.text) }));
}

/** A run on an edge is set apart from a label or a date before it, or by more than a word's space. */
function startsOnEdge(
  run: OrderedRun,
  before: readonly Part[],
  gap: number,
  edges: readonly number[],
): boolean {
  const size = Math.max(run.fontSize, before.at(-1)?.fontSize ?? 0);
  if (size >= LARGE || gap <= LABEL_GAP) return false;
  if (!edges.some((edge) => Math.abs(run.box.x - edge) < 1.2)) return false;
  const text = textOf(before);
  // “Jan. 2017”: a year beside its month is no column.
  if (isMonthAlone(text) && /^\d/.test(run.text)) return false;
  if (gap > 0.4 * size) return true;
  return headingKind(text) !== null || isBulletAlone(text) || /\d/.test(text) || isMonthAlone(text);
}

const sameStyle = (part: Part, run: OrderedRun): boolean =>
  part.bold === run.bold &&
  part.italic === run.italic &&
  part.colour === (run.colour ?? "") &&
  part.href === run.href &&
  Math.abs(part.fontSize - run.fontSize) < 0.6;

const partOf = (run: OrderedRun, space: string, apart: boolean): Part => ({
  text: space + run.text,
  x: run.box.x,
  right: run.box.x + run.box.width,
  fontSize: run.fontSize,
  bold: run.bold,
  italic: run.italic,
  colour: run.colour ?? "",
  ...(run.href ? { href: run.href } : {}),
  apart,
  order: run.order,
});
