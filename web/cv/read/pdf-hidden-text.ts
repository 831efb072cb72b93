import type { TextRun } from "../../../shared/cv-document.ts";
import { headingKind } from "../../../shared/cv/heading-words.ts";
import { UNKNOWN, type PaintedRun } from "./pdf-operator-reader.ts";

/** Points; nobody prints a CV in it, and nobody reads it. */
const TINY = 1.6;
/** Largest distance of two colours (0–255 a channel) that the eye takes for one. */
const SAME_COLOUR = 10;
/**
 * Where most of a file's text has no contrast, the page has a ground that we don't know of; short of
 * that, text without contrast on a ground that we know is hidden, however much of it there is.
 */
const MOST_PALE = 0.85;

/** Parts what a person sees from what a file hides: invisible, off the page, tiny, without contrast (R1.9). */
export function setHiddenTextApart(
  runs: readonly PaintedRun[],
  pages: readonly { readonly width: number; readonly height: number }[],
): { readonly runs: TextRun[]; readonly hidden: TextRun[] } {
  const length = (list: readonly PaintedRun[]): number =>
    list.reduce((sum, run) => sum + run.text.length, 0);
  const pale = runs.filter((run) => sameColour(run.colour ?? "#000000", run.behind));
  const paleIsHidden = length(pale) <= MOST_PALE * length(runs);
  const headings = paleHeadings(pale);
  const invisible = runs.filter((run) => run.invisible);
  // A scan with recognised text under its picture is all invisible: that text is what there is.
  const invisibleIsHidden = length(invisible) < 0.8 * length(runs);
  const visible: TextRun[] = [];
  const hidden: TextRun[] = [];
  for (const run of runs) {
    const size = pages[run.page];
    const off =
      !size ||
      run.box.x > size.width ||
      run.box.x + run.box.width < 0 ||
      run.box.y > size.height ||
      run.box.y + run.box.height < 0;
    const isHidden =
      off ||
      run.fontSize < TINY ||
      (invisibleIsHidden && run.invisible) ||
      (paleIsHidden && !headings.has(run) && sameColour(run.colour ?? "#000000", run.behind));
    const { invisible: _i, behind: _b, ...plain } = run;
    (isHidden ? hidden : visible).push(plain);
  }
  return { runs: visible, hidden };
}

/**
 * A heading in the colour of its ground is a slip of the design. It is kept, since it says only what
 * the visible lines under it are; no value is ever made of it.
 */
function paleHeadings(pale: readonly PaintedRun[]): ReadonlySet<PaintedRun> {
  const rows = new Map<string, PaintedRun[]>();
  for (const run of pale) {
    const key = `${run.page}|${Math.round(run.box.y)}`;
    rows.set(key, [...(rows.get(key) ?? []), run]);
  }
  const isHeading = (row: readonly PaintedRun[]): boolean =>
    headingKind(row.map((run) => run.text).join("")) !== null;
  return new Set([...rows.values()].filter(isHeading).flat());
}

function sameColour(a: string, b: string): boolean {
  if (b === UNKNOWN) return false;
  const channels = (hex: string): number[] =>
    [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) || 0);
  const [x, y] = [channels(a), channels(b)];
  return x.every((value, i) => Math.abs(value - y[i]!) <= SAME_COLOUR);
}
