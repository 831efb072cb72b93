/** A word of a text, and where it stands. */
export interface TextWord {
  /** Small letters without accents; “don’t” is `dont`, “C++” keeps its marks. */
  readonly word: string;
  /** As it is written. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’&+#]*(?:\.[\p{L}\p{N}]+)*/gu;

/** Small letters, without accents and apostrophes. */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/gu, "")
    .toLowerCase();

/** Without the ending of a plural or a possessive, which tells nothing apart here. */
export const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ies|y)$/u, "i").replace(/(?<=[^s])s$/u, "") : word;

/** The words of a text, in order. */
export const textWords = (text: string): readonly TextWord[] =>
  [...text.matchAll(WORD)].map((found) => ({
    word: folded(found[0]),
    written: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));

/**
 * How many letters two words are apart, two that changed places counting once; 3 where it is more than two.
 * Damerau–Levenshtein, optimal string alignment.
 */
export function lettersApart(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let [before, last]: [number[], number[]] = [
    [],
    Array.from({ length: other.length + 1 }, (_, at) => at),
  ];
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let apart = Math.min(
        last[column]! + 1,
        now[column - 1]! + 1,
        last[column - 1]! + (isSame ? 0 : 1),
      );
      const isTurned =
        row > 1 &&
        column > 1 &&
        one[row - 1] === other[column - 2] &&
        one[row - 2] === other[column - 1];
      if (isTurned) apart = Math.min(apart, before[column - 2]! + 1);
      now.push(apart);
    }
    [before, last] = [last, now];
  }
  return Math.min(3, last[other.length]!);
}

/** Whether one is the other with a slip of the pen: one letter in five or more, two in nine or more. */
export const isSlipOf = (one: string, other: string): boolean => {
  const longest = Math.min(one.length, other.length);
  if (longest < 5 || one[0] !== other[0]) return false;
  return lettersApart(one, other) <= (longest >= 9 ? 2 : 1);
};
