import type { Evident } from "./proposal.ts";
import { isShortOf } from "./short-forms.ts";
import { namedThings, type NamedThing } from "./named-things.ts";
import type { Asked } from "./proposal.ts";
import { placesOf, replaceAt, type Place, type SiteText } from "./site-texts.ts";
import { swapsSaid, type Swap } from "./swaps-said.ts";
import { folded, stem, textWords } from "./text-words.ts";
import { datesSaid } from "./values.ts";

/** So likely is what is said with both what stands there and what should. */
const LIKELY = 0.72;

/** “And” and “&” are one, as are a word and its plural. */
const keyOf = (word: string): string => (word === "&" ? "and" : stem(word));
const keysOf = (text: string): readonly string[] =>
  textWords(text.replace(/&/gu, " and ")).map(({ word }) => keyOf(word));

interface Run {
  readonly start: number;
  readonly end: number;
}

interface NameWord extends Run {
  readonly key: string;
}

const nameWords = (name: string): readonly NameWord[] =>
  [...name.matchAll(/&|[\p{L}\p{N}][\p{L}\p{N}'’+#]*/gu)].map((one) => ({
    key: keyOf(folded(one[0])),
    start: one.index,
    end: one.index + one[0].length,
  }));

/** Where words stand in a row in a name; `null` where they don’t. */
function runIn(words: readonly NameWord[], said: string): Run | null {
  const wanted = keysOf(said);
  if (wanted.length === 0) return null;
  const at = words.findIndex((_, from) => wanted.every((key, by) => words[from + by]?.key === key));
  return at < 0 ? null : { start: words[at]!.start, end: words[at + wanted.length - 1]!.end };
}

/** With the words of the name that the new ones say again: “Ash & Elder” for “&”, where “Ash and Elder” is said. */
function withRepeated(run: Run, words: readonly NameWord[], now: readonly string[]): Run {
  const span = words.filter(
    ({ key, start }) => now.includes(key) || (start >= run.start && start < run.end),
  );
  return { start: span[0]!.start, end: span.at(-1)!.end };
}

/** The case of what stood there, where the new words are written small throughout. */
const inCaseOf = (fresh: string, old: string): string =>
  /^\p{Lu}/u.test(old) && /^\p{Ll}/u.test(fresh) ? fresh[0]!.toUpperCase() + fresh.slice(1) : fresh;

/** A hit: the request, and how much of the name was said. */
interface Hit {
  readonly thing: NamedThing;
  readonly name: string;
  /** 3: the whole name; 2: a part, and the new one has the rest of it; 1: a part. */
  readonly rank: number;
}

function hitOf(thing: NamedThing, { old, fresh }: Swap): Hit | null {
  const { name } = thing;
  const words = nameWords(name);
  const run = runIn(words, old);
  if (!run) {
    return isShortOf(old, name) && !isShortOf(fresh, name)
      ? { thing, name: inCaseOf(fresh, name), rank: 3 }
      : null;
  }
  if (run.start === 0 && run.end === name.length)
    return { thing, name: inCaseOf(fresh, name), rank: 3 };
  const rest = keysOf(`${name.slice(0, run.start)} ${name.slice(run.end)}`);
  const now = keysOf(fresh);
  if (rest.length > 0 && rest.every((key) => now.includes(key)))
    return { thing, name: inCaseOf(fresh, name), rank: 2 };
  // “&” stands in many names: the words beside it say which is meant.
  if (/^(?:&|and)$/iu.test(old) && !rest.some((key) => now.includes(key))) return null;
  const { start, end } = withRepeated(run, words, now);
  const within = inCaseOf(fresh, name.slice(start, end));
  return { thing, name: name.slice(0, start) + within + name.slice(end), rank: 1 };
}

const UNDER_NAME =
  / (?:(?:right )?(?:under|below|beneath|next to) (?:my |the )?name|(?:as|in|for) (?:my |the )?(?:headline|tag ?line|title line)|(?:at|on) the (?:very )?top)$/iu;

