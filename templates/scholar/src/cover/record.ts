import { content } from "../content";
import { machineDate } from "../format";
import { talks, writings } from "../publications/works";
import { sections, type SectionId } from "../theme";

export const MARKS = ["publications", "talks", "awards"] as const;
export type Mark = (typeof MARKS)[number];

export interface RecordYear {
  year: number;
  marks: readonly Mark[];
}

/** Fewer marks than this make no picture. */
const FEWEST = 3;
/** A longer stretch of years than this has no room for a column each. */
const LONGEST = 60;

const yearOf = (date?: string) => Number((date && machineDate(date)?.slice(0, 4)) || Number.NaN);
const isShown = (id: SectionId) => sections.some((section) => section.id === id);

/** Every year from the first thing with a date to the last, also those with nothing. */
export function recordYears(): readonly RecordYear[] {
  const works = isShown("publications");
  const marks: { year: number; mark: Mark }[] = [
    ...(works ? writings : []).map(({ year }) => ({
      year: Number(year || Number.NaN),
      mark: "publications" as const,
    })),
    ...(works ? talks : []).map(({ year }) => ({
      year: Number(year || Number.NaN),
      mark: "talks" as const,
    })),
    ...(isShown("awards") ? (content.awards ?? []) : []).map(({ date }) => ({
      year: yearOf(date),
      mark: "awards" as const,
    })),
  ].filter(({ year }) => year > 0);
  const years = marks.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (marks.length < FEWEST || last === first || last - first >= LONGEST) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    year: first + at,
    marks: marks.filter(({ year }) => year === first + at).map(({ mark }) => mark),
  }));
}
