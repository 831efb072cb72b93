import { textWords } from "./text-words.ts";

const SMALL = /^(?:of|in|and|the|for|at|&)$/u;
/** At most so many letters of a word stand in a short form: “HDip” for Higher Diploma. */
const MOST_LETTERS = 4;

/** Whether letters are the beginnings of words in their order, each with one at least. */
function beginsEach(letters: string, words: readonly string[]): boolean {
  const [first, ...rest] = words;
  if (first === undefined) return letters === "";
  for (let count = 1; count <= Math.min(MOST_LETTERS, letters.length); count += 1) {
    if (!first.startsWith(letters.slice(0, count))) return false;
    if (beginsEach(letters.slice(count), rest)) return true;
  }
  return false;
}

/** Whether a short form stands for a name: “UCC” for University College Cork, “BSc” for Bachelor of Science. */
export function isShortOf(short: string, long: string): boolean {
  const isForm = /^(?:\p{Lu}[\p{L}.]*\p{Lu}[\p{L}.]*|\p{Ll}{3,5})$/u.test(short);
  const words = textWords(long)
    .map(({ word }) => word)
    .filter((word) => !SMALL.test(word));
  const letters = short.replace(/\./gu, "").toLowerCase();
  // Written small, only the first letters say that it is one.
  if (/^\p{Ll}/u.test(short) && letters !== words.map((word) => word[0]).join("")) return false;
  return isForm && words.length > 1 && letters.length < 8 && beginsEach(letters, words);
}
