import { ENTRIES, entriesOf } from "./entry-words.ts";
import type { PlainAnswer, PlainContext, PlainKind } from "./plain-kind.ts";
import { SECTION_NAMES } from "./section-moves.ts";

/** Shorter words have too many neighbours. Letters. */
const SHORTEST = 5;

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];

/** Words of English that are one letter away from a word of the grammar, and no mistakes. */
const ENGLISH = new Set(
  (
    "later water lighter lightly brighten reading hearing leading heading bottle button buttons there these where three those " +
    "other others another about above under first thing things think would could should might right light night sight " +
    "place plate price pride prize space spade spare phone phony photo photos session mention tiles tile while white " +
    "whole black block blank green greet brown crown clear clean plain print point paint paints style still image images " +
    "order older border borders round sound ground large layer layers small smell smart start state story store stone " +
    "short shirt sport split spell speak spend spent stand table cable label level never fever seven words world wider " +
    "header headers reader readers leader leaders feeling filling floor colon colony shade shades shape shapes share " +
    "scale stale slate clay plum forms forums format formal former manage manager matter letter letters better bitter " +
    "centre center enter inter interest intern interns trial trail train trains grand brand brands board boards broad " +
    "bread break great grate treat threat three threads pages paces paper papers cover covers lower flower power tower " +
    "mobile motion notion nation station relation selection selections collection election reflection mission version " +
    "vision division edition addition tradition condition position positions fashion passion pension tension " +
    "listing lasting lifting moving loving having saving making taking baking talking walking working wording " +
    "building binding finding hiding riding sliding editing added adding wedding bidding sending ending bending " +
    "tutor actor factor doctor author editor visitor monitor mentor sector vector director " +
    "mouse house horse course courses source sources force forces nurse purse cause pause phrase praise " +
    "bright brighter weight height freight fright flight slight tight tighter fighter lighten " +
    "people purple simple sample temple example ample apple staple stable visible possible " +
    "strong string spring strings among along alone clone close loose lose chose choose chosen " +
    "serve server service services device devices advice notice office officer offer offers differ " +
    "south north month mouth youth truth health wealth month months " +
    "field fields yield shield filed files films rules roles poles holes males tales sales scales " +
    "event events even seven eleven given driven drive driver drives river rivers rover cover " +
    "study steady ready student students content contents context contest contact contacts contract contracts compact " +
    "impact intact exact extract extra except expect aspect respect inspect prospect " +
    "dance chance change charge large barge range orange grange strange " +
    "minor major mayor motor rotor razor color colors " +
    "bolder folder holder older colder welder elder boulder shoulder smaller taller caller teller seller " +
    "prices words tolls stick stock stuck stacks skulls papers prior dare dared career carrier carriers " +
    "skilled filled killed stills drills grills spills thrills bills hills"
  ).split(" "),
);

/** An ending is grammar, and no mistake. */
const isEnding = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.startsWith(short) && /^[sdrnyt]$/u.test(long.slice(short.length));
};

/** Whether one letter is missing, too many, another, or two have changed places. */
export function isOneSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [left, right] = [one.slice(at), other.slice(at)];
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  );
}

/** Every word of the grammar that is long enough. @param kinds all kinds of request */
export const wordsOfGrammar = (kinds: readonly PlainKind[]): ReadonlySet<string> =>
  new Set(
    [
      ...kinds.flatMap(({ example, phrases }) => [
        example,
        ...phrases.map(({ source }) => source.replace(/\{\w+\}/gu, " ")),
      ]),
      ...Object.values(SECTION_NAMES),
      "purple orange green yellow brown turquoise violet lavender coral magenta black white color colors",
      "please could would certificates hobbies january february march april august september october november december",
    ].flatMap(wordsIn),
  );

const namesOf = ({ resume, templates }: PlainContext): readonly string[] =>
  [
    ...ENTRIES.flatMap(({ list, keys }) =>
      entriesOf(resume, list).flatMap((entry) => keys.map((key) => String(entry[key] ?? ""))),
    ),
    ...templates.map(({ name }) => name),
  ].flatMap(wordsIn);

/** A request with a slip mended, and the words that were put in. */
export interface Mended {
  readonly text: string;
  readonly words: readonly string[];
}

/** The most slips that are mended; more is another language. */
const MOST_SLIPS = 4;

/**
 * The request with words mended that are one slip away from a word that is known here, and from no other:
 * each alone, so that a name isn’t touched where that will do; then all.
 * @param grammar what `wordsOfGrammar` gives
 */
export function mended(
  text: string,
  context: PlainContext,
  grammar: ReadonlySet<string>,
): readonly Mended[] {
  if (text.includes('"')) return [];
  const known = new Set([...grammar, ...namesOf(context)]);
  const slips = [...new Set(wordsIn(text))].flatMap((word) => {
    if (word.length < SHORTEST || known.has(word) || ENGLISH.has(word)) return [];
    const near = [...known].filter((one) => isOneSlip(word, one) && !isEnding(word, one));
    return near.length === 1 ? [{ word, by: near[0]! }] : [];
  });
  if (slips.length === 0 || slips.length > MOST_SLIPS) return [];
  const mend = (some: typeof slips): Mended => ({
    text: some.reduce(
      (now, { word, by }) =>
        now.replace(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "giu"), () => by),
      text,
    ),
    words: some.map(({ by }) => by),
  });
  return [...slips.map((one) => mend([one])), ...(slips.length > 1 ? [mend(slips)] : [])];
}

const times = (word: string, within: unknown) =>
  JSON.stringify(within).toLowerCase().split(word).length - 1;

/** Whether a mended word went into what the person wrote: then nobody knows whether they meant it so. */
export const wroteMended = (
  { words }: Mended,
  answers: readonly (PlainAnswer & { readonly kindId: string })[],
  { resume, theme }: PlainContext,
): boolean =>
  answers.some(({ kindId, step }) => {
    if (/^(?:colour|font|template)/u.test(kindId)) return false;
    if (step.kind === "resume") {
      return words.some((word) => times(word, step.resume) > times(word, resume));
    }
    if (step.kind === "theme")
      return words.some((word) => times(word, step.theme) > times(word, theme));
    return step.kind === "command" && words.some((word) => times(word, step.label ?? "") > 0);
  });
