import { headingKind } from "./heading-words.ts";
import type { Line } from "./line.ts";
import type { Section } from "./section.ts";

/**
 * Sections that say by what they hold what their heading doesn't: “About” over an address and a
 * telephone number is where to reach somebody; short words under “Systems” and “Methods” beside the
 * languages or other skills are skills, each heading a group's name. Takes the sections of one stream.
 */
export function nameByContent(sections: readonly Section[]): Section[] {
  const isBeside = (at: number, step: 1 | -1): boolean => {
    const next = sections[at + step];
    if (!next) return false;
    if (next.kind === "skills" || next.kind === "languages") return true;
    return isSkillGroup(next) && isBeside(at + step, step);
  };
  return sections.map((section, at) => {
    if (section.kind === "summary" && holdsContacts(section.lines))
      return { ...section, kind: "contact" };
    if (!isSkillGroup(section) || !(isBeside(at, 1) || isBeside(at, -1))) return section;
    return { ...section, kind: "skills", lines: [section.heading!, ...section.lines] };
  });
}

const CONTACT = /[^\s@]+@[^\s@]+|^[+(]?\d[\d\s()./-]{6,}$|https?:\/\/|www\./;

const holdsContacts = (lines: readonly Line[]): boolean =>
  lines.some(({ text }) => CONTACT.test(text)) && lines.every(({ text }) => text.length < 60);

const isSkillGroup = ({ kind, heading, lines }: Section): boolean =>
  kind === "other" &&
  heading !== null &&
  headingKind(heading.text) === null &&
  lines.length >= 2 &&
  lines.every((line) => isListed(line.text));

/** A word or a few, as skills are: no date, no address, no sentence. */
const isListed = (text: string): boolean =>
  text.length <= 34 && text.split(/\s+/).length <= 4 && !/[.@]$|@|:\/\/|\d{4}/.test(text);
