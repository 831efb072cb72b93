const WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
/** Higher numbers are written in digits. */
const LAST_IN_WORDS = 12;

/** A number as it is written somewhere. */
export interface WrittenNumber {
  readonly value: number;
  /** Just the digits, or the word. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands around it and belongs to it: “£”, “%”, “k”. */
  readonly mark: string;
  /** The words behind it, in small letters and without accents. */
  readonly next: readonly string[];
}

const NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(?<mark>[£$€]?)(?<text>\\d+(?:[.,]\\d+)*)(?<unit>\\s?%|(?:k|m|bn|x)(?![\\p{L}\\p{N}])|)(?!st\\b|nd\\b|rd\\b|th\\b|\\p{N})|(?<![\\p{L}-])(?<word>${WORDS.join("|")})(?![\\p{L}])`,
  "giu",
);

/** Letters without case and accents: “cafés” is “cafes”. */
export const plainWords = (text: string): readonly string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}'’]+/gu) ?? [];

/** “1,200” is twelve hundred, “3.8” and “3,8” are less than four. */
const valueOf = (digits: string): number =>
  Number(
    /^\d{1,3}(?:[.,]\d{3})+$/u.test(digits)
      ? digits.replace(/[.,]/gu, "")
      : digits.replace(",", "."),
  );

/** How far behind a number its noun may stand: “14 local cafés”. Words. */
const REACH = 3;

/** Every number of a text, written in digits or in words up to twenty. */
export function numbersIn(text: string): readonly WrittenNumber[] {
  return [...text.matchAll(NUMBER)].map((found) => {
    const { mark = "", text: digits, unit = "", word } = found.groups ?? {};
    const written = digits ?? word!;
    const start = found.index + mark.length;
    const end = start + written.length;
    const value = digits === undefined ? WORDS.indexOf(word!.toLowerCase()) : valueOf(digits);
    const next = plainWords(text.slice(end).split(/[.;:!?](?:\s|$)/u)[0]!).slice(0, REACH);
    return { value, text: written, start, end, mark: mark + unit.trim().toLowerCase(), next };
  });
}

const isDigits = (text: string) => /^\d/u.test(text);

/** A number written as the one was that it takes the place of: in words, with thousands set off. */
export function writtenLike(fresh: WrittenNumber, old: WrittenNumber): string {
  const isWhole = Number.isInteger(fresh.value);
  if (!isDigits(old.text) && isWhole && fresh.value <= LAST_IN_WORDS) {
    const word = WORDS[fresh.value]!;
    return /^\p{Lu}/u.test(old.text) ? word[0]!.toUpperCase() + word.slice(1) : word;
  }
  if (!isDigits(fresh.text)) return isDigits(old.text) ? String(fresh.value) : fresh.text;
  const mark = /^\d{1,3}(?<mark>[.,])\d{3}/u.exec(old.text)?.groups?.["mark"];
  return mark !== undefined && isWhole && /^\d{4,}$/u.test(fresh.text)
    ? fresh.text.replace(/\B(?=(?:\d{3})+$)/gu, mark)
    : fresh.text;
}
