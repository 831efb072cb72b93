import { numbersIn, plainWords, writtenLike, type WrittenNumber } from "./number-words.ts";
import { content, kind, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { placesAt, textPlaces, type TextPlace } from "./text-places.ts";
import { placeName } from "./text-remove-kinds.ts";

/** A number that somebody says, with what they say around it. */
interface Said {
  readonly number: WrittenNumber;
  /** “nearly”, “over”: stands before the number. */
  readonly about: string;
  /** “staff”, “a day”: what is counted, and how. */
  readonly nouns: readonly string[];
}

const ABOUT = /^(?:about|around|nearly|almost|over|more than|up to|at least|roughly) /iu;
const BEFORE = /^(?:the|a|my|our|only|just|actually|really|now|in fact) /iu;

/** The one number of these words, with at most three words behind it; `null` where they say more. */
function saidIn(words: string): Said | null {
  let rest = words.trim();
  for (let before = ""; before !== rest;) [before, rest] = [rest, rest.replace(BEFORE, "")];
  const about = ABOUT.exec(rest)?.[0] ?? "";
  rest = rest.slice(about.length);
  const [number, ...more] = numbersIn(rest);
  if (!number || more.length > 0) return null;
  if (number.start > number.mark.length || /[",:;]\s/u.test(rest)) return null;
  const nouns = plainWords(rest.slice(number.end)).filter((word) => word !== number.mark);
  return nouns.length > 3 ? null : { number, about, nouns };
}

const isYear = ({ value, text }: WrittenNumber) =>
  /^\d{4}$/u.test(text) && value >= 1900 && value <= 2100;

const stem = (word: string) => word.replace(/'s$|s$/u, "");
const isIn = (nouns: readonly string[], next: readonly string[]) =>
  nouns.every((noun) => next.some((word) => stem(word) === stem(noun)));

interface Hit {
  readonly place: TextPlace;
  readonly number: WrittenNumber;
}

/** Numbers of the texts before these nouns. */
const numbersAt = (places: readonly TextPlace[], nouns: readonly string[]): readonly Hit[] =>
  places.flatMap((place) =>
    numbersIn(place.text)
      .filter(({ next }) => isIn(nouns, next))
      .map((number) => ({ place, number })),
  );

/** “First bullet at Acme” is at Acme. */
const bareWhere = (where: string) =>
  where.replace(
    /^(?:the |my )?(?:(?:first|second|third|fourth|last) )?(?:bullets?|bullet points?|points?|lines?|texts?|descriptions?) (?:at|of|in|under|for) (?:the |my )?/iu,
    "",
  );

const placesOf = (where: string | undefined, context: PlainContext) =>
  where === undefined ? textPlaces(context.resume) : placesAt(bareWhere(where), context);

/** The new number in the place of the old: a mark that is said has to be the one that stands there. */
function replaced({ place, number }: Hit, { number: fresh, about }: Said): PlainAnswer | null {
  if (fresh.mark !== "" && fresh.mark !== number.mark) return null;
  const by = writtenLike(fresh, number);
  if (by === number.text) return null;
  const { text } = place;
  const isAbout = about !== "" && !text.slice(0, number.start).toLowerCase().endsWith(about);
  const lead = isAbout ? `${about.toLowerCase()}${by.toLowerCase()}` : by;
  // “Ten years” at the beginning: “Nearly twelve years”.
  const written = /^\p{Lu}/u.test(by) ? lead[0]!.toUpperCase() + lead.slice(1) : lead;
  const next = `${text.slice(0, number.start)}${written}${text.slice(number.end)}`;
  const marked = (written: string) =>
    /^[£$€]/u.test(number.mark) ? number.mark[0]! + written : `${written}${number.mark}`;
  return content(
    `It says “${marked(by)}” instead of “${marked(number.text)}” in ${placeName(place)} now.`,
    place.with(next),
  );
}

function corrected(
  was: string,
  is: string,
  where: string | undefined,
  context: PlainContext,
): PlainAnswer | null {
  const [old, fresh] = [saidIn(was), saidIn(is)];
  const places = placesOf(where, context);
  // Years are dates, which have their own words.
  if (!old || !fresh || !places || isYear(old.number) || isYear(fresh.number)) return null;
  const nouns = [...old.nouns, ...fresh.nouns];
  // “One” by itself is nobody’s number.
  if (old.number.value === 1 && nouns.length === 0) return null;
  const hits = numbersAt(places, nouns).filter(
    ({ number }) =>
      number.value === old.number.value &&
      (old.number.mark === "" || old.number.mark === number.mark),
  );
  return hits.length === 1 ? replaced(hits[0]!, fresh) : null;
}

/** “The newsletter has 3,100 subscribers”: the one number of subscribers, in a text of that. */
function counted(what: string, is: string, context: PlainContext): PlainAnswer | null {
  const fresh = saidIn(is);
  if (!fresh || fresh.nouns.length === 0 || isYear(fresh.number)) return null;
  const about = plainWords(what).filter((word) => word.length > 3);
  const hits = numbersAt(textPlaces(context.resume), fresh.nouns);
  const [hit, ...more] = hits;
  if (!hit || more.length > 0 || about.length === 0) return null;
  const there = plainWords(`${hit.place.text} ${placeName(hit.place)}`);
  const isAbout = about.every((word) => there.some((one) => stem(one) === stem(word)));
  return isAbout ? replaced(hit, fresh) : null;
}

const SHOULD =
  "(should be|should say|should read|is actually|was actually|is really|was really|is now|are now|must be|has to be|is|was|are|were)";
const IT =
  "(it's|it is|it was|that's|there are|there were|there was|they are|they were|we are|we were|i have|i had)";
const NOT = "[now] [,] [and] (not|instead of|rather than) [in]";

/** One number of a text put right, where the old one stands once. */
export const NUMBER_KINDS = [
  kind(
    "number-corrected",
    "the 35% is actually 38",
    `[the|my] {old} ${SHOULD} {fresh}
     {where}: [${IT}] {fresh} ${NOT} {old}
     (in|at|under) [the|my] {where}[,] [${IT}] {fresh} ${NOT} {old}
     {where}: [the] {old} ${SHOULD} {fresh}
     (in|at|under) [the|my] {where}[,] [the] {old} ${SHOULD} {fresh}
     [${IT}] [actually] {fresh} ${NOT} {old}
     (change|correct|fix|update|raise|lower) [the|my] {old} (to|into) {fresh} (in|at|under) [the|my] {where}
     (change|correct|fix|update|raise|lower|replace) [the|my] {old} (to|into|with|by) {fresh}
     [the|my] {where} (says|said|has) {old}[,] but (it is|it's|it was|it should be|they are|it's actually) [now|actually|really] {fresh}`,
    ({ old, fresh, where }, context) => corrected(old!, fresh!, where, context),
  ),
  kind(
    "number-counted",
    "the newsletter has 3,100 subscribers now",
    `[the|my|our] {what} [now] (has|have|had|reaches|serves|counts) [now] {fresh}
     [the|my|our] {noun} (number|figure|count) ${SHOULD} {sole}`,
    ({ what, fresh, noun, sole }, context) => {
      if (what !== undefined) return counted(what, fresh!, context);
      const said = saidIn(sole!);
      if (!said) return null;
      const hits = numbersAt(textPlaces(context.resume), [...plainWords(noun!), ...said.nouns]);
      return hits.length === 1 && !isYear(said.number) ? replaced(hits[0]!, said) : null;
    },
  ),
];
