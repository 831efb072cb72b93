import type { Part } from "./line.ts";

/**
 * Hebrew, Arabic and their kin: a PDF draws their letters from left to right like any others, so what
 * is read from it stands the wrong way round.
 */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
/** Letters and figures that run left to right within it, with the signs that hold them together. */
const LEFT_TO_RIGHT =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}+](?:[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\s]|\s(?=[\p{Script=Latin}\p{N}]))*/gu;
const MIRRORED: Readonly<Record<string, string>> = {
  "(": ")",
  ")": "(",
  "[": "]",
  "]": "[",
  "{": "}",
  "}": "{",
  "<": ">",
  ">": "<",
  "«": "»",
  "»": "«",
};

export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** A text in the order in which it is drawn, put into the order in which it is read. */
export function inReadingOrder(drawn: string): string {
  if (!isRightToLeft(drawn)) return drawn;
  const reversed = [...drawn.normalize("NFKC")]
    .toReversed()
    .map((sign) => MIRRORED[sign] ?? sign)
    .join("");
  // What runs left to right was turned with the rest: it is turned back.
  return reversed.replace(LEFT_TO_RIGHT, (run) => {
    const end = /[\s.,;:!?)\]]*$/u.exec(run)![0];
    const own = run.slice(0, run.length - end.length);
    return [...own].toReversed().join("") + end;
  });
}

/** Letters of both directions, for telling which way a row runs. */
const lettersIn = (parts: readonly Part[], pattern: RegExp): number =>
  parts.reduce((sum, part) => sum + (part.text.match(pattern)?.length ?? 0), 0);

/**
 * A row's parts in the order in which they are read. A row of mostly right-to-left letters is read from
 * its right end: its cells change places, and each is put into reading order as a whole.
 */
export function partsAsRead(parts: readonly Part[]): readonly Part[] {
  if (!parts.some((part) => isRightToLeft(part.text))) return parts;
  const own = lettersIn(parts, /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g);
  if (own < 0.5 * lettersIn(parts, /\p{L}/gu))
    return parts.map((part) => ({ ...part, text: inReadingOrder(part.text) }));
  const cells: Part[] = [];
  for (const part of parts) {
    const last = cells.at(-1);
    if (last && !part.apart)
      cells[cells.length - 1] = { ...last, text: last.text + part.text, right: part.right };
    else cells.push(part);
  }
  return cells
    .toReversed()
    .map((cell, i) => ({ ...cell, text: inReadingOrder(cell.text).trim(), apart: i > 0 }));
}
