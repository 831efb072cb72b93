import type { Resume, ResumeList } from "../../../resume.ts";
import { ENTRIES, entriesOf, type Entry, type EntryWords } from "../entry-words.ts";
import { findEntries, type FoundEntry } from "../find-entries.ts";
import { folded, isSlipOf, stem, textWords, type TextWord } from "./text-words.ts";

/** An entry of the site that a text speaks of, and where. */
export interface Mention {
  readonly list: ResumeList;
  readonly found: FoundEntry;
  /** Its name, as the site has it. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Said wholly and rightly; else by a part of it, by its kind, or with a slip of the pen. */
  readonly isWhole: boolean;
  /** 0 to 1: how surely it is meant. */
  readonly strength: number;
}

/** Words that stand in many names and call none of them. */
const ANYBODYS = new Set(
  (
    "the of and for in at a an st saint royal national university college school institute academy hospital company " +
    "group studio limited ltd inc gmbh senior junior lead head award prize certificate certified advanced first last new " +
    "online design digital international city street house centre center team service services management manager " +
    "assistant engineer developer officer director work project site website page portfolio to on with by my " +
    "science arts bachelor master degree diploma course training association society club association trust"
  ).split(" "),
);

/** Words of every second request, which a name may hold by chance. */
const EVERYDAY = new Set(
  (
    "add remove hide show move change make take give last first next page site look text line name title date dates year years " +
    "month time link photo picture colour color dark light white black red green blue small big large short long good better " +
    "nice simple modern classic open close home back top bottom left right start end job jobs skill skills language languages " +
    "education experience interests hobbies about contact summary there here this that have need want please thanks going"
  ).split(" "),
);

const ofName = (name: string): readonly string[] =>
  textWords(name)
    .map(({ word }) => word)
    .filter((word) => !/^(?:and|&|the|of)$/u.test(word));

