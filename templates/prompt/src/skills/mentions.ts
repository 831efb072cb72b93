import { entriesOf, type Entry } from "../entries";
import { filled, textOf } from "../filled";

const said = ({ title, of, notes, text, points, keywords }: Entry) =>
  filled([title, of, ...filled(notes), text, ...filled(points), ...filled(keywords)])
    .map(textOf)
    .join("\n")
    .toLowerCase();

const texts = (["work", "projects", "volunteer", "education", "publications"] as const)
  .flatMap(entriesOf)
  .map(said);

const escapeForPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** How many entries of work, projects and study name this: whole words, in small or capital letters. */
export function mentionsOf(term: string): number {
  const word = escapeForPattern(textOf(term).toLowerCase());
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "u");
  return texts.filter((text) => pattern.test(text)).length;
}
