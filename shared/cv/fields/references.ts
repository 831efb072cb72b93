import { found, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";
import { textOf, type Line, type Part } from "../line.ts";
import { organisationScore, positionScore } from "./role-words.ts";

const ON_REQUEST =
  /on request|auf anfrage|sur demande|a petición|sob consulta|su richiesta|op aanvraag|available upon/i;

interface Piece {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly isName: boolean;
}

/** References: who, and what they say, whichever of the two comes first. */
export function readReferences(items: readonly Item[]): FoundTree[] {
  const isSaid = (item: Item, at: number): boolean => at > 0 || !ON_REQUEST.test(item.text);
  const pieces = items.filter(isSaid).flatMap(piecesOf);
  const saidFirst = pieces[0]?.isName === false && pieces.some((piece) => piece.isName);
  const results: { name: Piece | null; quote: Piece[] }[] = [];
  for (const piece of pieces) {
    const open = results.at(-1);
    if (saidFirst && open && !open.name) {
      if (piece.isName) open.name = piece;
      else open.quote.push(piece);
    } else if (piece.isName) results.push({ name: piece, quote: [] });
    else if (open && !saidFirst) open.quote.push(piece);
    else results.push({ name: null, quote: [piece] });
  }
  return results.map(({ name, quote }) => ({
    name: name
      ? found(name.text.replace(/^[—–-]\s*/, ""), name.lines, 0.8, "name of a reference")
      : undefined,
    reference: found(
      quote
        .map((piece) => piece.text)
        .join(" ")
        .replace(/^[“"«„]\s*|\s*[”"»]$/gu, ""),
      quote.flatMap((piece) => piece.lines),
      0.8,
      "what the reference says",
    ),
  }));
}

/** An item, or the two halves of one that begins with a name in a style of its own. */
function piecesOf(item: Item): Piece[] {
  const { lines } = item;
  const parts = item.cells.flat();
  const differs = (a: Part, b: Part): boolean => a.bold !== b.bold || a.italic !== b.italic;
  const at = parts.findIndex((part) => /\p{L}/u.test(part.text) && differs(part, parts[0]!));
  if (at > 0) {
    const name = textOf(parts.slice(0, at));
    if (isPerson(name))
      return [
        { text: name, lines, isName: true },
        { text: textOf(parts.slice(at)), lines, isName: false },
      ];
  }
  return [{ text: item.text, lines, isName: namesSomebody(item) }];
}

/** Letters; a longer line is what somebody says. */
const LONGEST_NAME = 90;

/** A name by its words, or by a dash before it or bold type where nothing speaks against it. */
function namesSomebody(item: Item): boolean {
  const { text } = item;
  if (text.length > LONGEST_NAME || /^[“"«„'‘]/u.test(text)) return false;
  if (isPerson(text)) return true;
  return (item.bold || item.bullet) && !/[.!?。]["”»]?$/u.test(text) && !/@|\d{3}/.test(text);
}

const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ten|ter|zu|y|e|ní|bin|al)$/u;

/** True for “Prof. Ada Bird, University of Hull”: words a name is made of, before the first comma. */
function isPerson(text: string): boolean {
  const first = text.split(/\s*[,，–—(]\s*/)[0] ?? "";
  if (/^[\u3400-\u9fff]{2,4}$/.test(first)) return true;
  const words = first.split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 6 &&
    words.every((word) => NAME_WORD.test(word)) &&
    positionScore(first.replace(/^(?:(?:prof|dr|doctor)\.?\s+)+/iu, "")) === 0 &&
    organisationScore(first) === 0
  );
}
