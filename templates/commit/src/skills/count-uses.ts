import { filled } from "../filled";
import { resume } from "../resume";

/** All that a value of the résumé says, a text a line. */
const said = (value: unknown): string =>
  typeof value === "object" && value !== null
    ? Object.values(value).map(said).join("\n")
    : String(value ?? "");

const entries = [
  ...filled(resume.projects),
  ...filled(resume.work),
  ...filled(resume.volunteer),
  ...filled(resume.publications),
].map((entry) => said(entry).toLowerCase());

/** How many projects, jobs and publications name this, as a whole word. */
export function countUses(term: string): number {
  const word = term
    .trim()
    .toLowerCase()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "u");
  return entries.filter((text) => pattern.test(text)).length;
}
