import { findDates } from "./fields/dates.ts";
import { readBasics } from "./fields/basics.ts";
import { readEducation } from "./fields/education.ts";
import { readInterests } from "./fields/interests.ts";
import { isLanguageName } from "./fields/language-names.ts";
import { readLanguages } from "./fields/languages.ts";
import { readProjects } from "./fields/projects.ts";
import { readReferences } from "./fields/references.ts";
import { AWARD, CERTIFICATE, PUBLICATION, readShortEntries } from "./fields/short-entries.ts";
import { readSkills } from "./fields/skills.ts";
import { readWork } from "./fields/work.ts";
import type { FoundTree } from "./found.ts";
import type { SectionKind } from "./heading-words.ts";
import { toItems, type Item } from "./items.ts";
import type { Line } from "./line.ts";
import type { Section } from "./section.ts";
import { vocabularyOf } from "./words.ts";

/** Country whose telephone numbers a CV in a language is likely to hold without a prefix. */
const COUNTRY: Readonly<Record<string, string>> = {
  en: "US",
  de: "DE",
  fr: "FR",
  es: "ES",
  pt: "BR",
  it: "IT",
  nl: "NL",
  zh: "CN",
  ja: "JP",
};

type ListReader = (items: readonly Item[]) => FoundTree[];

/** Which rules read which section, and where the result belongs. */
const READERS: Readonly<Partial<Record<SectionKind, readonly [list: string, read: ListReader]>>> = {
  work: ["work", (items) => readWork(items, "name")],
  volunteer: ["volunteer", (items) => readWork(items, "organization")],
  education: ["education", readEducation],
  awards: ["awards", (items) => readShortEntries(items, AWARD)],
  certificates: ["certificates", (items) => readShortEntries(items, CERTIFICATE)],
  publications: ["publications", (items) => readShortEntries(items, PUBLICATION)],
  skills: ["skills", readSkills],
  languages: ["languages", readLanguages],
  interests: ["interests", readInterests],
  references: ["references", readReferences],
  projects: ["projects", readProjects],
};

/** Em; in a column narrower than this the longest word of a list fills the line. */
const NARROW = 14;

/** In a narrow list a line goes on only where its words say so. */
function startsInNarrowList(line: Line, above: Line): boolean {
  if (line.room - line.box.x > NARROW * line.fontSize) return false;
  const open = above.text.lastIndexOf("(") > above.text.lastIndexOf(")");
  const goesOn = open || /^[(&+/]/.test(line.text) || /[-–/&,:]$|\s\p{Ll}{1,3}$/u.test(above.text);
  return !goesOn;
}

/** Awards and certificates that end with their date: the next line is the next one. */
function startsAfterDate(line: Line, above: Line): boolean {
  const dates = findDates(above.text);
  if (!dates || dates.index < 8 || !/^[\p{Lu}\p{Lo}]/u.test(line.text)) return false;
  return /^[\s.,;)]*$/.test(above.text.slice(dates.index + dates.length));
}

/** What begins an item in sections of lists, whose lines are short. */
const STARTS: Readonly<Partial<Record<SectionKind, (line: Line, above: Line) => boolean>>> = {
  languages: (line) => isLanguageName(line.text),
  skills: startsInNarrowList,
  interests: startsInNarrowList,
  awards: startsAfterDate,
  certificates: startsAfterDate,
};

/** Step four: each section through the rules of its kind. */
export function readFields(sections: readonly Section[], language: string): FoundTree {
  const allLines = sections.flatMap((section) => section.lines);
  const known = vocabularyOf(allLines.map((line) => line.text));
  const lists: Record<string, FoundTree[]> = {};
  const items = sections.map((section) =>
    toItems(section.lines, known, STARTS[section.kind as SectionKind]),
  );
  sections.forEach((section, i) => {
    const reader = READERS[section.kind as SectionKind];
    if (reader) (lists[reader[0]] ??= []).push(...reader[1](items[i]!));
  });
  const of = (...kinds: readonly Section["kind"][]): Item[] =>
    sections.flatMap((section, i) => (kinds.includes(section.kind) ? items[i]! : []));
  return {
    basics: readBasics({
      top: of("header"),
      contact: of("header", "contact"),
      summary: of("summary"),
      everywhere: allLines,
      countryHint: COUNTRY[language] ?? "US",
    }),
    ...lists,
  };
}
