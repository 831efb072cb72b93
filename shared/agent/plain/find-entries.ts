import type { Resume, ResumeList } from "../../resume.ts";
import { ENTRIES, entriesOf, sameWords, type Entry, type EntryWords } from "./entry-words.ts";
import { nounsInPhrase } from "./entry-nouns.ts";

/** An entry of a list and where it stands. */
export interface FoundEntry {
  readonly words: EntryWords;
  readonly at: number;
  readonly entry: Entry;
  /** The key that holds the whole name it was called by; none where it was found by a part or a number. */
  readonly key?: string;
}

const all = (resume: Resume, list?: ResumeList): readonly FoundEntry[] =>
  ENTRIES.filter((words) => !list || words.list === list).flatMap((words) =>
    entriesOf(resume, words.list).map((entry, at) => ({ words, at, entry })),
  );

const named = (found: readonly FoundEntry[], name: string): readonly FoundEntry[] =>
  found.flatMap((one) => {
    const key = one.words.keys.find((each) => sameWords(one.entry[each], name));
    return key === undefined ? [] : [{ ...one, key }];
  });

/** Lists whose entries are a place and what somebody was there. */
const HAS_PARTS = /^(?:work|education|volunteer)$/u;

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];
const NTH =
  /^(?<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|last|top|bottom|(?<number>\d)(?:st|nd|rd|th)|newest|latest|most recent|oldest|earliest|current|present|only)$/iu;

const dateOf = (entry: Entry) =>
  String(entry["startDate"] ?? entry["endDate"] ?? entry["date"] ?? entry["releaseDate"] ?? "");

/** What stands out by its dates; nothing where one has none, or two have the same. */
function byDate(found: readonly FoundEntry[], isNewest: boolean): readonly FoundEntry[] {
  const dates = found.map(({ entry }) => dateOf(entry));
  const end = dates.toSorted().at(isNewest ? -1 : 0);
  const hits = found.filter((_, at) => dates[at] === end);
  return dates.includes("") || hits.length !== 1 ? [] : hits;
}

/** “The second job”: by its place on the page, by its dates where the word tells of them. */
function numbered(said: string, found: readonly FoundEntry[]): readonly FoundEntry[] {
  const groups = NTH.exec(said)?.groups;
  const nth = groups?.["nth"]?.toLowerCase();
  if (nth === undefined) return [];
  if (found.length === 1 && nth === "only") return found;
  if (/^(?:newest|latest|most recent)$/u.test(nth)) return byDate(found, true);
  if (/^(?:oldest|earliest)$/u.test(nth)) return byDate(found, false);
  if (/^(?:current|present)$/u.test(nth)) {
    const going = found.filter(({ entry }) => entry["startDate"] && !entry["endDate"]);
    return going.length === 1 ? going : [];
  }
  // A life’s first job is the last on the page: nobody knows which of the two is meant.
  const isDated = found.some(({ entry }) => entry["startDate"]);
  if (found.length > 1 && isDated && /^(?:first|last)$/u.test(nth)) return [];
  const number = groups?.["number"];
  const at = number === undefined ? ORDINALS.indexOf(nth) : Number(number) - 1;
  const place = nth === "last" || nth === "bottom" ? found.length - 1 : nth === "top" ? 0 : at;
  return found.filter((_, one) => one === place);
}

