import { found, trimSeparators, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";
import { textOf } from "../line.ts";
import { leadingLanguage } from "./language-names.ts";
import { splitList } from "./skills.ts";

/** Languages with the person's own words for how well. */
export function readLanguages(items: readonly Item[]): FoundTree[] {
  const results: { language: string; fluency: string; lines: Item["lines"] }[] = [];
  let closed = false;
  for (const row of wholeRows(items)) {
    const { pieces, isAlike } = piecesOf(row.cells);
    for (const piece of pieces) {
      const open = results.at(-1);
      const unknown = isAlike ? BRACKETED.exec(piece)?.[1]?.trim() : null;
      const name =
        leadingLanguage(piece) ?? unknown ?? (open?.fluency ? unknownLanguage(piece) : null);
      if (name) {
        closed = false;
        const rest = trimSeparators(piece.slice(piece.indexOf(name) + name.length));
        results.push({ language: name, fluency: withoutBrackets(rest), lines: row.lines });
      } else if (open && !open.fluency) {
        open.fluency = withoutBrackets(trimSeparators(piece));
        open.lines = [...open.lines, ...row.lines];
      } else if (open && !closed && !row.isDated && piece.length < 40)
        open.fluency += ` ${trimSeparators(piece)}`;
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

interface Row {
  readonly cells: readonly string[];
  readonly lines: Item["lines"];
  /** What has dates of its own is something of its own, and goes on with nothing above. */
  readonly isDated: boolean;
}

/**
 * The items' texts. A narrow column breaks “English (fluent), isiZulu (a little)” wherever it ends: what
 * begins with a bracket, or follows an open bracket or a comma, belongs to the row above.
 */
function wholeRows(items: readonly Item[]): Row[] {
  const rows: Row[] = [];
  for (const { cells, lines, dates } of items) {
    const texts = cells.map(textOf);
    const isDated = dates !== null;
    const above = rows.at(-1);
    const end = above?.cells.at(-1) ?? "";
    const [first = "", ...others] = texts;
    const isRest =
      /^[(（]/.test(first) ||
      /[,;、]\s*$/u.test(end) ||
      (/[(（][^)）]*$/u.test(end) && leadingLanguage(first) === null);
    if (!above || !isRest || isDated) {
      rows.push({ cells: texts, lines, isDated });
      continue;
    }
    const joined = [...above.cells.slice(0, -1), `${end} ${first}`, ...others];
    rows[rows.length - 1] = { ...above, cells: joined, lines: [...above.lines, ...lines] };
  }
  return rows;
}

interface Pieces {
  readonly pieces: readonly string[];
  /** “English (fluent), isiXhosa (conversational)”: one name is known, and all are written alike. */
  readonly isAlike: boolean;
}

function piecesOf(cells: readonly string[]): Pieces {
  const lists = cells.map((text) => {
    const pieces = splitList(text);
    const known = pieces.filter((piece) => leadingLanguage(piece)).length;
    const isAlike = known > 0 && pieces.every((piece) => BRACKETED.test(piece));
    // “English (C1), German (B2)” is two languages; “English: fluent, spoken daily” is one.
    return { pieces: known > 1 || isAlike ? pieces : [text], isAlike };
  });
  return {
    pieces: lists.flatMap(({ pieces }) => pieces),
    isAlike: lists.every(({ isAlike }) => isAlike),
  };
}

/** A name with its level in brackets, and nothing else; a test with its score (“IELTS (7.5)”) is none. */
const BRACKETED = /^(?!\p{Lu}{3})(\p{L}[\p{Script=Latin}’' -]{1,30})\((?!\d)[^()]+\)\.?$/u;

const withoutBrackets = (text: string): string => {
  const whole = /^[(（]([^()（）]*)[)）]?$/u.exec(text);
  return whole ? whole[1]! : text.replace(/^\(([^()]*)$/, "$1");
};
