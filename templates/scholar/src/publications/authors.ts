import type { Publication } from "../resume";
import type { Extra } from "./kinds";
import { isOwnName } from "./own-name";

/** "Ada Bird", "Bird, A.", "van der Meer J." or "et al.": a name and nothing else. */
const NAME =
  /^(?:(?:van|von|de|der|den|da|di|del|la|le|el|al|bin|ben|ter)\s+)*\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:van|von|de|der|den|da|di|del|la|le|el|al|bin|ben|ter)\s+)*\p{Lu}[\p{L}'’.-]*){0,3}\.?$|^et al\.?$/u;

const BETWEEN = /\s*(?:;|,|&|\s(?:and|und|et(?! al)|y|e|en)\s)\s*/u;

/** "Bird, A., Reed, T." gives its initials back to their surnames. */
function withInitials(parts: readonly string[]): string[] {
  const people: string[] = [];
  for (const part of parts) {
    const isInitials = /^(?:\p{Lu}\.?[\s-]?){1,3}$/u.test(part);
    if (isInitials && people.length > 0) people.push(`${people.pop()}, ${part}`);
    else people.push(part);
  }
  return people;
}

const peopleIn = (line: string) =>
  withInitials(
    line
      .replace(/\.$/, (dot) => (/\p{Lu}\.$/u.test(line) || line.endsWith("al.") ? dot : ""))
      .split(BETWEEN)
      .filter(Boolean),
  );

const isNames = (line: string) =>
  line.length < 600 &&
  line
    .split(BETWEEN)
    .filter(Boolean)
    .every((part) => NAME.test(part));

/** A field of authors that isn't in the standard: a text, texts, or records with names. */
function listed(authors: unknown): string[] {
  if (typeof authors === "string") return peopleIn(authors);
  if (!Array.isArray(authors)) return [];
  return authors.flatMap((author: unknown) => {
    const name: unknown =
      typeof author === "object" && author !== null ? (author as { name?: unknown }).name : author;
    return typeof name === "string" ? name : [];
  });
}

export interface Credited {
  authors: readonly string[];
  /** The summary without the lines that named the authors. */
  text: string | undefined;
}

/**
 * Who wrote a publication, where that is said: in a field `authors`, or in the first lines of the
 * summary when they hold names only and the owner's is among them. Nobody is added.
 */
export function creditsOf({ summary, authors }: Publication & Extra): Credited {
  const own = listed(authors);
  if (own.length > 0) return { authors: own, text: summary };
  const lines = (summary ?? "").split("\n");
  const end = lines.findIndex((line) => !isNames(line.trim()));
  const people = lines
    .slice(0, end < 0 ? lines.length : end)
    .flatMap((line) => peopleIn(line.trim()));
  if (!people.some(isOwnName)) return { authors: [], text: summary };
  return { authors: people, text: end < 0 ? undefined : lines.slice(end).join("\n") };
}
