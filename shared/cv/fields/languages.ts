import { found, trimSeparators, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";
import { textOf } from "../line.ts";
import { leadingLanguage } from "./language-names.ts";
import { splitList } from "./skills.ts";

/** Languages with the person's own words for how well. */
export function readLanguages(items: readonly Item[]): FoundTree[] {
  const results: { language: string; fluency: string; lines: Item["lines"] }[] = [];
  let closed = false;
  for (const item of items) {
    for (const piece of piecesOf(item)) {
      const open = results.at(-1);
      const name = leadingLanguage(piece) ?? (open?.fluency ? unknownLanguage(piece) : null);
      if (name) {
        closed = false;
        const rest = trimSeparators(piece.slice(piece.indexOf(name) + name.length));
        results.push({ language: name, fluency: withoutBrackets(rest), lines: item.lines });
      } else if (open && !open.fluency) {
        open.fluency = withoutBrackets(trimSeparators(piece));
        open.lines = [...open.lines, ...item.lines];
      } else if (open && !closed && piece.length < 40) open.fluency += ` ${trimSeparators(piece)}`;
      else closed = true;
    }
  }
  return results.map(({ language, fluency, lines }) => ({
    language: found(language, lines, 0.95, "name of a language"),
    fluency: found(fluency, lines, 0.85, "what follows the language"),
  }));
}

/** Beside known languages, “Cornish – fluent” is another, though no table holds it. */
function unknownLanguage(text: string): string | null {
  return /^(\p{Lu}\p{L}{2,}(?: \p{L}+)?)\s*(?:[–—:(]|\s-\s)/u.exec(text.trim())?.[1] ?? null;
}

function piecesOf(item: Item): string[] {
  return item.cells.flatMap((cell) => {
    const text = textOf(cell);
    const pieces = splitList(text);
    // “English (C1), German (B2)” is two languages; “English: fluent, spoken daily” is one.
    return pieces.filter((piece) => leadingLanguage(piece)).length > 1 ? pieces : [text];
  });
}

const withoutBrackets = (text: string): string => {
  const whole = /^[(（]([^()（）]*)[)）]?$/u.exec(text);
  return whole ? whole[1]! : text.replace(/^\(([^()]*)$/, "$1");
};
