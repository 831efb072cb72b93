import { filled, textOf } from "../filled";
import { resume, type Skill } from "../resume";

/** All that a value of the résumé says, a text a line. */
const said = (value: unknown): string =>
  value && typeof value === "object" ? Object.values(value).map(said).join("\n") : textOf(value);

const entries = [
  ...filled(resume.work),
  ...filled(resume.projects),
  ...filled(resume.volunteer),
  ...filled(resume.publications),
].map((entry) => said(entry).toLowerCase());

const escapeForPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** How many jobs, projects, volunteering and publications name the skill or one of its keywords. */
export function usesOf({ name, keywords }: Skill): number {
  const terms = filled([name, ...filled(keywords)]).map((term) =>
    escapeForPattern(textOf(term).toLowerCase()),
  );
  if (terms.length === 0) return 0;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${terms.join("|")})(?![\\p{L}\\p{N}])`, "u");
  return entries.filter((text) => pattern.test(text)).length;
}
