import { pathWords } from "../path-words";
import { words } from "../words";
import { axis } from "./axis";
import type { Moment } from "./moment";
import { kinds, stops, type Stop } from "./stops";

/** What stands at one place of the line: what goes on, what ended in one year, what has no date. */
export interface Group {
  heading: string;
  /** A year, or a word that stands for one; else the heading is a title and stands over its stops. */
  isTime: boolean;
  /** A year for machines. */
  year: string | undefined;
  stops: readonly Stop[];
  /** Years since the group above, at most a few: the space between them. */
  gap: number;
}

/** Longer stretches without anything take no more room than this, in years. */
const LONGEST_GAP = 4;

const latest = ({ isOpen, span }: Stop): Moment =>
  isOpen ? Number.POSITIVE_INFINITY : Math.max(span!.from, span!.to - 0.001);

const newestFirst = (a: Stop, b: Stop) =>
  latest(a) === latest(b) ? b.span!.from - a.span!.from : latest(b) - latest(a);

function byYear(): Group[] {
  const groups: (Group & { stops: Stop[] })[] = [];
  let last = axis?.to ?? 0;
  for (const stop of stops.filter(({ span }) => span).sort(newestFirst)) {
    const year = stop.isOpen ? undefined : String(Math.floor(latest(stop)));
    const heading = year ?? words.present;
    const group = groups[groups.length - 1];
    if (group?.heading === heading) {
      group.stops.push(stop);
      continue;
    }
    const gap = year ? Math.min(LONGEST_GAP, Math.max(0, last - Number(year) - 1)) : 0;
    if (year) last = Number(year);
    groups.push({ heading, isTime: true, year, stops: [stop], gap });
  }
  return groups;
}

/** Where nothing has a date, kinds are what there is to go by. */
function byKind(): Group[] {
  return kinds.map(({ kind, title, stops }) => ({
    heading: title ?? words[kind],
    isTime: false,
    year: undefined,
    stops,
    gap: 0,
  }));
}

function allGroups(): readonly Group[] {
  if (!axis) return byKind();
  const undated = stops.filter(({ span }) => !span);
  if (undated.length === 0) return byYear();
  return [
    ...byYear(),
    { heading: pathWords.undated, isTime: false, year: undefined, stops: undated, gap: 1 },
  ];
}

export const groups = allGroups();
