import type { ResumeList } from "../../resume.ts";
import {
  ENTRIES,
  entriesOf,
  isLanguage,
  sameWords,
  withEntries,
  type Entry,
} from "./entry-words.ts";
import { entryName, findEntries, type FoundEntry } from "./find-entries.ts";
import { without } from "./on-entry.ts";
import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { listed, nameOf, sectionOf } from "./section-moves.ts";

/** What an entry says, whatever its list calls it. */
type Part =
  "name" | "giver" | "date" | "text" | "url" | "start" | "end" | "role" | "lines" | "words";

/** The keys of JSON Resume for each part; a part that isn’t here has no place in that list. */
const KEYS: Partial<Record<ResumeList, Partial<Record<Part, string>>>> = {
  projects: {
    name: "name",
    giver: "entity",
    text: "description",
    url: "url",
    start: "startDate",
    end: "endDate",
    lines: "highlights",
    words: "keywords",
  },
  publications: {
    name: "name",
    giver: "publisher",
    date: "releaseDate",
    text: "summary",
    url: "url",
  },
  awards: { name: "title", giver: "awarder", date: "date", text: "summary" },
  certificates: { name: "name", giver: "issuer", date: "date", url: "url" },
  work: {
    name: "name",
    role: "position",
    text: "summary",
    url: "url",
    start: "startDate",
    end: "endDate",
    lines: "highlights",
  },
  volunteer: {
    name: "organization",
    role: "position",
    text: "summary",
    url: "url",
    start: "startDate",
    end: "endDate",
    lines: "highlights",
  },
  skills: { name: "name", words: "keywords" },
  interests: { name: "name", words: "keywords" },
  languages: { name: "language" },
};

/** Lists between which an entry stays what it is. */
const ALIKE: readonly (readonly ResumeList[])[] = [
  ["projects", "publications", "awards", "certificates"],
  ["work", "volunteer"],
  ["skills", "interests", "languages"],
];

const PART_NAMES: Readonly<Record<Part, string>> = {
  name: "name",
  giver: "giver",
  date: "date",
  text: "text",
  url: "link",
  start: "start",
  end: "end",
  role: "role",
  lines: "lines",
  words: "keywords",
};

/** The parts of an entry; what happened once has one date, what lasted its end. */
function partsOf({ words: { list }, entry }: FoundEntry, to: ResumeList): Map<Part, unknown> {
  const keys = Object.entries(KEYS[list]!) as [Part, string][];
  const parts = new Map(
    keys.flatMap(([part, key]) => {
      const value = entry[key];
      const isThere = Array.isArray(value) ? value.length > 0 : Boolean(value);
      return isThere ? [[part, value] as const] : [];
    }),
  );
  const wanted = KEYS[to]!;
  const date = parts.get("end") ?? parts.get("start");
  if (wanted.date && date !== undefined) {
    parts.set("date", date);
    parts.delete("start");
    parts.delete("end");
  }
  if (wanted.end && parts.has("date")) {
    parts.set("start", parts.get("date"));
    parts.set("end", parts.get("date"));
    parts.delete("date");
  }
  return parts;
}

function moved(found: FoundEntry, to: ResumeList, context: PlainContext): PlainAnswer | null {
  const { resume, theme } = context;
  const name = entryName(found);
  const parts = partsOf(found, to);
  const keys = KEYS[to]!;
  const isThere = entriesOf(resume, to).some((entry) => sameWords(entry[keys.name!], name));
  if (isThere) return nothing(`${nameOf(to, theme)} has “${name}” already.`);
  const entry: Entry = Object.fromEntries(
    [...parts].flatMap(([part, value]) => (keys[part] ? [[keys[part], value]] : [])),
  );
  const lost = [...parts.keys()].filter((part) => !keys[part]).map((part) => PART_NAMES[part]);
  const left = without(resume, found);
  const next = withEntries(left, to, [...entriesOf(left, to), entry]);
  const isHidden = theme.sections.some(({ id, visible }) => id === to && !visible);
  const said = [
    `“${name}” stands in ${nameOf(to, theme)} now.`,
    ...(lost.length > 0
      ? [`Its ${listed(lost)} had no place there; “undo” brings that back.`]
      : []),
    ...(isHidden ? [`That section is hidden: say “show ${nameOf(to, theme)}”.`] : []),
  ];
  return content(said.join(" "), next);
}

/** The list that words name, in the singular too: “an award”. */
function listOf(said: string, { theme }: PlainContext): ResumeList | null {
  const bare = said.replace(/^(?:the|my|an?) /iu, "").replace(/ (?:section|list)$/iu, "");
  const noun = ENTRIES.find(({ nouns }) => nouns.split("|").includes(bare.toLowerCase()))?.list;
  const section = sectionOf(bare, theme);
  return section === "about" ? null : (section ?? noun ?? null);
}

function toList(
  name: string,
  from: string | undefined,
  to: string,
  context: PlainContext,
): PlainAnswer | null {
  const target = listOf(to, context);
  const source = from === undefined ? undefined : listOf(from, context);
  if (target === null || source === null) return null;
  const group = ALIKE.find((lists) => lists.includes(target));
  const found = findEntries(context.resume, name, source).filter(
    ({ words }) => group?.includes(words.list) && words.list !== target,
  );
  const all = findEntries(context.resume, name, source);
  const one = found[0];
  // “Excel” may be a skill and a course: only what is there once.
  if (!one || all.length > 1) return null;
  if (target === "languages" && !isLanguage(entryName(one))) return null;
  return moved(one, target, context);
}

const MOVE = "(move|shift|transfer)";
const PUT = "(put|list|place)";
const A_LIST = "(a|an) {kind}";

/** An entry that stands in the wrong list. */
export const ENTRY_LIST_KINDS = [
  kind(
    "entry-to-list",
    "move The Tart Book to publications",
    `${MOVE} [the|my] {name} from [the|my] {from} (to|into|under|in) [the|my] {to}
     ${MOVE} [the|my] {name} (to|into|under|in|among|with) [the|my] {to}
     ${PUT} [the|my] {name} (to|into|under|in|among|with) [the|my] {list}
     [the|my] {name} (belongs|should be|should go|goes|should stand|should be listed|needs to be|has to be|belongs rather|really belongs) (in|under|to|into|among|with) [the|my] {to} [,] [and] not [in|under|to|a|an|the|my] {from}
     [the|my] {name} (belongs|should go|goes|should be listed|really belongs) (in|under|to|into|among|with) [the|my] {to}
     [the|my] {name} (is|was|should be) [really|actually] ${A_LIST}[,] [and] not (a|an) {from}
     (make|turn) [the|my] {name} (into|) ${A_LIST} instead of (a|an) {from}
     (turn) [the|my] {name} into ${A_LIST}`,
    ({ name, from, to, list, kind: noun }, context) => {
      // “Put sailing in my skills” may want it in both.
      const isListOfNames = /^(?:skills|interests|languages)$/u;
      if (list !== undefined && isListOfNames.test(listOf(list, context) ?? "")) return null;
      return toList(name!, from, (to ?? list ?? noun)!, context);
    },
  ),
];
