import type { Moment } from "./moment";
import { kinds, type Stop } from "./stops";

export interface InLane {
  stop: Stop;
  lane: number;
}

/** No kind gets more than this; what would need another lies over what is in the last. */
const MOST_LANES = 6;

/** Where a stop's room in its lane ends; a moment needs a little to be seen. */
const endOf = ({ span, isOpen }: Stop): Moment =>
  isOpen ? Number.POSITIVE_INFINITY : Math.max(span!.to, span!.from + 0.3);

/**
 * Things that run at the same time lie beside each other: each takes the first lane of its kind that
 * is free when it begins.
 */
function pack(stops: readonly Stop[], firstLane: number): InLane[] {
  const free: Moment[] = [];
  return stops
    .filter(({ span }) => span)
    .sort((a, b) => a.span!.from - b.span!.from)
    .map((stop) => {
      const found = free.findIndex((moment) => moment <= stop.span!.from + 0.02);
      const lane = Math.min(found < 0 ? free.length : found, MOST_LANES - 1);
      free[lane] = endOf(stop);
      return { stop, lane: firstLane + lane };
    });
}

/** Every stop with a time in its lane, counted from 0 through all kinds in the owner's order. */
export const lanes: readonly InLane[] = kinds.reduce<InLane[]>((all, { stops }) => {
  const first = Math.max(-1, ...all.map(({ lane }) => lane)) + 1;
  return [...all, ...pack([...stops], first)];
}, []);

export const laneCount = Math.max(-1, ...lanes.map(({ lane }) => lane)) + 1;
