import { SECTION_IDS, type SectionId, type Theme } from "../../../theme.ts";
import { SECTION_NAMES, sectionOf } from "../section-moves.ts";
import { folded, isSlipOf, textWords, type TextWord } from "./text-words.ts";

/** A section that a text speaks of, and where. */
export interface SaidSection {
  readonly id: SectionId;
  readonly start: number;
  readonly end: number;
}

const NO_NAME =
  /^(?:the|my|a|an|and|or|n|to|of|in|on|at|for|all|section|part|first|last|up|down|just|only|over|outside)$/u;
/** Words for what stands in a section, by which people call the section itself. */
const SINGULAR: Readonly<Record<string, string>> = {
  job: "jobs",
  experience: "experience",
  qualification: "certificates",
  qualifications: "certificates",
  "where ive worked": "work",
  training: "certificates",
  volunteer: "volunteering",
  "free time": "interests",
  "spare time": "interests",
  "pass times": "interests",
  extracurriculars: "interests",
  quotes: "references",
  referees: "references",
  intro: "about",
  blurb: "about",
  degree: "education",
  uni: "education",
  "my degree": "education",
  skill: "skills",
  language: "languages",
  project: "projects",
  award: "awards",
  certificate: "certificates",
  reference: "references",
  hobby: "interests",
  publication: "publications",
};
/** Singular words that as often mean one thing of the kind: they count where no section is named. */
const ONE_OF_KIND =
  /^(?:skill|language|project|award|certificate|reference|hobby|publication|school)$/u;

/** “Positions of” and “about my jobs” speak of no section called so. */
function isNoSection(text: string, run: readonly TextWord[]): boolean {
  const said = run.map(({ word }) => word).join(" ");
  const behind = text.slice(run.at(-1)!.end);
  if (said === "about")
    return (
      !/^\s+(?:me\b|text|section|bit|part|page|$)/iu.test(behind) &&
      !/\bthe\s+$/iu.test(text.slice(0, run[0]!.start)) &&
      run[0]!.start > 0
    );
  const isWithAbout = run.length > 1 && run.some(({ word }) => word === "about");
  if (isWithAbout && !/^about (?:me|myself|text)$/u.test(said)) return true;
  if (/^positions?$|^interested$/u.test(said)) return true;
  return said === "work" && /^\s+(?:better|well|fine|in|for|out|with|on)\b/iu.test(behind);
}

/** “Skills and languages” are two, unless the two together are one section’s title. */
function isSeveral(written: string, theme: Theme): boolean {
  const parts = written.split(/\s*(?:[,;&/+]|\band\b|\bor\b|\bn\b)\s*/iu).filter(Boolean);
  return (
    parts.length > 1 &&
    !theme.sections.some(({ title }) => title && folded(title) === folded(written)) &&
    parts.some((part) => sectionOf(part, theme) !== null)
  );
}

/** “Skils”: a section’s name with a slip of the pen. */
const slippedSection = (word: string): SectionId | null =>
  SECTION_IDS.find((id) => {
    const name = folded(SECTION_NAMES[id]);
    return word !== name && id !== "about" && isSlipOf(word, name);
  }) ?? null;

function sectionIn(text: string, run: readonly TextWord[], theme: Theme): SectionId | null {
  if (NO_NAME.test(run[0]!.word) || NO_NAME.test(run.at(-1)!.word)) return null;
  const written = text.slice(run[0]!.start, run.at(-1)!.end);
  if (isSeveral(written, theme) || isNoSection(text, run)) return null;
  const said = run.map(({ word }) => word).join(" ");
  return sectionOf(written, theme) ?? sectionOf(SINGULAR[said] ?? said, theme);
}

/** The sections that a text speaks of, each once, in its order. */
export function sectionsSaid(text: string, theme: Theme): readonly SaidSection[] {
  const words = textWords(text);
  const found: (SaidSection & { readonly isOne: boolean })[] = [];
  for (let at = 0; at < words.length;) {
    let long = 0;
    for (let count = Math.min(4, words.length - at); count > 0 && long === 0; count -= 1) {
      const run = words.slice(at, at + count);
      const id = sectionIn(text, run, theme) ?? (count === 1 ? slippedSection(run[0]!.word) : null);
      if (id === null) continue;
      long = count;
      if (!found.some((one) => one.id === id)) {
        const isOne = count === 1 && ONE_OF_KIND.test(run[0]!.word);
        found.push({ id, start: run[0]!.start, end: run.at(-1)!.end, isOne });
      }
    }
    at += Math.max(1, long);
  }
  const named = found.filter(({ isOne }) => !isOne);
  return named.length > 0 ? named : found;
}
