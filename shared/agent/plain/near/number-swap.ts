import type { Asked } from "./proposal.ts";
import {
  placesOf,
  replaceAt,
  shared,
  siteTexts,
  writtenAt,
  type Place,
  type SiteText,
} from "./site-texts.ts";
import { stem, textWords, type TextWord } from "./text-words.ts";

const NUMBERS = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen twenty"
).split(" ");
const TENS: Readonly<Record<string, number>> = {
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** What a word counts; `null` where it is no number. “3,100” is 3100. */
function counted(word: string): number | null {
  if (/^\d[\d,]*(?:\.\d+)?$/u.test(word)) return Number(word.replace(/,/gu, ""));
  const at = NUMBERS.indexOf(word);
  return at > 1 ? at : (TENS[word] ?? null);
}

/** Whether a word is a number: “six”, “40”. */
export const isNumberWord = (word: string): boolean => counted(word) !== null;

interface SaidNumber {
  readonly value: number;
  /** With its marks, and “nearly” or “over” where that is said. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** The word behind it: “engineers”. */
  readonly unit: string | null;
}

const HEDGES = /\b(?:nearly|almost|over|more than|up to|around)\s+[£$€]?$/iu;

function numbersSaid(text: string, words: readonly TextWord[]): readonly SaidNumber[] {
  // “1,200” is one number, as “80-cover” begins with one.
  const figures = [...text.matchAll(/\d+(?:,\d{3})+(?:\.\d+)?/gu)];
  const within = (at: number) =>
    figures.find(({ index, 0: { length } }) => at >= index && at < index + length);
  const found: SaidNumber[] = [];
  for (const [at, { word, start, end }] of words.entries()) {
    const figure = within(start);
    if (figure && start > figure.index) continue;
    const value = counted(figure ? figure[0] : word);
    if (value === null) continue;
    const until = figure ? figure.index + figure[0].length : end;
    const hedge = HEDGES.exec(text.slice(0, start))?.index ?? start;
    const sign = /[£$€]$/u.test(text.slice(0, start)) ? start - 1 : start;
    const percent = /^ ?%/u.exec(text.slice(until))?.[0].length ?? 0;
    const next = words.find((one) => one.start >= until);
    found.push({
      value,
      written: text.slice(Math.min(hedge, sign), until + percent),
      start,
      end: until,
      unit: next && next.start - until <= 2 && words[at] ? next.word : null,
    });
  }
  return found;
}

/** Where a number stands in the texts; beside the word that is said behind it, if it stands there. */
function placesOfNumber(
  value: number,
  unit: string | null,
  texts: readonly SiteText[],
): readonly Place[] {
  const all = texts.flatMap((text) => numbersIn(text).filter((one) => one.value === value));
  const beside = all.filter(({ place: { text, last } }) =>
    text.words
      .slice(last + 1, last + 4)
      .some(({ word }) => unit !== null && stem(word) === stem(unit)),
  );
  return (beside.length > 0 ? beside : all).map(({ place }) => place);
}

/** The numbers of a text, each as the words it is made of: “2,400” are two. */
export function numbersIn(
  text: SiteText,
): readonly { readonly value: number; readonly place: Place }[] {
  return numbersSaid(text.text, text.words).map(({ value, start, end }) => {
    const first = text.words.findIndex((word) => word.start === start);
    const last = text.words.findLastIndex((word) => word.start < end);
    return { value, place: { text, first, last } };
  });
}

/** Written as the old one was: with its comma, sign and percent. */
function inFormOf(fresh: SaidNumber, old: string): string {
  // “FOUR” is only said loudly.
  const isLoud = /^\p{Lu}{2,}$/u.test(fresh.written) && !/^\p{Lu}{2,}$/u.test(old);
  let written = isLoud ? fresh.written.toLowerCase() : fresh.written;
  if (/^\d{4,}$/u.test(written) && /,/u.test(old))
    written = written.replace(/\B(?=(?:\d{3})+$)/gu, ",");
  if (old.endsWith("%") && /^\d+$/u.test(written)) written += "%";
  const sign = /^[£$€]/u.exec(old)?.[0];
  return sign && /^\d/u.test(written) ? sign + written : written;
}

const CORRECTS =
  /->|→|=>|\b(?:not|instead of|rather than|isn't|should|to|is|are|was|were|but)\b|^\s*,/iu;
/** A word behind a number that is no unit of it. */
const NO_UNIT =
  /^(?:is|are|was|were|not|now|should|to|but|instead|rather|and|a|an|the|in|of|please)$/u;

/** Which of two numbers is to go: the one that stands there, that is “not” so, or that is said first. */
function pairOf(
  text: string,
  numbers: readonly SaidNumber[],
  texts: readonly SiteText[],
): { readonly old: SaidNumber; readonly fresh: SaidNumber } | null {
  const [one, other] = numbers;
  if (!one || !other || numbers.length > 2 || one.value === other.value) return null;
  const between = text.slice(one.end, other.start);
  const units = [one.unit, other.unit].filter((unit) => unit !== null && !NO_UNIT.test(unit));
  const isOneThing = units.length < 2 || stem(units[0]!) === stem(units[1]!);
  if (!CORRECTS.test(between) || !isOneThing) return null;
  const [isOne, isOther] = [one, other].map(
    ({ value, unit }) => placesOfNumber(value, unit, texts).length > 0,
  );
  if (!isOne && !isOther) return null;
  if (isOne !== isOther) return isOne ? { old: one, fresh: other } : { old: other, fresh: one };
  const isTurned = /\b(?:not|instead of|rather than|isn't)\b/iu.test(between);
  return isTurned ? { old: other, fresh: one } : { old: one, fresh: other };
}

/** The texts that a request speaks of most: those of the entry it names, or that share its words. */
export function spokenOf(
  { mentions }: Asked,
  said: readonly TextWord[],
  texts: readonly SiteText[],
) {
  const isNamed = ({ of }: SiteText) =>
    of !== null &&
    mentions.some(
      ({ list, found, strength }) => list === of.list && found.at === of.at && strength !== 0.6,
    );
  const scored = texts
    .map((text) => ({ text, points: shared(said, text, stem) + (isNamed(text) ? 1.5 : 0) }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points);
  return scored.filter(({ points }) => points === scored[0]!.points).map(({ text }) => text);
}

/** “It was 1,200 a day”, with the old number unsaid: the one number of the text that is spoken of. */
function onlyNumber(asked: Asked, fresh: SaidNumber, texts: readonly SiteText[]): Place | null {
  const said = textWords(asked.text).filter(
    ({ start }) => start < fresh.start || start >= fresh.end,
  );
  const places = spokenOf(asked, said, texts).flatMap(numbersIn);
  const beside = places.filter(({ place: { text, last } }) =>
    text.words
      .slice(last + 1, last + 3)
      .some(({ word }) => said.some((one) => one.word.length > 3 && stem(one.word) === stem(word))),
  );
  // “Excell with two l” is about no number of the texts.
  const isFigure = /\d/u.test(fresh.written);
  const alone = isFigure && places.length === 1 ? places[0] : undefined;
  const one = beside.length === 1 ? beside[0] : alone;
  return one === undefined || one.value === fresh.value ? null : one.place;
}

/** With the “more than” before it, where another such word is said: never “more than over 450”. */
function withHedge(place: Place, fresh: string): Place {
  const before = place.text.text.slice(0, place.text.words[place.first]!.start);
  const hedge = /^\p{L}/u.test(fresh) && /\d/u.test(fresh) ? HEDGES.exec(before) : null;
  return hedge ? { ...place, first: place.first - textWords(hedge[0]).length } : place;
}

/**
 * A number of the texts that is another one: “It’s 5 engineers now, not 4”, “the croissants number is wrong, it
 * was 1,200”. As requests that change it in its place.
 */
export function numberSwaps(asked: Asked): readonly string[] {
  const { text, context } = asked;
  const texts = siteTexts(context.resume);
  const numbers = numbersSaid(text, textWords(text));
  const pair = pairOf(text, numbers, texts);
  const swaps = (place: Place, fresh: SaidNumber) => {
    const written = inFormOf(fresh, writtenAt(place));
    return replaceAt(withHedge(place, written), written, context.resume) ?? [];
  };
  if (pair) {
    const unit = pair.old.unit ?? pair.fresh.unit;
    const places = [pair.old.unit, pair.fresh.unit].flatMap((one) =>
      placesOfNumber(pair.old.value, one, texts),
    );
    const near = placesOfNumber(pair.old.value, unit, texts);
    const spoken = spokenOf(asked, textWords(text), texts);
    const best = places.find((one) => spoken.includes(one.text)) ?? near[0];
    return best ? [swaps(best, pair.fresh)].flat() : [];
  }
  if (numbers.length !== 1) return [];
  const place = onlyNumber(asked, numbers[0]!, texts);
  return place ? [swaps(place, numbers[0]!)].flat() : [];
}

/** Whether words stand in the texts at all. */
export const standsIn = (words: string, texts: readonly SiteText[]): boolean =>
  placesOf(words, texts).length > 0;
