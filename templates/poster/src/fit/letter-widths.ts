/**
 * How wide letters are in the heaviest weight of each display family, so that the name can be set
 * to the full width of the page before any font has loaded. Measured in Chromium, kerning off.
 */

/** Advance widths of Archivo at its normal width, in hundredths of an em, and who has them. */
const ARCHIVO: Readonly<Record<number, string>> = {
  18: " ",
  28: "'’ł",
  30: "/",
  32: "ijlı",
  34: ".,-:",
  36: "I",
  38: "f()",
  44: "rt",
  50: "–",
  56: "zđ",
  62: "svy",
  66: "0123456789FJLabcdeghknopqux+ßøŁþ",
  72: "EPSTZĐÞ",
  78: "ABCDRVXY",
  84: "GHKNOQUØ",
  88: "&",
  94: "w",
  98: "M",
  100: "Wmæ",
  102: "@Æœ",
  120: "Œ",
};

const letterWidths = new Map(
  Object.entries(ARCHIVO).flatMap(([width, letters]) =>
    Array.from(letters, (letter) => [letter, Number(width) / 100] as const),
  ),
);

/** Scripts that a system font will set: one width for all their letters, in em. */
const OTHER_SCRIPTS: readonly (readonly [RegExp, number])[] = [
  [/\p{Mark}/u, 0],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f]/u, 1],
  [/[\p{Script=Arabic}\p{Script=Hebrew}]/u, 0.54],
  [/\p{Extended_Pictographic}/u, 1.3],
];

/** What a display family's capitals, small letters and figures are to those of Archivo. */
interface Proportions {
  readonly capitals: number;
  readonly small: number;
  readonly figures: number;
  /** Every letter has this width, in em. */
  readonly each?: number;
}

const ARCHIVO_ITSELF: Proportions = { capitals: 1, small: 1, figures: 1 };

const FAMILIES: Readonly<Record<string, Proportions>> = {
  "Newsreader Variable": { capitals: 1, small: 0.9, figures: 1 },
  "EB Garamond Variable": { capitals: 0.9, small: 0.8, figures: 0.81 },
  "Geist Mono Variable": { capitals: 1, small: 1, figures: 1, each: 0.6 },
  "Fraunces Variable": { capitals: 1, small: 0.98, figures: 0.97 },
  "Literata Variable": { capitals: 0.98, small: 1.04, figures: 0.89 },
  "Bricolage Grotesque Variable": { capitals: 0.88, small: 0.93, figures: 0.9 },
  "Source Serif 4 Variable": { capitals: 0.91, small: 0.95, figures: 0.88 },
};

const firstFamily = (stack: string) => stack.split(",")[0]?.replace(/["']/g, "").trim() ?? "";

/** Whether the family can be drawn narrower and wider: `font-stretch` from 62 % to 125 %. */
export const hasWidthAxis = (stack: string) => firstFamily(stack) === "Archivo Variable";

function letterWidth(letter: string, family: Proportions): number {
  const measured = letterWidths.get(letter);
  const other = measured ? undefined : OTHER_SCRIPTS.find(([script]) => script.test(letter));
  if (other) return other[1];
  if (family.each) return family.each;
  const width = measured ?? 0.68;
  if (/\d/.test(letter)) return width * family.figures;
  return width * (/\p{Lu}/u.test(letter) ? family.capitals : family.small);
}

/** Setting a long name asks for the same few words hundreds of times. */
const known = new Map<string, number>();

/** Width of a text in em, at the font's normal width. */
export function textWidth(text: string, stack: string): number {
  const key = `${stack}\n${text}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const family = FAMILIES[firstFamily(stack)] ?? ARCHIVO_ITSELF;
  const letters = Array.from(text.normalize("NFD"));
  const width = letters.reduce((sum, letter) => sum + letterWidth(letter, family), 0);
  known.set(key, width);
  return width;
}

/** Whether Archivo itself has the letters; its width axis moves no others. */
export const isLatin = (text: string) =>
  !/[^\p{Script=Latin}\p{Script=Common}\p{Mark}]/u.test(text);

/** How far a text's ink goes above and below its baseline, in em; much the same in all families. */
export function textReach(text: string): { above: number; below: number } {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)) {
    return { above: 0.86, below: 0.12 };
  }
  if (!isLatin(text)) return { above: 0.86, below: 0.36 };
  const letters = text.normalize("NFD");
  const above = [
    [/\p{Lu}\p{Mark}/u, 0.95],
    [/[ij\p{Ll}]\p{Mark}/u, 0.77],
    [/[bdfhijklßđłþ@()/]/u, 0.735],
    [/[\p{Lu}\d&]/u, 0.705],
    [/t/u, 0.66],
  ] as const;
  return {
    above: above.find(([kind]) => kind.test(letters))?.[1] ?? 0.54,
    below: /[gjpqyþ@()/]/u.test(letters) ? 0.215 : /[Q,;]/u.test(letters) ? 0.17 : 0.015,
  };
}

/** Room between a letter's edge and its ink, in em, by its shape: stems, rounds; slants have none. */
const SIDES = {
  left: [
    [/I/, 0.076],
    [/[BDEFHKLMNPRUbhiklmnpru]/, 0.057],
    [/[CGOQScdeoqs035689]/, 0.03],
    [/[JTZatz47]/, 0.017],
  ],
  right: [
    [/I/, 0.076],
    [/[HJMNUdhijlmnqu]/, 0.057],
    [/[BCDEFGOQSbceops0-35-9]/, 0.03],
    [/[PTZtz4]/, 0.015],
  ],
} as const;

/** The room before a text's first letter and after its last, in em at the normal width. */
export function sideRoom(text: string, stack: string): { left: number; right: number } {
  const letters = text.normalize("NFD").replace(/\p{Mark}/gu, "");
  const sans = hasWidthAxis(stack) || /bricolage/i.test(firstFamily(stack)) ? 1 : 0.4;
  const room = (side: "left" | "right", letter: string) =>
    (SIDES[side].find(([shape]) => shape.test(letter))?.[1] ?? 0) * sans;
  return { left: room("left", letters.slice(0, 1)), right: room("right", letters.slice(-1)) };
}
