/** A word that names something: a person, a company, a product, a place. */
export interface StatedName {
  readonly text: string;
  readonly index: number;
}

/** With what belongs to names inside and after it: C++, C#, Node.js, AT&T, O’Neill, 3D. */
const WORD =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[.&’'’-][\p{L}\p{N}]+)*(?:\+\+|#)?/gu;
/** Written so that it is a name wherever it stands: NASA, GitHub, iPhone, PostgreSQL, C++, B2B. */
const MARKED =
  /^(?:\p{Lu}{2,}|.*\p{Ll}\p{Lu}.*|\p{Lu}+\p{Ll}*\d.*|\p{L}[\p{L}\d]*(?:\+\+|#)|.*[\p{L}]\.\p{L}.*)$/u;
/** In text of a script without large letters: the words of ours. */
const LATIN_WORD =
  /(?<![\p{Script=Latin}\p{N}])[\p{Script=Latin}\p{N}]+(?:[.&’'-][\p{Script=Latin}\p{N}]+)*(?:\+\+|#)?/gu;
const CAPITAL = /^\p{Lu}\p{L}/u;
const LATIN = /\p{Script=Latin}/u;
const CASELESS =
  /(?=\p{L})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Thai}]/u;
/** Ends a sentence, a line, a heading: what follows is written large in any case. */
const BEFORE_START = /(?:^|[.!?:;…。！？•\n])[\s"'“”„«»‘’([*–—-]*$/u;
/** Written large in English, and no name. */
const ENGLISH_LARGE = /^(?:I|I['’](?:m|ve|d|ll)|CV|OK)$/;
const GERMAN_AT = /(?:^|\s)(?:bei|bei der|beim)\s+$/iu;

/**
 * The words of a text that name something, by how they are written. A word that only begins a sentence
 * may be any word and is none; German writes every noun large, so there only what is written as no
 * common noun is, what stands after “bei”, and two large words together.
 * @param language BCP 47
 */
export function namesIn(text: string, language: string): readonly StatedName[] {
  const isGerman = /^de\b/i.test(language);
  const isCaseless = CASELESS.test(text);
  const words = [...text.matchAll(isCaseless ? LATIN_WORD : WORD)].map(({ 0: word, index }) => ({
    text: word,
    index,
    isLarge: CAPITAL.test(word),
    starts: BEFORE_START.test(text.slice(0, index)),
  }));
  return words.filter((word, at) => {
    if (/^\p{N}+$/u.test(word.text) || ENGLISH_LARGE.test(word.text)) return false;
    if (MARKED.test(word.text)) return true;
    if (isCaseless) return LATIN.test(word.text) && word.text.length > 1;
    if (!word.isLarge) return false;
    const touches = (other: (typeof words)[number] | undefined): boolean =>
      other !== undefined &&
      other.isLarge &&
      /^[\s]$/.test(
        text.slice(
          Math.min(word.index + word.text.length, other.index + other.text.length),
          Math.max(word.index, other.index),
        ),
      );
    const before = words[at - 1];
    if (isGerman) {
      const isPair = touches(words[at + 1]) || (touches(before) && !before!.starts);
      return !word.starts && (isPair || GERMAN_AT.test(text.slice(0, word.index)));
    }
    return !word.starts;
  });
}

/** Web and e-mail addresses. */
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>()"'“”]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}|(?<![\p{L}\p{N}@.])(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|io|dev|me|app|eu|example|[a-z]{2})\/[^\s<>()"'“”]*/giu;

/** The addresses in a text, without the mark that ends its sentence. */
export const addressesIn = (text: string): readonly StatedName[] =>
  [...text.matchAll(ADDRESS)].map(({ 0: address, index }) => ({
    text: address.replace(/[.,;:!?]+$/, ""),
    index,
  }));
