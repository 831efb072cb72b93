import { stops, type Stop } from "../time/stops";

const textOf = ({ title, of, notes, text, points = [], tags = [] }: Stop) =>
  [title.text, of.text, ...notes, text, ...points, ...tags]
    .filter(Boolean)
    .join("\n")
    .toLowerCase();

const passages = stops.map((stop) => ({ stop, text: textOf(stop) }));

/** As a word of its own: "R" isn't in "Rotterdam". Scripts without spaces have no such borders. */
function wholeWord(term: string): RegExp {
  const literal = term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return /[\u2e80-\u9fff\uac00-\ud7af]/.test(term)
    ? new RegExp(literal, "u")
    : new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, "u");
}

/** The stops that speak of one of these terms, in the résumé's own words. */
export function mentionsOf(terms: readonly string[]): readonly Stop[] {
  const wanted = terms.map((term) => term.toLowerCase());
  const likely = passages.filter(({ text }) => wanted.some((term) => text.includes(term)));
  if (likely.length === 0) return [];
  const patterns = wanted.map(wholeWord);
  return likely
    .filter(({ text }) => patterns.some((pattern) => pattern.test(text)))
    .map(({ stop }) => stop);
}
