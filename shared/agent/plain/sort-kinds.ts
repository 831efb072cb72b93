import type { ResumeList } from "../../resume.ts";
import { ENTRIES, entriesOf, withEntries, type Entry } from "./entry-words.ts";
import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";

const dated = (entry: Entry) =>
  String(entry["endDate"] ?? entry["startDate"] ?? entry["date"] ?? entry["releaseDate"] ?? "");

/** Newest first: what still goes on before what has ended, then by its last date. */
function newestFirst(entries: readonly Entry[]): readonly Entry[] {
  const rank = (entry: Entry) =>
    entry["startDate"] && !entry["endDate"] ? `9999${String(entry["startDate"])}` : dated(entry);
  return entries.toSorted((a, b) => rank(b).localeCompare(rank(a)));
}

function sorted(
  list: ResumeList,
  { resume }: PlainContext,
  order: (entries: readonly Entry[]) => readonly Entry[],
  how: string,
): PlainAnswer {
  const before = entriesOf(resume, list);
  const after = order(before);
  const same = after.every((entry, at) => entry === before[at]);
  if (same) return nothing(`They are ${how} already.`);
  return content(`Sorted: ${how}.`, withEntries(resume, list, after));
}

const LIST_OF: Readonly<Record<string, ResumeList>> = {
  job: "work",
  jobs: "work",
  experience: "work",
  work: "work",
  "work experience": "work",
  project: "projects",
  projects: "projects",
  education: "education",
  degrees: "education",
  awards: "awards",
  certificates: "certificates",
  publications: "publications",
  papers: "publications",
  volunteering: "volunteer",
  skills: "skills",
  languages: "languages",
  interests: "interests",
  hobbies: "interests",
};
const listOf = (words: string) =>
  LIST_OF[words.toLowerCase().replace(/^(?:the|my|all|all my) /, "")] ?? null;

export const SORT_KINDS = [
  kind(
    "sort-newest",
    "newest jobs first",
    `(sort|order|arrange|show|put|list) {list} [by date] [with|so that|in order|in order of] [the] (newest|latest|most recent|newest one|latest one|newest ones|most recent one) [one|ones|job|project|is|comes|are|come] (first|on top|at the top)
     (sort|order|arrange|show|put|list) {list} (by date|chronologically|in chronological order|in reverse order of time|in reverse chronological order|reverse chronologically|by year|by time|from new to old|from newest to oldest|newest to oldest|in order of time|in date order)
     {list} (by date|from newest to oldest|newest to oldest|newest first|latest first|most recent first|in reverse chronological order)
     [put|show|list] [the|my] (newest|latest|most recent) {list} first`,
    ({ list }, context) => {
      const id = listOf(list!);
      return id && sorted(id, context, newestFirst, "newest first");
    },
  ),
  kind(
    "sort-oldest",
    "oldest jobs first",
    `(sort|order|arrange|show|put|list) {list} [by date] [with|so that|in order] [the] (oldest|earliest|oldest one|oldest ones) [one|ones|job|project|is|comes|are|come] (first|on top|at the top)
     (sort|order|arrange|show|put|list) {list} (from old to new|from oldest to newest|oldest to newest)
     {list} (from oldest to newest|oldest to newest|oldest first|earliest first)
     [put|show|list] [the|my] (oldest|earliest) {list} first`,
    ({ list }, context) => {
      const id = listOf(list!);
      return (
        id && sorted(id, context, (entries) => newestFirst(entries).toReversed(), "oldest first")
      );
    },
  ),
  kind(
    "sort-names",
    "skills by name",
    `(sort|order|arrange|show|list|put) {list} (in alphabetical order|in abc order|from a-z|in a-z order|by letter)
     (sort|order|arrange|show|list|put) {list} (alphabetically|by name|by alphabet|a to z|a-z|from a to z)
     {list} (alphabetically|by name|by alphabet|a to z|a-z|in alphabetical order)
     alphabetical order (for|in) {list}`,
    ({ list }, context) => {
      const id = listOf(list!);
      const nameKey = ENTRIES.find((words) => words.list === id)?.keys[0];
      if (!id || !nameKey) return null;
      const byName = (entries: readonly Entry[]) =>
        entries.toSorted((a, b) =>
          String(a[nameKey] ?? "").localeCompare(String(b[nameKey] ?? "")),
        );
      return sorted(id, context, byName, "by name");
    },
  ),
];
