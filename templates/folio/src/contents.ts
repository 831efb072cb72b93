import { filled } from "./filled";
import { machineDate } from "./format";
import { resume } from "./resume";
import { sections, type SectionId } from "./theme";
import { words } from "./words";

/** A line of the table of contents: where a book gives pages, this gives years. */
export interface ContentsLine {
  id: SectionId;
  title: string;
  /** The owner's own title, if there is one. */
  ownTitle: string | undefined;
  /** "2011–", "2004–2010", "2019", or empty where nothing is dated. */
  years: string;
}

const yearOf = (date: unknown) =>
  typeof date === "string" ? machineDate(date)?.slice(0, 4) : undefined;

interface Dated {
  startDate?: string;
  endDate?: string;
  date?: string;
  releaseDate?: string;
}

/** From the first year to the last; open where something has begun and not ended. */
function spanOf(entries: readonly Dated[]): string {
  const years = entries
    .flatMap(({ startDate, endDate, date, releaseDate }) => [startDate, endDate, date, releaseDate])
    .flatMap((date) => yearOf(date) ?? [])
    .sort();
  const [first] = years;
  const last = years[years.length - 1];
  if (!first || !last) return "";
  const isOpen = entries.some(({ startDate, endDate }) => startDate && !endDate);
  if (isOpen) return `${first}–`;
  return first === last ? first : `${first}–${last}`;
}

/** The sections that have something to say, in the owner's order, each once. */
export function contents(): ContentsLine[] {
  const seen = new Set<SectionId>();
  return sections.flatMap(({ id, title }) => {
    const entries = id === "about" ? filled([resume.basics?.summary]) : filled<object>(resume[id]);
    if (seen.has(id) || entries.length === 0) return [];
    seen.add(id);
    const years = id === "about" ? "" : spanOf(entries as Dated[]);
    return [{ id, title: title || words[id], ownTitle: title || undefined, years }];
  });
}
