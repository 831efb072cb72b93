import { filled, textOf } from "../filled";
import { machineDate } from "../format";
import { resume } from "../resume";

/** What a year in the index leads to: an entry, with all that it says in one line. */
interface Mention {
  year: string;
  text: string;
}

const said = (value: unknown): string =>
  typeof value === "string"
    ? value
    : typeof value === "object" && value !== null
      ? Object.values(value).map(said).join("\n")
      : "";

const entries: readonly Mention[] = [
  ...filled(resume.work),
  ...filled(resume.projects),
  ...filled(resume.education),
  ...filled(resume.volunteer),
  ...filled(resume.publications).map((one) => ({ ...one, startDate: one.releaseDate })),
].flatMap((entry) => {
  const year = machineDate(String(entry.startDate ?? ""))?.slice(0, 4);
  return year ? [{ year, text: said(entry).toLowerCase() }] : [];
});

const escapeForPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** In which years something began that names this: whole words, in small or capital letters; oldest first. */
export function yearsOf(term: string): string[] {
  const word = escapeForPattern(textOf(term).toLowerCase());
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "u");
  const years = entries.filter(({ text }) => pattern.test(text)).map(({ year }) => year);
  return [...new Set(years)].sort();
}
