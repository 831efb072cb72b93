import type { SectionId, Theme } from "../../../theme.ts";
import { sectionOf } from "../section-moves.ts";
import { textWords } from "./text-words.ts";

/** A section that a text speaks of, and where. */
export interface SaidSection {
  readonly id: SectionId;
  readonly start: number;
  readonly end: number;
}

const NO_NAME = /^(?:the|my|a|an|and|or|to|of|in|on|at|for|all|section|part|first|last|up|down)$/u;
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
  quotes: "references",
  intro: "about",
  blurb: "about",
  degree: "education",
  uni: "education",
  "my degree": "education",
};

/** The sections that a text speaks of, each once, in its order. */
export function sectionsSaid(text: string, theme: Theme): readonly SaidSection[] {
  const words = textWords(text);
  const found: SaidSection[] = [];
  for (let at = 0; at < words.length;) {
    let long = 0;
    for (let count = Math.min(4, words.length - at); count > 0 && long === 0; count -= 1) {
      const run = words.slice(at, at + count);
      if (NO_NAME.test(run[0]!.word) || NO_NAME.test(run.at(-1)!.word)) continue;
      const said = run.map(({ word }) => word).join(" ");
      const written = text.slice(run[0]!.start, run.at(-1)!.end);
      const id = sectionOf(written, theme) ?? sectionOf(SINGULAR[said] ?? said, theme);
      if (id === null) continue;
      long = count;
      if (!found.some((one) => one.id === id)) {
        found.push({ id, start: run[0]!.start, end: run.at(-1)!.end });
      }
    }
    at += Math.max(1, long);
  }
  return found;
}
