import { isDatesOnly } from "./fields/dates.ts";
import { styleOf, type Line } from "./line.ts";

/** Line heights by which the distances within one paragraph may differ. */
const JITTER = 0.15;
/** Points within which edges are the same. */
const SAME_EDGE = 1.5;
/** Share of a column's lines that an edge must hold to be the edge it is set on. */
const MOST = 0.8;

/**
 * How a column is set, which a single line can't tell: the room its lines have, whether it is flush
 * right, and the distance of lines within a paragraph, where paragraphs stand farther apart.
 */
export function withSetting(lines: readonly Line[]): Line[] {
  const edges = rightEdges(lines);
  const leading = leadings(lines, edges.length > 0);
  return lines.map((line) => {
    const key = settingKey(line, edges.length > 0);
    const own = { ...line, leading: leading.get(key) ?? line.leading };
    const edge = edges.find((at) => Math.abs(rightOf(line) - at) < SAME_EDGE);
    if (edge === undefined) return own;
    const column = lines.filter(
      (other) =>
        Math.abs(rightOf(other) - edge) < SAME_EDGE &&
        Math.abs(other.fontSize - line.fontSize) < 0.8,
    );
    const widest = Math.max(...column.map((other) => other.box.width));
    const left = Math.min(...lines.map((other) => other.indent));
    return { ...own, flushRight: true, indent: left, room: line.box.x + widest };
  });
}

const rightOf = (line: Line): number => line.box.x + line.box.width;

/** The edges, two at most, on which lines end whose beginnings are ragged: none in ordinary columns. */
function rightEdges(lines: readonly Line[]): number[] {
  if (lines.length < 4) return [];
  const near = (edges: readonly number[], at: number): number =>
    edges.filter((edge) => Math.abs(edge - at) < SAME_EDGE).length;
  const rights = lines.map(rightOf);
  const lefts = lines.map((line) => line.box.x);
  if (Math.max(...lefts.map((left) => near(lefts, left))) >= 0.4 * lines.length) return [];
  const best = (from: readonly number[]): number | undefined =>
    from.toSorted((a, b) => near(rights, b) - near(rights, a))[0];
  const first = best(rights);
  if (first === undefined) return [];
  const second = best(rights.filter((right) => Math.abs(right - first) >= SAME_EDGE));
  const edges = second !== undefined && near(rights, second) >= 4 ? [first, second] : [first];
  const held = edges.reduce((sum, edge) => sum + near(rights, edge), 0);
  return held >= MOST * lines.length ? edges : [];
}

const settingKey = (line: Line, flushRight: boolean): string =>
  `${styleOf(line)}|${flushRight ? "" : Math.round(line.indent / 4)}`;

/** For each style and indent the tightest distance that stands there more than once. */
function leadings(lines: readonly Line[], flushRight: boolean): Map<string, number> {
  const gaps = new Map<string, number[]>();
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    if (!above || above.page !== line.page || above.fontSize !== line.fontSize) return;
    if (line.box.y - above.box.y < 0.8 * line.fontSize || isDatesOnly(line.text)) return;
    const key = settingKey(line, flushRight);
    gaps.set(key, [...(gaps.get(key) ?? []), line.gapAbove]);
  });
  return new Map(
    [...gaps].flatMap(([key, list]) => {
      const sorted = list.toSorted((a, b) => a - b);
      const second = sorted.find((gap, i) => i > 0 && gap - sorted[i - 1]! < 0.08);
      return second === undefined ? [] : [[key, second + JITTER] as const];
    }),
  );
}
