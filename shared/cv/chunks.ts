import { findDates, isDuration, type DateRange } from "./fields/dates.ts";
import { isPlace } from "./fields/places.ts";
import type { Item } from "./items.ts";
import { textOf, type Line, type Part } from "./line.ts";
import { trimSeparators } from "./found.ts";

/** A piece of an entry's head that holds one fact. */
export interface Chunk {
  readonly text: string;
  readonly lines: readonly Line[];
  /** Index of the head line it comes from. */
  readonly row: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** A comma stood before it in the same cell. */
  readonly afterComma: boolean;
}

export interface Head {
  readonly chunks: readonly Chunk[];
  readonly dates: { readonly range: DateRange; readonly lines: readonly Line[] } | null;
  readonly place: Chunk | null;
  readonly url: Chunk | null;
}

/** Signs that part facts whatever the language; a dash only with space around it. */
const SEPARATOR = /\s*[|·•¦⋅\ue000-\uf8ff]\s*|\s+[–—-]\s+|\s{2,}|\s+@\s+/u;
/** The same without the short dash, for titles that hold one. */
export const FIRM_SEPARATOR = /\s*[|·•¦⋅\ue000-\uf8ff]\s*|\s+—\s+|\s{2,}/u;
const URL =
  /(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|de|fr|es|it|nl|co\.uk|example|app|edu|eu|me)(?:\/\S*)?(?=$|[\s,;)|])/iu;

/** Words a layout prints before a fact. */
const LABEL =
  /^(?:(?:published|issued|awarded|released|offered|presented)(?:\s+(?:by|on|in))?|by|verliehen von|par)(?:\s*:)?(?:\s+|$)/i;

/** What links a title to its house where style parts the two: “at”, “in”. */
const LINK = /^(?:at|in|bei|beim|chez|presso|bij|en)(?:\s+(?=[\p{Lu}\p{Lo}\d])|$)/u;

/** Takes an entry's head apart: dates, place, address, and the pieces that name things. */
export function readHead(head: readonly Item[], separator = SEPARATOR): Head {
  let dates: Head["dates"] = null;
  let place: Chunk | null = null;
  let url: Chunk | null = null;
  const chunks: Chunk[] = [];
  head.forEach((item, row) => {
    if (item.dates) dates = betterDates(dates, item.dates.range, [item.dates.line]);
    for (const cell of item.cells) {
      for (const piece of stylePieces(cell)) {
        const taken = takeDates(piece.text);
        if (taken.range) dates = betterDates(dates, taken.range, item.lines);
        for (const raw of taken.rest.flatMap((text) => text.split(separator))) {
          const text = trimSeparators(trimSeparators(raw).replace(LABEL, "").replace(LINK, ""));
          if (!text || isDuration(text) || /^[\d\s%.,/]+$/.test(text)) continue;
          const chunk: Chunk = {
            text,
            lines: item.lines,
            row,
            bold: piece.bold,
            italic: piece.italic,
            afterComma: /^\s*[,，]/.test(raw),
          };
          if (URL.test(text) && !/\s/.test(text)) url ??= chunk;
          else if (isPlace(text) && chunks.length > 0 && !place) place = chunk;
          else chunks.push(chunk);
        }
      }
    }
  });
  return { chunks, dates, place, url };
}

function betterDates(
  before: Head["dates"],
  range: DateRange,
  lines: readonly Line[],
): Head["dates"] {
  return before && (before.range.isRange || !range.isRange) ? before : { range, lines };
}

/** Parts of one cell joined while their style is the same. */
function stylePieces(cell: readonly Part[]): { text: string; bold: boolean; italic: boolean }[] {
  const groups: Part[][] = [];
  for (const part of cell) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const same =
      last &&
      last.bold === part.bold &&
      last.italic === part.italic &&
      last.colour === part.colour &&
      Math.abs(last.fontSize - part.fontSize) < 0.8;
    if (group && (same || !/[\p{L}\p{N}]/u.test(part.text))) group.push(part);
    else groups.push([part]);
  }
  return groups.map((group) => ({
    text: group.map((part) => part.text).join("") || textOf(group),
    bold: group[0]!.bold,
    italic: group[0]!.italic,
  }));
}

/** Cuts dates out of a head's text when they stand at an edge or between separators. */
function takeDates(text: string): { range: DateRange | null; rest: string[] } {
  const range = findDates(text);
  if (!range) return { range: null, rest: [text] };
  const before = text.slice(0, range.index);
  const after = text.slice(range.index + range.length);
  const startsFree =
    before.trim() === "" || /[|·•,;:(–—\-，]\s*$|\s{2,}$/.test(before) || range.isRange;
  const endsFree =
    after.trim() === "" || /^\s*[|·•,;:)–—\-，]|^\s{2,}/.test(after) || range.isRange;
  if (!startsFree || !endsFree) return { range: null, rest: [text] };
  return {
    range,
    rest: [before.replace(/[(（]\s*$/, ""), after.replace(/^\s*[)）]/, "")].filter((t) => t.trim()),
  };
}

/** Which of two chunk orders a section uses is decided over all its entries together. */
export function voteOrder(
  heads: readonly Head[],
  score: (first: string, second: string) => number,
): boolean {
  let sum = 0;
  for (const head of heads) {
    const [first, second] = head.chunks;
    if (first && second) sum += score(first.text, second.text);
  }
  return sum >= 0;
}
