import { isDatesOnly, isDuration } from "./fields/dates.ts";
import { isPlace } from "./fields/places.ts";
import { headingKind } from "./heading-words.ts";
import { textOf, type Part } from "./line.ts";
import { formRows, type OrderedRun, type Row } from "./rows.ts";

/** A part of a page read by itself. `side` is a narrow column beside the main one. */
export interface Region {
  readonly page: number;
  readonly role: "main" | "side";
  readonly runs: readonly OrderedRun[];
}

interface Fragment {
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly order: number;
  readonly text: string;
}

const isHeading = ({ text }: Fragment): boolean => headingKind(text) !== null;
const isDate = ({ text }: Fragment): boolean => isDatesOnly(text) || isDuration(text);

interface Cut {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: readonly Fragment[];
  readonly right: readonly Fragment[];
}

/** Points between two places where a cut is tried. */
const STEP = 4;
/** A damaged file puts text a light year beside the page: cuts are tried no oftener than this. */
const MOST_CUTS = 1000;
/** A column has at least so many fragments. */
const FEWEST = 4;

/**
 * Finds columns that are read one after the other, and leaves rows that are read across (dates left or
 * right of their entry, labels beside a section) together. What tells them apart: the file draws an
 * independent column in one go, so its drawing order changes sides seldom; a date gutter changes sides
 * with each entry. Files with a scrambled order are judged by headings on both sides.
 */
export function findRegions(page: number, runs: readonly OrderedRun[], depth = 0): Region[] {
  if (runs.length === 0) return [];
  const fragments = toFragments(formRows(runs));
  const cut = depth < 2 ? bestCut(fragments) : null;
  if (!cut) return [{ page, role: "main", runs }];
  const middle = (run: OrderedRun): number => run.box.y + run.box.height * 0.8;
  const above = runs.filter((run) => middle(run) < cut.top);
  const below = runs.filter((run) => middle(run) > cut.bottom);
  const within = runs.filter((run) => middle(run) >= cut.top && middle(run) <= cut.bottom);
  const left = within.filter((run) => run.box.x < cut.x);
  const right = within.filter((run) => run.box.x >= cut.x);
  const leftIsMain = weight(left) >= weight(right);
  const inner = (members: readonly OrderedRun[], main: boolean): Region[] =>
    main ? findRegions(page, members, depth + 1) : [{ page, role: "side" as const, runs: members }];
  return [
    ...findRegions(page, above, depth + 1),
    ...inner(left, leftIsMain),
    ...inner(right, !leftIsMain),
    ...findRegions(page, below, depth + 1),
  ];
}

const weight = (runs: readonly OrderedRun[]): number =>
  runs.reduce((sum, run) => sum + run.box.width * run.box.height, 0);

function toFragments(rows: readonly Row[]): Fragment[] {
  return rows.flatMap((row) => {
    const cells: Part[][] = [];
    for (const part of row.parts) {
      if (cells.length && !part.apart) cells.at(-1)!.push(part);
      else cells.push([part]);
    }
    return cells.map((cell): Fragment => {
      const text = textOf(cell);
      return {
        x: cell[0]!.x,
        right: cell.at(-1)!.right,
        y: row.baseline,
        order: cell[0]!.order,
        text,
      };
    });
  });
}

function bestCut(fragments: readonly Fragment[]): Cut | null {
  if (fragments.length < 2 * FEWEST) return null;
  const from = Math.min(...fragments.map((f) => f.x));
  const to = Math.max(...fragments.map((f) => f.right));
  const step = Math.max(STEP, (to - from) / MOST_CUTS);
  const edges = fragments.flatMap((f) => [f.x, f.right]).toSorted((a, b) => a - b);
  let best: Cut | null = null;
  let bestScore = 0;
  let edge = 0;
  let before = from;
  for (let x = from + 0.12 * (to - from); x < from + 0.88 * (to - from); x += step) {
    // Between two edges nothing changes sides: such a cut is the one before.
    while (edge < edges.length && edges[edge]! < before) edge += 1;
    const isAsBefore = edge >= edges.length || edges[edge]! > x;
    before = x;
    if (isAsBefore) continue;
    for (const cut of clearStretches(fragments, x)) {
      const score =
        Math.min(cut.left.length, cut.right.length) + 0.1 * (cut.left.length + cut.right.length);
      if (score > bestScore && isIndependent(cut)) {
        best = cut;
        bestScore = score;
      }
    }
  }
  return best;
}

/** The stretches of a page's height where no fragment crosses `x`. */
function clearStretches(fragments: readonly Fragment[], x: number): Cut[] {
  const crossing = fragments
    .filter((f) => f.x < x && f.right > x)
    .map((f) => f.y)
    .toSorted((a, b) => a - b);
  const edges = [-1e9, ...crossing, 1e9];
  const cuts: Cut[] = [];
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const top = edges[i]! + 1;
    const bottom = edges[i + 1]! - 1;
    if (bottom <= top) continue;
    const within = fragments.filter((f) => f.y >= top && f.y <= bottom);
    const left = within.filter((f) => f.right <= x);
    const right = within.filter((f) => f.x >= x);
    if (left.length >= FEWEST && right.length >= FEWEST) cuts.push({ x, top, bottom, left, right });
  }
  return cuts;
}

function isIndependent(cut: Cut): boolean {
  const headings = (side: readonly Fragment[]): number => side.filter(isHeading).length;
  const [leftHeadings, rightHeadings] = [headings(cut.left), headings(cut.right)];
  // A column of labels beside their sections is read across.
  if (leftHeadings > 0 && leftHeadings >= 0.6 * cut.left.length) return false;
  // Neither is a column of dates, and of places with them, beside what they date.
  const dated = (side: readonly Fragment[]): number =>
    side.some(isDate) ? side.filter((f) => isDate(f) || isPlace(f.text)).length / side.length : 0;
  if (dated(cut.left) > 0.5 || dated(cut.right) > 0.5) return false;
  const height = (side: readonly Fragment[]): number =>
    Math.max(...side.map((f) => f.y)) - Math.min(...side.map((f) => f.y));
  if (Math.min(height(cut.left), height(cut.right)) < 60) return false;
  const inOrder = [
    ...cut.left.map((f) => ({ order: f.order, side: 0 })),
    ...cut.right.map((f) => ({ order: f.order, side: 1 })),
  ].toSorted((a, b) => a.order - b.order);
  let switches = 0;
  for (let i = 1; i < inOrder.length; i += 1)
    if (inOrder[i]!.side !== inOrder[i - 1]!.side) switches += 1;
  const fewest = Math.min(cut.left.length, cut.right.length);
  // Cells of grids under the headings of one side are drawn in turn with that side.
  const oneSided = Math.min(leftHeadings, rightHeadings) === 0 && leftHeadings + rightHeadings > 1;
  if (oneSided && switches > 2 && switches > 0.05 * fewest) return false;
  if (switches <= 3 || switches <= 0.12 * fewest)
    return fewest >= 6 || leftHeadings + rightHeadings > 0;
  return leftHeadings >= 2 && rightHeadings >= 2 && switches < 0.5 * fewest;
}