/** Words that stand for no name and nothing that is written. */
const NO_NAME =
  /^(?:it|it's|its|i'm|im|that's|is|was|that|this|them|they|he|she|i|my|the|a|an|all|one|so|yet|yes|no|in|on|at|to)$/iu;

const samePlace = (place: Place, by: number): string | undefined =>
  place.text.words[place.first + by]?.word;

/** With the words before it that the new ones say again: “by a third” for “40%” of “by 40%”. */
function widened(place: Place, fresh: string): Place {
  const words = textWords(fresh).map(({ word }) => word);
  const lead = [3, 2, 1].find(
    (count) =>
      count < words.length &&
      words.slice(0, count).every((word, at) => samePlace(place, at - count) === word),
  );
  const tail = [3, 2, 1].find(
    (count) =>
      count < words.length &&
      words.slice(-count).every((word, at) => place.text.words[place.last + 1 + at]?.word === word),
  );
  return { ...place, first: place.first - (lead ?? 0), last: place.last + (tail ?? 0) };
}

function inTexts(
  { old, fresh }: Swap,
  asked: Asked,
  texts: readonly SiteText[],
): readonly string[] {
  const places = placesOf(old, texts);
  const named = places.filter(({ text: { of } }) =>
    asked.mentions.some(({ list, found }) => of?.list === list && of.at === found.at),
  );
  const meant = places.length > 1 ? named : places;
  const [place] = meant;
  if (!place || meant.length > 1 || (old.length < 3 && !/\d/u.test(old))) return [];
  return [replaceAt(widened(place, fresh), fresh, asked.context.resume) ?? []].flat();
}

/** A sentence stands for no name or words. */
const IS_TOLD = /\b(?:i|we|you|he|she|they|it|is|are|was|were|should|please)\b/iu;

/** The names that are meant: the surest of them, none where several are as sure. */
function namesFor(swap: Swap, asked: Asked, isHeadline: boolean): readonly string[] {
  const isSame = folded(swap.old) === folded(swap.fresh);
  const things = namedThings(asked.context);
  const hits = things.flatMap((thing) => hitOf(thing, swap) ?? []);
  const best = Math.max(0, ...hits.map(({ rank }) => rank));
  const meant = hits.filter(
    ({ rank, thing }) =>
      rank === best && (rank === 3 || !isSame) && (!isHeadline || thing.of === "headline"),
  );
  const requests = meant
    // What is on the site already is another thing, and no other name of this one.
    .filter(({ name, thing }) => !things.some((one) => one.of === thing.of && one.name === name))
    .map(({ thing, name }) => thing.request(name));
  // A word of several names says of none of them that it is meant.
  const isOneName = new Set(meant.map(({ name }) => name)).size === 1;
  const isPlain = isOneName || (best === 3 && requests.length <= 2);
  return isPlain ? [...new Set(requests)] : [];
}

/**
 * What a request means that says what stands there and what should, in any order: of a name of the site, a part
 * of one, or words of its texts.
 */
export function evidentSwaps(asked: Asked, texts: readonly SiteText[]): readonly Evident[] {
  for (const { old: told, fresh: wanted } of swapsSaid(asked.text)) {
    const isHeadline = UNDER_NAME.test(told) || UNDER_NAME.test(wanted);
    const swap = { old: told.replace(UNDER_NAME, ""), fresh: wanted.replace(UNDER_NAME, "") };
    const isDate = datesSaid(swap.old).length > 0 || datesSaid(swap.fresh).length > 0;
    if (isDate || IS_TOLD.test(swap.fresh) || NO_NAME.test(swap.old) || NO_NAME.test(swap.fresh))
      continue;
    const names =
      /^\d+$/u.test(swap.old) || /^\d+$/u.test(swap.fresh) ? [] : namesFor(swap, asked, isHeadline);
    const requests = names.length > 0 ? names : inTexts(swap, asked, texts);
    if (requests.length > 0)
      return requests.map((request) => ({
        request,
        isSwap: true,
        likelihood: LIKELY - (requests.length > 1 ? 0.15 : 0),
      }));
  }
  return [];
}
