import { shareOf, type Axis } from "../time/axis";
import type { Kind, Stop } from "../time/stops";
import { lanes } from "../time/lanes";

/** The drawing's own units; it is stretched to the page's width and keeps its height in pixels. */
export const WIDTH = 1000;
const TALLEST = 240;
const WIDEST_LANE = 34;
/** How far along the line a branch takes to leave it, and to come back. */
const BEND = 26;
const EDGE = 14;

export interface Branch {
  id: string;
  kind: Kind;
  /** SVG path data. */
  d: string;
  isMoment: boolean;
  /** Ties a moment to the line. */
  stem: string | undefined;
}

export interface Drawing {
  height: number;
  /** Where the line itself runs. */
  trunk: number;
  branches: readonly Branch[];
}

/** Work and projects go up from the line, learning and what was given away go down. */
const ABOVE: readonly Kind[] = ["work", "projects", "publications"];

function depths(side: (kind: Kind) => boolean): Map<string, number> {
  const used = [...new Set(lanes.filter(({ stop }) => side(stop.kind)).map(({ lane }) => lane))];
  return new Map(
    lanes
      .filter(({ stop }) => side(stop.kind))
      .map(({ stop, lane }) => [stop.id, used.sort((a, b) => a - b).indexOf(lane) + 1]),
  );
}

const round = (value: number) => Math.round(value * 10) / 10;

function pathOf({ span, isOpen }: Stop, axis: Axis, trunk: number, y: number): string {
  const from = shareOf(span!.from, axis) * WIDTH;
  const to = isOpen ? WIDTH : shareOf(span!.to, axis) * WIDTH;
  if (!isOpen && to === from) return `M${round(from)} ${round(y)}h0`;
  const bend = Math.min(BEND, (to - from) * 0.35);
  const out = `M${round(from)} ${trunk}C${round(from + bend / 2)} ${trunk} ${round(from + bend / 2)} ${round(y)} ${round(from + bend)} ${round(y)}`;
  if (isOpen) return `${out}H${WIDTH}`;
  const half = round(to - bend / 2);
  return `${out}H${round(to - bend)}C${half} ${round(y)} ${half} ${trunk} ${round(to)} ${trunk}`;
}

/** The life as one line from which its parts leave and to which they come back. */
export function drawBranches(axis: Axis): Drawing {
  const above = depths((kind) => ABOVE.includes(kind));
  const below = depths((kind) => !ABOVE.includes(kind));
  const [up, down] = [above, below].map((side) => Math.max(0, ...side.values())) as [
    number,
    number,
  ];
  const step = Math.min(WIDEST_LANE, TALLEST / Math.max(1, up + down));
  const trunk = round(EDGE + up * step);
  const branches = lanes.map(({ stop }) => {
    const depth = above.get(stop.id) ?? -(below.get(stop.id) ?? 0);
    const isMoment = !stop.isOpen && stop.span!.to === stop.span!.from;
    const y = trunk - depth * step;
    const d = pathOf(stop, axis, trunk, y);
    const stem = isMoment ? `${d.slice(0, -2)}V${trunk}` : undefined;
    return { id: stop.id, kind: stop.kind, d, isMoment, stem };
  });
  return { height: round(trunk + down * step + EDGE), trunk, branches };
}
