import { RESUME_LISTS, type Resume, type ResumeList } from "../../resume.ts";
import { withBasics } from "./basics-edits.ts";
import { entriesOf, withEntries, type Entry } from "./entry-words.ts";
import { theOne } from "./find-entries.ts";
import type { PlainContext } from "./plain-kind.ts";
import { sectionOf } from "./section-moves.ts";

/** A text that somebody wrote: the headline, the summary, an entry’s own text or one of its lines. */
export interface TextPlace {
  readonly text: string;
  /** Whose it is; none: the person’s own. */
  readonly list?: ResumeList;
  readonly entry?: Entry;
  readonly field: "label" | "summary" | "description" | "reference" | "highlights";
  /** The résumé with this text in its place. */
  readonly with: (text: string) => Resume;
}

const OWN = ["label", "summary"] as const;
const OF_ENTRY = ["summary", "description", "reference"] as const;

function placesOf(resume: Resume, list: ResumeList): readonly TextPlace[] {
  const all = entriesOf(resume, list);
  return all.flatMap((entry, at) => {
    const put = (change: Entry) => withEntries(resume, list, all.with(at, { ...entry, ...change }));
    const whole = OF_ENTRY.flatMap((field): readonly TextPlace[] => {
      const text = entry[field];
      if (typeof text !== "string" || text === "") return [];
      return [{ text, list, entry, field, with: (next) => put({ [field]: next }) }];
    });
    const lines = (entry["highlights"] as readonly string[] | undefined) ?? [];
    const highlights = lines.map((text, place): TextPlace => ({
      text,
      list,
      entry,
      field: "highlights",
      with: (next) => put({ highlights: lines.with(place, next) }),
    }));
    return [...whole, ...highlights];
  });
}

/** Every text of the CV. Names, titles, dates and addresses aren’t texts. */
export function textPlaces(resume: Resume): readonly TextPlace[] {
  const own = OWN.flatMap((field): readonly TextPlace[] => {
    const text = resume.basics?.[field];
    return text ? [{ text, field, with: (next) => withBasics(resume, { [field]: next }) }] : [];
  });
  return [...own, ...RESUME_LISTS.flatMap((list) => placesOf(resume, list))];
}

const FIELD_OF: readonly (readonly [RegExp, TextPlace["field"]])[] = [
  [/^(?:headline|tagline|subtitle|label)$/iu, "label"],
  [
    /^(?:summary|bio|intro|introduction|profile|profile text|about|about me|about text)$/iu,
    "summary",
  ],
];

/**
 * The texts of one place, as people call it: “my summary”, “the headline”, “work”, “Acme”.
 * @returns `null` where nothing is called so
 */
export function placesAt(where: string, context: PlainContext): readonly TextPlace[] | null {
  const called = where.replace(/^(?:the|my) /iu, "").replace(/ (?:section|text)$/iu, "");
  const all = textPlaces(context.resume);
  const field = FIELD_OF.find(([words]) => words.test(called))?.[1];
  if (field) return all.filter((place) => !place.list && place.field === field);
  const found = theOne(called, context.resume);
  if (found) return all.filter(({ entry }) => entry === found.entry);
  const list = sectionOf(called, context.theme);
  if (list === null || list === "about") return null;
  return all.filter((place) => place.list === list);
}

/** Where words stand in a text. */
export interface WordsAt {
  readonly place: TextPlace;
  readonly start: number;
  readonly end: number;
}

const plainMarks = (text: string) => text.replace(/[‘’]/gu, "'").replace(/[“”„«»]/gu, '"');
const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** Every place where these words stand as whole words, whatever their capitals. */
export function wordsAt(words: string, places: readonly TextPlace[]): readonly WordsAt[] {
  const source = escaped(plainMarks(words)).replace(/\s+/gu, "\\s+");
  const what = new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, "giu");
  return places.flatMap((place) =>
    [...plainMarks(place.text).matchAll(what)].map(({ index, 0: found }) => ({
      place,
      start: index,
      end: index + found.length,
    })),
  );
}
