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
  const leading = leadings(lines);
  const flushRight = isFlushRight(lines);
  const widest = Math.max(0, ...lines.map((line) => line.box.width));
  const left = Math.min(...lines.map((line) => line.indent));
  return lines.map((line) => {
    const own = { ...line, leading: leading.get(settingKey(line, flushRight)) ?? line.leading };
    if (!flushRight) return own;
    return { ...own, flushRight, indent: left, room: line.box.x + widest };
  });
}

/** More lines end on one edge than begin on one. */
function isFlushRight(lines: readonly Line[]): boolean {
  if (lines.length < 4) return false;
  const share = (edges: readonly number[]): number =>
    Math.max(
      ...edges.map((edge) => edges.filter((other) => Math.abs(other - edge) < SAME_EDGE).length),
    ) / edges.length;
  const rights = lines.map((line) => line.box.x + line.box.width);
  return share(rights) >= MOST && share(lines.map((line) => line.box.x)) < 0.4;
}

const settingKey = (line: Line, flushRight: boolean): string =>
  `${styleOf(line)}|${flushRight ? "" : Math.round(line.indent / 4)}`;

/** For each style and indent the tightest distance that stands there more than once. */
function leadings(lines: readonly Line[]): Map<string, number> {
  const flushRight = isFlushRight(lines);
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
