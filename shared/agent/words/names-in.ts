import { isWellKnownName } from "./well-known-names.ts";

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

/** Who “Kew hired me” may be without a name: people and bodies by their common nouns. */
const COMMON_AGENT =
  /^(?:.*s|i|we|he|she|they|it|you|who|which|that|this|these|those|staff|management|people|everybody|everyone|somebody|someone|nobody|leadership|head|headquarters|team|board|council|government|university|school|press|jury|police|army|church|parliament|industry|business|company|firm|client|customer|employer|teacher|manager|director|chief|faculty|family|public|half|most|many|both|all|each|later|then|also|soon|twice|once|first|never|always|ever|well|newly|self|proudly|was|were|been|being|got)$/i;
/** What somebody does to or for whom a CV is about: its subject is named, or a common noun above. */
const DONE_BY_SOMEBODY =
  /^ (?:hired|chose|appointed|commissioned|employed|invited|promoted|recruited|headhunted|acquired|asked me|named me|made me|gave me|awarded me|engages?|employs) /;
/** “Kew and Wakehurst”, “Kew, Wakehurst and Wisley”: what is listed with a name is one. */
const LISTED_WITH_NAME =
  /^(?: (?:and|&|und|et|y|e|og|och|en) \p{Lu}|, \p{Lu}[^\s,]*(?:,| (?:and|&|und|et|y|e|og|och|en) \p{Lu}))/u;
/** What begins with a large letter before “ and ” or “’s” and is no name. */
const NO_NAME =
  /^(?:(?:it|that|this|there|here|what|who|where|how|let|he|she|one|everyone|everybody|today|tomorrow|yesterday|year|month|week|person|people|women|men|children|master|bachelor|parent|driver|customer|client|company|team|owner)['’]s|.{1,2}|.*(?:ed|ing|ly|tion|sion|ment|ness|ship|ance|ence|ity|ology|ics|ung|heit|keit|schaft))$/i;

/**
 * Whether a word that begins a sentence is a name by what follows it: a genitive, a list of names, or an
 * act that only somebody does. English is what this knows best.
 */
function namesAtStart(word: string, after: string): boolean {
  if (NO_NAME.test(word)) return false;
  if (/['’]s$/.test(word)) return true;
  if (DONE_BY_SOMEBODY.test(after)) return !COMMON_AGENT.test(word);
  return LISTED_WITH_NAME.test(after) && !COMMON_AGENT.test(word);
}

/**
 * The words of a text that name something, by how they are written. A word that begins a sentence is one
 * where it is well known or what follows it says so; German writes every noun large, so there only what is written as no
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
    if (isWellKnownName(word.text)) return true;
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
    const after = text.slice(word.index + word.text.length);
    return !word.starts || namesAtStart(word.text, after);
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
