import type { Resume, ResumeList } from "../../../resume.ts";
import { ENTRIES, entriesOf, type Entry, type EntryWords } from "../entry-words.ts";
import type { FoundEntry } from "../find-entries.ts";
import type { Mention } from "./mention.ts";
import { BY_NOUN, byKind } from "./mentions-by-kind.ts";
import { folded, isSlipOf, stem, textWords, type TextWord } from "./text-words.ts";

/** Words that stand in many names and call none of them. */
const ANYBODYS = new Set(
  (
    "the of and for in at a an st saint royal national university college school institute academy hospital company " +
    "group studio limited ltd inc gmbh senior junior lead head award prize certificate certified advanced first last new " +
    "online design digital international city street house centre center team service services management manager " +
    "assistant engineer developer officer director work project site website page portfolio to on with by my " +
    "science arts bachelor master degree diploma course training association society club association trust level best year top star north south east west winner"
  ).split(" "),
);

/** Words of every second request, which a name may hold by chance. */
const EVERYDAY = new Set(
  (
    "add remove hide show move change make take give last first next page site look text line name title date dates year years " +
    "month time link photo picture colour color dark light white black red green blue small big large short long good better " +
    "nice simple modern classic open close home back top bottom left right start end job jobs skill skills language languages " +
    "education experience interests hobbies about contact summary there here this that have need want please thanks going " +
    "menu footer header background button buttons border icon column columns sidebar gallery layout design style template level levels"
  ).split(" "),
);

const ofName = (name: string): readonly string[] =>
  textWords(name)
    .map(({ word }) => word)
    .filter((word) => !/^(?:and|&|the|of)$/u.test(word));

const isOwn = (word: string): boolean =>
  !ANYBODYS.has(word) && (word.length >= 4 || /\d|[+#]/u.test(word));

const isAnybodys = (word: string): boolean =>
  ANYBODYS.has(word) || EVERYDAY.has(word) || /^\d+$/u.test(word);

/** The text that entries are looked for in. */
interface Told {
  readonly whole: string;
  /** Where the person lives, folded. */
  readonly city: string | null;
}

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

/** A word is written as a name where it isn’t the first of its sentence. */
const isCapital = (text: readonly TextWord[], at: number, whole: string): boolean =>
  /^\p{Lu}/u.test(text[at]!.written) &&
  at > 0 &&
  !/[.!?:]\s*["']?$/u.test(whole.slice(0, text[at]!.start));

/** What points at a thing that both know of, or says of which kind it is: “the hotel”, “insurance job”. */
const POINTED_BEFORE = /\b(?:the|my|that|this|at|old|whole)\s+["']?$/iu;
const POINTED_BEHIND =
  /^["']?\s+(?:job|role|position|internship|degree|school|college|uni|university|project|award|certificate|cert|course|thing|one|gig|entry)\b/iu;

/** Words of a text that are some of a name’s. */
interface Run {
  /** The first of them in the name. */
  readonly from: number;
  readonly count: number;
  /** The first and the last of them in the text. */
  readonly at: number;
  readonly last: number;
}

/**
 * A single small word from the midst of a name (“chef” of “Pastry Chef of the Year”), or the town where the
 * person lives, which many names have: it calls the entry only where something points at it.
 */
function isWeak(
  { words }: Named,
  run: Run,
  text: readonly TextWord[],
  { whole, city }: Told,
): boolean {
  if (run.count === words.length) return false;
  const [{ start, word }, { end }] = [text[run.at]!, text[run.last]!];
  if (word === city && run.count === 1) return true;
  const isFirst = run.from === 0;
  // “14 cafés”: how many of a kind.
  if (/\d\s$/u.test(whole.slice(0, start))) return true;
  // A word of another name: “Food” of “West Country Food Guild”, “Park” of “Birchfield Park”.
  if (/(?<![.!?:]\s)(?<=\s)\p{Lu}[\p{L}\d]+\s$/u.test(whole.slice(0, start))) return true;
  if (!isFirst && /^\s\p{Lu}[\p{L}\d]/u.test(whole.slice(end))) return true;
  if (isFirst || run.count > 1 || isCapital(text, run.at, whole)) return false;
  return !(POINTED_BEFORE.test(whole.slice(0, start)) || POINTED_BEHIND.test(whole.slice(end)));
}

/** What a weak mention weighs: it counts only where nothing else is spoken of. */
const WEAK = 0.2;

function mentionOf(one: Named, text: readonly TextWord[], at: number, told: Told): Mention | null {
  let best: Mention | null = null;
  for (let from = 0; from < one.words.length; from += 1) {
    const { count, last, slips } = runLength(text, at, one.words, from);
    if (count === 0) continue;
    const isWhole = count === one.words.length;
    const isWritten = text
      .slice(at, last + 1)
      .some((_, place) => isCapital(text, at + place, told.whole));
    const run = one.words.slice(from, from + count);
    const owns = run.filter(isOwn);
    // Two words in a row call it, be they ever so short: “the first aid thing”.
    const isRow = count > 1 && run.some((word) => word.length > 2 && !isAnybodys(word));
    if (!isWhole && owns.length === 0 && !isRow) continue;
    // A name that is a word of every day, and a part of such words, is meant only where it is written as a name.
    const isEveryday =
      isWhole && count > 1
        ? false
        : run.every((word) => EVERYDAY.has(word) || word.startsWith("certificat"));
    if (isEveryday && (!isWritten || (!isWhole && from > 0))) continue;
    const strength = isWeak(one, { from, count, at, last }, text, told)
      ? WEAK
      : (isWhole ? 1 : 0.55 + 0.3 * (count / one.words.length)) -
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

/** A weak word calls what people write small, an interest or a skill, where nothing else is spoken of. */
const isAloneWeak = (list: ResumeList, named: readonly Mention[]): boolean =>
  named.length === 0 && (list === "interests" || list === "skills" || list === "projects");

const overlaps = (one: Mention, other: Mention) => one.start < other.end && other.start < one.end;

/**
 * The entries of the site that a text speaks of, in the order of the text, none over another: by their name,
 * a part of it, a slip of the pen, or their kind where that says which.
 */
export function mentionsIn(text: string, resume: Resume): readonly Mention[] {
  const words = textWords(text);
  const all = namedEntries(resume);
  const told: Told = { whole: text, city: folded(resume.basics?.location?.city ?? "") || null };
  const found = words.flatMap((_, at) =>
    all.flatMap((one) => mentionOf(one, words, at, told) ?? []),
  );
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
  const named = chosen.filter(({ strength }) => strength > BY_NOUN);
  const kept = chosen.filter(
    ({ strength, list }) =>
      strength > BY_NOUN ||
      (strength === BY_NOUN ? !named.some((one) => one.list === list) : isAloneWeak(list, named)),
  );
  // A word of what is quoted is no mention: it belongs to what is quoted.
  const quotes = [...text.matchAll(/"[^"]+"/gu)].map((one) => ({
    start: one.index + 1,
    end: one.index + one[0].length - 1,
  }));
  const isInside = (one: Mention) =>
    !one.isWhole &&
    quotes.some(
      ({ start, end }) => one.start >= start && one.end <= end && end - start > one.end - one.start,
    );
  return kept.filter((one) => !isInside(one)).toSorted((a, b) => a.start - b.start);
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
