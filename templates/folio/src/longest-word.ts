/** The room that one letter needs, in lower-case Latin letters. */
const room = (letter: string) => {
  if (letter.codePointAt(0)! >= 0x2e80) return 2; // an ideograph
  return letter !== letter.toLowerCase() ? 1.25 : 1;
};

/** The room that the longest word of a text needs, in lower-case Latin letters. */
export const longestWord = (text: string) =>
  Math.max(
    ...text.split(/[\s-]+/).map((word) => [...word].reduce((sum, letter) => sum + room(letter), 0)),
  );
