import type { Moment } from "./moment";
import { stops } from "./stops";

/** The stretch of time that the page shows; nothing on it depends on today's date. */
export interface Axis {
  from: Moment;
  /** The last moment that the résumé names. What goes on runs past it. */
  to: Moment;
  isOpen: boolean;
}

/** What goes on has this share of the line beyond the last date that is known. */
const OPEN_SHARE = 0.06;

function makeAxis(): Axis | undefined {
  const spans = stops.flatMap(({ span }) => span ?? []);
  if (spans.length === 0) return undefined;
  const from = Math.floor(Math.min(...spans.map((span) => span.from)));
  const to = Math.ceil(Math.max(...spans.map((span) => span.to)) - 0.001);
  return { from, to: Math.max(to, from + 1), isOpen: stops.some((stop) => stop.isOpen) };
}

/** None when nothing has a date. */
export const axis = makeAxis();

/** Where a moment lies between the beginning (0) and the end (1), by true proportion. */
export function shareOf(moment: Moment, { from, to, isOpen }: Axis): number {
  return ((moment - from) / (to - from)) * (isOpen ? 1 - OPEN_SHARE : 1);
}

const STEPS = [1, 2, 5, 10, 20, 50];

/** Round years to name on the axis, at most so many. */
export function yearsOn({ from, to }: Axis, most: number): readonly number[] {
  const step = STEPS.find((one) => (to - from) / one <= most) ?? 100;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, at) => first + at * step);
}