/** What jobs and degrees are called by their kind, where only one is of it. */
const BY_KIND: readonly (readonly [RegExp, ResumeList, string, RegExp])[] = [
  [/^(?:internship|traineeship)$/iu, "work", "position", /\b(?:intern|trainee)\b/iu],
  [/^apprenticeship$/iu, "work", "position", /\bapprentice\b/iu],
  [
    /^(?:master|masters|master's)(?: degree)?$/iu,
    "education",
    "studyType",
    /^M(?:aster|\.?[A-Z])/u,
  ],
  [
    /^(?:bachelor|bachelors|bachelor's)(?: degree)?$/iu,
    "education",
    "studyType",
    /^B(?:achelor|\.?[A-Z])/u,
  ],
  [/^(?:phd|doctorate)$/iu, "education", "studyType", /^(?:Ph\.?D|Doctor|Dr)/iu],
];
function ofKind(name: string, found: readonly FoundEntry[]): readonly FoundEntry[] {
  const kind = BY_KIND.find(([words]) => words.test(name));
  if (!kind) return [];
  const [, list, key, pattern] = kind;
  const hits = found.filter(
    ({ words, entry }) => words.list === list && pattern.test(String(entry[key] ?? "")),
  );
  return hits.length === 1 ? hits : [];
}

/** “My degree”, where there is one. */
const ONE_OF: Readonly<Record<string, ResumeList>> = {
  job: "work",
  degree: "education",
  project: "projects",
  award: "awards",
  certificate: "certificates",
  publication: "publications",
  "volunteer role": "volunteer",
};

/** Lists whose names are long and called by a part: “Brightside” for “Brightside Care Home”. */
const IN_PART: readonly ResumeList[] = [
  "work",
  "education",
  "volunteer",
  "projects",
  "certificates",
  "awards",
  "publications",
  "references",
];
/** Words that stand in many names and are nobody’s. */
const ANYBODYS =
  /^(?:the|of|and|for|in|at|st|saint|royal|national|university|college|school|institute|academy|hospital|company|group|studio|limited|senior|junior|award|prize|certificate|certified|advanced|first|last|new|online|design|digital|international)$/u;
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\d'’&+#.]+/gu) ?? [];

function inPart(name: string, found: readonly FoundEntry[], { basics }: Resume) {
  const wanted = wordsOf(name);
  const isOwn = wanted.some((word) => word.length >= 4 && !ANYBODYS.test(word));
  const said = ` ${wanted.join(" ")} `;
  const home = ` ${wordsOf(`${basics?.location?.city ?? ""} ${basics?.name ?? ""}`).join(" ")} `;
  if (!isOwn || home.includes(said)) return [];
  const hits = found.filter(({ words, entry }) => {
    const whole = ` ${wordsOf(String(entry[words.keys[0]!] ?? "")).join(" ")} `;
    return IN_PART.includes(words.list) && whole.includes(said);
  });
  return hits.length === 1 ? hits : [];
}

/**
 * The entries that these words call: by their whole name; else by it with their noun (“the job at Acme”,
 * “the triage skill”), by their number or date (“the second job”), or by a part of it that only one has.
 * @param list in this list only
 */
export function findEntries(
  resume: Resume,
  name: string,
  list?: ResumeList,
): readonly FoundEntry[] {
  const everywhere = all(resume, list);
  const bare = name.replace(/^(?:the|my|a|an) /iu, "").trim();
  const exact = named(everywhere, name);
  if (exact.length > 0) return exact;
  const called = named(everywhere, bare);
  if (called.length > 0) return called;
  for (const { list: noun, rest } of nounsInPhrase(bare)) {
    if (list !== undefined && noun !== list) continue;
    const those = all(resume, noun);
    const again = named(those, rest);
    const hits = again.length > 0 ? again : numbered(rest, those);
    // “My position at Acme” is found at Acme, and isn’t called so.
    if (hits.length > 0)
      return HAS_PARTS.test(noun)
        ? hits.map(({ words, at, entry }) => ({ words, at, entry }))
        : hits;
    const part = inPart(rest, those, { ...resume, basics: {} });
    if (part.length > 0) return part;
  }
  if (list !== undefined) {
    const nth = numbered(bare, everywhere);
    if (nth.length > 0) return nth;
  }
  const alone = ONE_OF[bare.toLowerCase()];
  if (alone !== undefined && (list === undefined || list === alone)) {
    const those = all(resume, alone);
    if (those.length === 1) return those;
  }
  const kind = ofKind(bare, everywhere);
  if (kind.length > 0) return kind;
  return inPart(bare, everywhere, list === undefined ? resume : { ...resume, basics: {} });
}

/** The one entry of this name; `null` where there is none, or several. */
export function theOne(name: string, resume: Resume, lists?: readonly ResumeList[]) {
  const found = findEntries(resume, name).filter(
    ({ words }) => !lists || lists.includes(words.list),
  );
  return found.length === 1 ? found[0]! : null;
}

/** How an entry is called in an answer. */
export const entryName = ({ words, entry }: FoundEntry): string =>
  String(words.keys.map((one) => entry[one]).find(Boolean) ?? words.called);
