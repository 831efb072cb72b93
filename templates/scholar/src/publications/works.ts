import { content } from "../content";
import type { Publication } from "../resume";
import { creditsOf } from "./authors";
import { kindOf, KINDS, type Extra, type Kind } from "./kinds";

/** One publication or talk, as the page cites it. */
export interface Work {
  /** Its anchor on the page. */
  id: string;
  /** "12" for what is written, "T3" for what was said; the newest has the highest, so that a number stays. */
  label: string;
  kind: Kind;
  /** "2024"; empty where the date names none. */
  year: string;
  date: string | undefined;
  title: string;
  publisher: string | undefined;
  /** The kind in the file's own words, where it has that field. */
  type: string | undefined;
  url: string | undefined;
  authors: readonly string[];
  text: string | undefined;
}

const yearIn = (date: string) => /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.exec(date)?.[0] ?? "";

function toWork(publication: Publication & Extra): Omit<Work, "id" | "label"> {
  const { name = "", publisher, releaseDate, url, type } = publication;
  return {
    ...creditsOf(publication),
    kind: kindOf(publication),
    year: yearIn(releaseDate ?? ""),
    date: releaseDate,
    title: name,
    publisher,
    type: typeof type === "string" ? type : undefined,
    url,
  };
}

/** A date that names no year ("forthcoming") comes before all years, no date at all after them. */
const rank = ({ year, date }: { year: string; date: string | undefined }) =>
  year ? date!.replace(/^\D*/, "") : date ? "9999" : "";

const newestFirst = (publications: readonly Publication[]) =>
  publications
    .map(toWork)
    .map((work, at) => ({ work, at }))
    .sort((a, b) => {
      const [one, other] = [rank(a.work), rank(b.work)];
      return one === other ? a.at - b.at : one < other ? 1 : -1;
    })
    .map(({ work }) => work);

function numbered(works: readonly Omit<Work, "id" | "label">[], prefix: string): Work[] {
  return works.map((work, at) => {
    const number = works.length - at;
    return { ...work, id: `publication-${prefix.toLowerCase()}${number}`, label: prefix + number };
  });
}

const all = newestFirst(content.publications ?? []);

/** What was written, newest first. */
export const writings = numbered(
  all.filter(({ kind }) => kind !== "talk"),
  "",
);

/** What was said: talks, keynotes, invited lectures. */
export const talks = numbered(
  all.filter(({ kind }) => kind === "talk"),
  "T",
);

/** The kinds there are, with how many of each. */
export const kindsThere: readonly { kind: Kind; count: number }[] = KINDS.map((kind) => ({
  kind,
  count: all.filter((work) => work.kind === kind).length,
})).filter(({ count }) => count > 0);

export interface YearGroup {
  /** "2024", "forthcoming", or empty where there is no date. */
  heading: string;
  works: readonly Work[];
}

/** Works that follow each other in one year, or under one word for it. */
export function byYear(works: readonly Work[]): readonly YearGroup[] {
  const groups: { heading: string; works: Work[] }[] = [];
  for (const work of works) {
    const heading = work.year || (work.date ?? "");
    const last = groups[groups.length - 1];
    if (last?.heading === heading) last.works.push(work);
    else groups.push({ heading, works: [work] });
  }
  return groups;
}
