import type { Resume } from "../../../resume.ts";
import { entriesOf } from "../entry-words.ts";
import { inQuotes } from "./proposal.ts";
import { textWords, type TextWord } from "./text-words.ts";

const TOLD_IN = [
  "work",
  "volunteer",
  "projects",
  "education",
  "awards",
  "publications",
  "references",
] as const;

/** A text that somebody wrote, and whose it is. */
export interface SiteText {
  readonly text: string;
  readonly words: readonly TextWord[];
  /** The list and place of its entry; of the person’s own details where there is none. */
  readonly of: { readonly list: (typeof TOLD_IN)[number]; readonly at: number } | null;
  /** A line of an entry, not prose. */
  readonly isLine: boolean;
}

/** All texts of a site: the summary and headline, lines and descriptions. */
export function siteTexts(resume: Resume): readonly SiteText[] {
  const { summary, label } = resume.basics ?? {};
  const own = [summary, label].flatMap((text) =>
    text ? [{ text, words: textWords(text), of: null, isLine: false }] : [],
  );
  const told = TOLD_IN.flatMap((list) =>
    entriesOf(resume, list).flatMap((entry, at) => {
      const prose = ["summary", "description", "reference"].flatMap((key) =>
        typeof entry[key] === "string" ? [{ text: String(entry[key]), isLine: false }] : [],
      );
      const lines = (entry["highlights"] as readonly string[] | undefined) ?? [];
      return [...prose, ...lines.map((text) => ({ text, isLine: true }))].map((one) => ({
        ...one,
        words: textWords(one.text),
        of: { list, at },
      }));
    }),
  );
  return [...own, ...told].filter(({ text }) => text !== "");
}

/** Words in a row of one text: from the first to the last of them. */
export interface Place {
  readonly text: SiteText;
  readonly first: number;
  readonly last: number;
}

/** Where these words stand in a row, whatever their capitals and accents. */
export function placesOf(said: string, texts: readonly SiteText[]): readonly Place[] {
  const wanted = textWords(said).map(({ word }) => word);
  if (wanted.length === 0) return [];
  return texts.flatMap((text) =>
    text.words.flatMap((_, first) =>
      wanted.every((word, by) => text.words[first + by]?.word === word)
        ? [{ text, first, last: first + wanted.length - 1 }]
        : [],
    ),
  );
}

/** The words of a place as they are written, with the marks that belong to them: “22%”, “£6,500”. */
export function writtenAt({ text, first, last }: Place): string {
  const [start, end] = [text.words[first]!.start, text.words[last]!.end];
  const before = /[£$€]$/u.exec(text.text.slice(0, start))?.[0] ?? "";
  const behind = /^%/u.exec(text.text.slice(end))?.[0] ?? "";
  return before + text.text.slice(start, end) + behind;
}

/** What isn’t changed by a replacement in the texts. */
const NO_TEXT = new Set(["url", "image", "email", "phone", "startDate", "endDate", "date", "meta"]);
function timesIn(value: unknown, what: RegExp): number {
  if (typeof value === "string") return value.match(what)?.length ?? 0;
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value)
    .filter(([key]) => !NO_TEXT.has(key))
    .reduce((sum, [, one]) => sum + timesIn(one, what), 0);
}

/** How often a replacement would find these words, in names too. */
export const timesWritten = (words: string, resume: Resume): number =>
  timesIn(
    resume,
    new RegExp(
      `(?<![\\p{L}\\d])${words.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")}(?![\\p{L}\\d])`,
      "gu",
    ),
  );

/** A small letter where the words stood at the beginning of a sentence becomes a capital. */
const inCase = (fresh: string, old: string): string =>
  /^\p{Lu}\p{Ll}/u.test(old) && /^\p{Ll}/u.test(fresh)
    ? fresh[0]!.toUpperCase() + fresh.slice(1)
    : fresh;

/**
 * The request that puts other words in one place only: the words beside it are said with it until they stand
 * together once on the site; `null` where they never do.
 */
export function replaceAt(place: Place, fresh: string, resume: Resume): string | null {
  const { text } = place;
  const old = writtenAt(place);
  const by = inCase(fresh, old);
  if (old === by || by === "") return null;
  if (text.of === null && text.text === resume.basics?.label) {
    return `my headline is ${inQuotes(text.text.replace(old, () => by))}`;
  }
  const oldStart = text.text.indexOf(old, Math.max(0, text.words[place.first]!.start - 1));
  // A number is said with what it counts: “900 croissants”.
  const isCounted = /^[£$€]?[\d.,]+$/u.test(old) && place.last + 1 < text.words.length;
  for (let [first, last] = [place.first, place.last + (isCounted ? 1 : 0)]; ;) {
    const [start, end] = [
      Math.min(oldStart, text.words[first]!.start),
      Math.max(oldStart + old.length, text.words[last]!.end),
    ];
    const words = text.text.slice(start, end);
    if (!words.includes('"') && timesWritten(words, resume) === 1) {
      const now =
        text.text.slice(start, oldStart) + by + text.text.slice(oldStart + old.length, end);
      return `replace ${inQuotes(words)} with ${inQuotes(now)}`;
    }
    if (last + 1 < text.words.length && last - place.last < 3) last += 1;
    else if (first > 0) first -= 1;
    else return null;
  }
}

/** Words that say which text is meant: not those of every request. */
const COMMON = new Set(
  (
    "bullet bulet point line remove delete take about with from that this first second third last please dont want need " +
    "thing under where there their which made make really should would could actually change number wrong says said " +
    "instead word text sentence summary replace correct more also have been were they them your mine just only skip leave"
  ).split(" "),
);

/** Whether a word tells which text is meant. */
export const isTelling = (word: string): boolean =>
  (word.length > 3 || /\d/u.test(word)) && !COMMON.has(word);

/**
 * How much of a text is spoken of in a request: a point for each word of weight, two more for three in a row.
 */
export function shared(
  said: readonly TextWord[],
  text: SiteText,
  stemmed: (w: string) => string,
): number {
  const asked = new Set(
    said
      .map(({ word }) => word)
      .filter(isTelling)
      .map(stemmed),
  );
  const own = new Set(text.words.map(({ word }) => stemmed(word)));
  const points = [...asked].filter((word) => own.has(word)).length;
  const line = ` ${text.words.map(({ word }) => word).join(" ")} `;
  const isRun = said.some((_, at) => {
    const run = said.slice(at, at + 3).map(({ word }) => word);
    return run.length === 3 && line.includes(` ${run.join(" ")} `);
  });
  return points + (isRun ? 2 : 0);
}
