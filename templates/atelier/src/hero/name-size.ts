import { theme } from "../theme";

/** About how wide letters of a bold grotesque are, in em. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/\p{M}/u, 0],
  [/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u, 1],
  [/[ijlI.,'’|!]/u, 0.28],
  [/[frt\s-]/u, 0.36],
  [/[mwMW]/u, 0.86],
  [/\p{Lu}/u, 0.66],
];

/** Letters that are all as wide as each other. */
const MONO = 0.6;
const isMono = /^[^,]*mono/i.test(theme.fonts.display);

/** What hero.css takes from the space after each letter. */
const TIGHT = 0.035;

function letterWidth(letter: string): number {
  const width = WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? 0.56;
  if (width === 0 || width === 1) return width;
  return (isMono ? MONO : width) - TIGHT;
}

const widthOf = (text: string) =>
  [...text.normalize("NFC")].reduce((sum, letter) => sum + letterWidth(letter), 0);

/** For fonts that run wider than most; a line that breaks is no harm, a word that does is. */
const LINE_ROOM = 1.07;
const WORD_ROOM = 1.14;

/**
 * How wide a name is on one line, and its widest word, in em: hero.css sets it as large as one of the
 * two allows.
 */
export function nameSize(name: string): { "--line": string; "--word": string } {
  const widest = Math.max(1, ...name.split(/\s+/).map(widthOf));
  return {
    "--line": (Math.max(1, widthOf(name)) * LINE_ROOM).toFixed(2),
    "--word": (widest * WORD_ROOM).toFixed(2),
  };
}