const isOwn = (word: string): boolean =>
  !ANYBODYS.has(word) && (word.length >= 4 || /\d|[+#]/u.test(word));

interface Named {
  readonly found: FoundEntry;
  readonly name: string;
  readonly words: readonly string[];
  readonly isMain: boolean;
}

function namedEntries(resume: Resume): readonly Named[] {
  return ENTRIES.flatMap((words: EntryWords) =>
    entriesOf(resume, words.list).flatMap((entry: Entry, at) =>
      words.keys.flatMap((key, index) => {
        const name = entry[key];
        if (typeof name !== "string" || name.trim() === "") return [];
        return [{ found: { words, at, entry }, name, words: ofName(name), isMain: index === 0 }];
      }),
    ),
  );
}

/** How many words of the text from `at` on are a run of the name’s, beginning at its word `from`. */
function runLength(
  text: readonly TextWord[],
  at: number,
  name: readonly string[],
  from: number,
): { readonly count: number; readonly last: number; readonly slips: number } {
  let [count, slips, index] = [0, 0, at];
  let last = at;
  while (index < text.length && from + count < name.length) {
    const [said, wanted] = [text[index]!.word, name[from + count]!];
    if (/^(?:and|&|the|of)$/u.test(said) && count > 0) {
      index += 1;
      continue;
    }
    const isSame = said === wanted || stem(said) === stem(wanted);
    if (!isSame && !isSlipOf(said, wanted)) break;
    if (!isSame) slips += 1;
    last = index;
    index += 1;
    count += 1;
  }
  return { count, last, slips };
}

function mentionOf(one: Named, text: readonly TextWord[], at: number): Mention | null {
  let best: Mention | null = null;
  for (let from = 0; from < one.words.length; from += 1) {
    const { count, last, slips } = runLength(text, at, one.words, from);
    if (count === 0) continue;
    const isWhole = count === one.words.length;
    const said = text.slice(at, last + 1);
    const isCapital = said.some(({ written }) => /^\p{Lu}/u.test(written));
    const owns = one.words.slice(from, from + count).filter(isOwn);
    const isEveryday = owns.every((word) => EVERYDAY.has(word));
    if (!isWhole && (owns.length === 0 || (isEveryday && !isCapital))) continue;
    // A short name that is a word of every day is meant only where it is written as a name.
    if (isWhole && count === 1 && EVERYDAY.has(one.words[0]!) && !isCapital) continue;
    const strength =
      (isWhole ? 1 : 0.55 + 0.3 * (count / one.words.length)) -
      (slips > 0 ? 0.15 : 0) -
      (one.isMain ? 0 : 0.1);
    if (best && best.strength >= strength) continue;
    best = {
      list: one.found.words.list,
      found: one.found,
      name: one.name,
      start: text[at]!.start,
      end: text[last]!.end,
      isWhole: isWhole && slips === 0,
      strength,
    };
  }
  return best;
}

const NTH =
  "first|second|third|fourth|fifth|last|top|bottom|newest|latest|most recent|oldest|earliest|current|present|only|old|previous";
const NOUNS: Readonly<Record<string, ResumeList>> = {
  job: "work",
  role: "work",
  position: "work",
  employer: "work",
  internship: "work",
  apprenticeship: "work",
  degree: "education",
  masters: "education",
  "master's": "education",
  bachelors: "education",
  "bachelor's": "education",
  phd: "education",
  school: "education",
  university: "education",
  uni: "education",
  project: "projects",
  award: "awards",
  certificate: "certificates",
  cert: "certificates",
  publication: "publications",
  reference: "references",
  "volunteer role": "volunteer",
};
const BY_KIND = new RegExp(
  `\\b(?:my|the|that|this)? ?(?:(?<nth>${NTH}) )?(?<noun>${Object.keys(NOUNS)
    .toSorted((a, b) => b.length - a.length)
    .join("|")})\\b(?! (?:title|section|history|description|market|advert|ad|application|hunt))`,
  "giu",
);

/** “My current job”, “the second project”, “my degree” where there is one. */
function byKind(text: string, resume: Resume): readonly Mention[] {
  return [...text.matchAll(BY_KIND)].flatMap((match) => {
    const noun = match.groups!["noun"]!.toLowerCase();
    const nth = match.groups!["nth"]?.toLowerCase();
    const list = NOUNS[noun]!;
    const all = entriesOf(resume, list);
    const called = nth === undefined ? noun : `${nth} ${noun === "uni" ? "university" : noun}`;
    const hits = findEntries(resume, called, list);
    const going = all.filter((entry) => entry["startDate"] && !entry["endDate"]);
    const only = all.length === 1 ? all : nth === "current" && going.length === 1 ? going : [];
    const entry = hits.length === 1 ? hits[0]!.entry : only[0];
    const words = ENTRIES.find((one) => one.list === list)!;
    if (!entry) return [];
    const found = { words, at: all.indexOf(entry), entry };
    const name = String(words.keys.map((key) => entry[key]).find(Boolean) ?? "");
    const start = match.index + (match[0].length - match[0].trimStart().length);
    return name === ""
      ? []
      : [
          {
            list,
            found,
            name,
            start,
            end: match.index + match[0].length,
            isWhole: false,
            strength: nth === undefined ? 0.6 : 0.8,
          },
        ];
  });
}

const overlaps = (one: Mention, other: Mention) => one.start < other.end && other.start < one.end;

/**
 * The entries of the site that a text speaks of, in the order of the text, none over another: by their name,
 * a part of it, a slip of the pen, or their kind where that says which.
 */
export function mentionsIn(text: string, resume: Resume): readonly Mention[] {
  const words = textWords(text);
  const all = namedEntries(resume);
  const found = words.flatMap((_, at) => all.flatMap((one) => mentionOf(one, words, at) ?? []));
  const kinds = byKind(text, resume);
  const ranked = [...found, ...kinds].toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || b.strength - a.strength,
  );
  const chosen: Mention[] = [];
  for (const one of ranked) {
    const rival = chosen.find((other) => overlaps(one, other));
    if (!rival) chosen.push(one);
  }
  // A job that is named and called a job is one mention: the name says which.
  const named = chosen.filter(({ strength }) => strength !== 0.6);
  const kept = chosen.filter(
    (one) => one.strength !== 0.6 || !named.some(({ list }) => list === one.list),
  );
  return kept.toSorted((a, b) => a.start - b.start);
}

/** The line of an entry that a text repeats, at least four words of it or all; where it stands. */
export function lineIn(
  text: string,
  resume: Resume,
): { readonly line: string; readonly start: number; readonly end: number } | null {
  const plainText = folded(text);
  const lines = (["work", "volunteer", "projects"] as const).flatMap((list) =>
    entriesOf(resume, list).flatMap(
      (entry) => (entry["highlights"] as readonly string[] | undefined) ?? [],
    ),
  );
  for (const line of lines) {
    const start = plainText.indexOf(folded(line).replace(/\.$/u, ""));
    if (start >= 0 && line.length > 6) return { line, start, end: start + line.length };
  }
  return null;
}
