import { filled, textOf } from "../filled";
import { pieces, type Piece } from "../projects/pieces";
import type { Skill } from "../resume";

const textsOf = ({ project }: Piece) => {
  const { name, description, type, keywords, highlights, roles } = project;
  return filled([name, description, type, ...[keywords, highlights, roles].flatMap(filled)])
    .map(textOf)
    .join("\n")
    .toLocaleLowerCase();
};

const said = pieces.map((piece) => ({ piece, text: textsOf(piece) }));

const isLetter = (text: string) => /[\p{L}\p{N}]/u.test(text);
/** Scripts that put no space between words. */
const isUnspaced = (text: string) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text);

/** Whether a text has a word of its own, not as a part of another. Both in small letters. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isUnspaced(word)) return true;
    const [before, after] = [text.slice(0, at).at(-1) ?? "", text.charAt(at + word.length)];
    if (!isLetter(before) && !isLetter(after)) return true;
  }
  return false;
}

/** The pieces that speak of a skill, by its name or one of its keywords. */
export function seenIn({ name, keywords }: Skill): readonly Piece[] {
  const terms = filled([name, ...filled(keywords)].map(textOf)).map((term) =>
    term.toLocaleLowerCase(),
  );
  return said
    .filter(({ text }) => terms.some((term) => hasWord(text, term)))
    .map(({ piece }) => piece);
}
