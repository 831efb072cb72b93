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
    `(sort|order|arrange|show) {list} [by date] [with|] (newest first|by date|latest first|most recent first|chronologically|newest on top)
     [put|show|list] [the|my] (newest|latest|most recent) {list} first`,
    ({ list }, context) => {
      const id = listOf(list!);
      return id && sorted(id, context, newestFirst, "newest first");
    },
  ),
  kind(
    "sort-oldest",
    "oldest jobs first",
    `(sort|order|arrange|show) {list} [by date] [with|] (oldest first|oldest on top)
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
    `(sort|order|arrange|show|list) {list} (alphabetically|by name|by alphabet|a to z|a-z|from a to z)
     {list} (alphabetically|by name|by alphabet|a to z|a-z)`,
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
