import { detectLanguage } from "../../cv/detect-language.ts";
import { findDates } from "../../cv/fields/dates.ts";
import { addressesIn, namesIn } from "./names-in.ts";
import { numbersIn } from "./numbers-in.ts";

/** A fact of an answer that its source doesn't hold. */
export interface AddedFact {
  readonly kind: "number" | "date" | "name" | "address";
  /** As the answer has it. */
  readonly text: string;
  /** Where in the answer, in UTF-16 units. */
  readonly index: number;
}

export interface KeptFacts {
  /** Every number, date, name and address of the answer is in the source. */
  readonly isKept: boolean;
  /** Those that aren't, in the answer's order: to be marked, and never taken over unseen (R1.9). */
  readonly added: readonly AddedFact[];
}

/** BCP 47 tags, where they are known; else each text is asked. */
export interface Languages {
  readonly source?: string;
  readonly answer?: string;
}

/**
 * Whether an answer (a text made better, shorter, or put into another language) states nothing that its
 * source doesn't. Facts are compared by what they mean: “40.000” is “forty thousand”, “März 2020” is
 * “2020-03”. What the checker can't tell is marked rather than let through, but for the words named in
 * the README's limits.
 */
export function keptFacts(source: string, answer: string, languages: Languages = {}): KeptFacts {
  const from = languages.source ?? detectLanguage(source);
  const into = languages.answer ?? detectLanguage(answer);
  const addresses = addressesIn(answer);
  const said = addressesIn(source).map(({ text }) => bareAddress(text));
  // An address is one fact: its digits and words aren't looked at again.
  const prose = blanked(answer, addresses);
  const dates = datesIn(prose);
  const known = datesIn(source);
  const rest = blanked(prose, dates);

  const added: AddedFact[] = [
    ...addresses
      .filter(({ text }) => !said.includes(bareAddress(text)))
      .map((one) => ({ kind: "address" as const, ...one })),
    ...dates
      .filter(({ means }) => !means.every((date) => known.some((one) => isWithin(date, one))))
      .map(({ text, index }) => ({ kind: "date" as const, text, index })),
    ...addedNumbers(source, from, rest, into),
    ...addedNames(source, rest, into),
  ];
  return { isKept: added.length === 0, added: added.toSorted((a, b) => a.index - b.index) };
}

function addedNumbers(source: string, from: string, answer: string, into: string): AddedFact[] {
  const known = numbersIn(source, from);
  return numbersIn(answer, into)
    .filter(({ value, unit }) => !known.some((one) => one.value === value && one.unit === unit))
    .map(({ index, length }) => ({
      kind: "number",
      text: answer.slice(index, index + length),
      index,
    }));
}

function addedNames(source: string, answer: string, into: string): AddedFact[] {
  const known = new Set(wordsOf(source));
  return namesIn(answer, into)
    .filter(({ text }) => !wordsOf(text).every((word) => isKnown(word, known)))
    .map((one) => ({ kind: "name", ...one }));
}

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter(Boolean);

/** The word itself, with or without the s of a genitive; in languages of many endings, its stem. */
function isKnown(word: string, known: ReadonlySet<string>): boolean {
  if (word === "s" || known.has(word) || known.has(`${word}s`)) return true;
  if (word.endsWith("s") && known.has(word.slice(0, -1))) return true;
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word) || word.length < 5) return false;
  const stem = word.slice(0, Math.max(4, word.length - 2));
  return [...known].some((one) => one.startsWith(stem) && Math.abs(one.length - word.length) <= 2);
}

interface StatedDate {
  readonly text: string;
  readonly index: number;
  readonly length: number;
  /** ISO 8601, as exactly as it was said. */
  readonly means: readonly string[];
}

function datesIn(text: string): StatedDate[] {
  const found: StatedDate[] = [];
  let from = 0;
  for (let range = findDates(text); range; range = findDates(text.slice(from))) {
    const index = from + range.index;
    const length = Math.max(1, range.length);
    const means = [range.start, range.end].flatMap((date) => (date ? [date] : []));
    found.push({ text: text.slice(index, index + length), index, length, means });
    from = index + length;
  }
  return found;
}

/** “2020” is within “2020-03”: saying less is no new fact. */
const isWithin = (date: string, { means }: StatedDate): boolean =>
  means.some((one) => one === date || one.startsWith(`${date}-`));

const bareAddress = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/\/+$/, "");

/** The text with these stretches blank: places stay. */
function blanked(
  text: string,
  stretches: readonly { readonly text: string; readonly index: number }[],
): string {
  let left = text;
  for (const { text: part, index } of stretches) {
    left = left.slice(0, index) + " ".repeat(part.length) + left.slice(index + part.length);
  }
  return left;
}
