import type { Evident } from "./proposal.ts";
import { namedThings, type NamedThing } from "./named-things.ts";
import type { Asked } from "./proposal.ts";
import { isShortOf } from "./short-forms.ts";
import { isTelling, replaceAt, type SiteText } from "./site-texts.ts";
import { folded, stem, textWords } from "./text-words.ts";
import { isNumberWord } from "./number-swap.ts";
import { quotedIn, trimmedValue } from "./values.ts";

const joined = (text: string): string =>
  textWords(text.replace(/&/gu, " and "))
    .map(({ word }) => word)
    .join(" ");

const isNameLike = (text: string): boolean =>
  text
    .replace(/[()]/gu, "")
    .split(" ")
    .every((word) => /^(?:\p{Lu}|\d|(?:of|and|the|for|in|at|&)$)/u.test(word));

/** The one name that a fuller or otherwise written one corrects. */
function onlyOne(
  things: readonly NamedThing[],
  fresh: string,
  isMeant: (thing: NamedThing) => boolean,
): readonly Evident[] {
  if (things.some(({ name }) => name === fresh)) return [];
  const hits = things.filter((thing) => isMeant(thing));
  return hits.length === 1
    ? [{ request: hits[0]!.request(fresh), likelihood: 0.75, isSwap: true }]
    : [];
}

const CORRECTION =
  /^(?:please |pls |there's |theres |there is |correct(?:ion)?:? |it's |its |a )*(?:typo|spelling|mistake|wrong|correct|correction)?[,:]? ?(?:the name )?(?:it |that |this )?(?:should|must|has to|ought to) (?:be|say|read)(?: called)?:? (?<fresh>.+)$/iu;
const BARE = /^(?:please |pls )?(?:correct(?:ion)?: ?)?(?<fresh>\p{Lu}[^,;:?!"]{4,80})$/u;

/** “Kestrel Geomatics Ltd.”, “there’s a typo, it should be ‘…’”: a name of the site, and more of it. */
function fuller({ text, context }: Asked): readonly Evident[] {
  const corrected = CORRECTION.exec(text)?.groups?.["fresh"];
  const bare = BARE.exec(text)?.groups?.["fresh"];
  const said = corrected === undefined ? bare : (quotedIn(corrected)[0] ?? trimmedValue(corrected));
  if (said === undefined || (corrected === undefined && !isNameLike(said))) return [];
  const fresh = said.trim();
  const words = joined(fresh);
  return onlyOne(
    namedThings(context),
    fresh,
    ({ name }) => joined(name).includes(" ") && words.startsWith(`${joined(name)} `),
  );
}

/** “Bachelor of Science, don’t abbreviate”: what stands there in short is said in full. */
function spelledOut({ text, context }: Asked): readonly Evident[] {
  const said =
    /^(?:it's |its |please |write |put |say )*(?<fresh>\p{Lu}[\p{L} ]+?)(?:[,;:]? (?:please )?(?:don't|dont|do not|no|not|without|spell\w*|written|write|in full|in words|in long|instead of)\b.*)?[.!]?$/u.exec(
      text,
    )?.groups?.["fresh"];
  const isTold =
    /\b(?:abbreviat\w*|in full|spell\w* out|written out|write (?:it )?out|short(?:ened|hand)?|initials|acronyms?)\b/iu;
  if (said === undefined || !isTold.test(text)) return [];
  return onlyOne(namedThings(context), said, ({ name }) => isShortOf(name, said));
}

/** “Harrow and Dunne, without &”: the same words, otherwise written. */
function rewritten({ text, context }: Asked): readonly Evident[] {
  const fresh =
    /^(?:please )?(?:correct(?:ion)?:? |it's |its |write |put |say |spell )*(?<fresh>\p{Lu}[^,;]+?),? (?:without|with no|no) (?:the |an? )?(?:&|and\b|ampersand|hyphen|dash|dots?|apostrophe|capitals?)/iu.exec(
      text,
    )?.groups?.["fresh"];
  if (fresh === undefined) return [];
  const hits = namedThings(context).flatMap((thing) => {
    const plain = thing.name.replace(/&/gu, "and").replace(/[-–]/gu, " ");
    const at = folded(plain).indexOf(folded(fresh));
    const whole = at < 0 ? "" : plain.slice(0, at) + fresh + plain.slice(at + fresh.length);
    return whole === "" || whole === thing.name ? [] : [thing.request(whole)];
  });
  return hits.length === 1 ? [{ request: hits[0]!, likelihood: 0.75, isSwap: true }] : [];
}

/** “We say A, it was B then”, where B is written nowhere: the one name that is likest A. */
function calledThen({ text, context }: Asked): readonly Evident[] {
  const fresh =
    /^(?:we|i|people|they|everyone) (?:all )?(?:say|call(?:ed)? it|write) (?:the )?(?<fresh>\p{Lu}[^,;]+)[,;] (?:but )?it (?:was|is|used to be)\b/iu.exec(
      text,
    )?.groups?.["fresh"];
  const wanted = textWords(fresh ?? "")
    .map(({ word }) => stem(word))
    .filter(isTelling);
  if (fresh === undefined || wanted.length < 2) return [];
  const scored = namedThings(context)
    .filter(({ of }) => /^(?:work|education|volunteer)$/u.test(of))
    .map((thing) => ({
      thing,
      points: textWords(thing.name).filter(({ word }) =>
        wanted.some((one) => one.slice(0, 5) === stem(word).slice(0, 5)),
      ).length,
    }))
    .toSorted((a, b) => b.points - a.points);
  const [best, next] = scored;
  return best && best.points >= 2 && best.points > (next?.points ?? 0)
    ? [{ request: best.thing.request(fresh), likelihood: 0.72, isSwap: true }]
    : [];
}

/** “Lead a field team of six”: a line begins so, with another number. */
function lineSaidAnew({ text, context }: Asked, texts: readonly SiteText[]): readonly Evident[] {
  const said = textWords(text);
  if (said.length < 4) return [];
  const found = texts.flatMap((of) => {
    const apart = said.flatMap(({ word }, at) => (of.words[at]?.word === word ? [] : [at]));
    const at = apart[0];
    if (at === undefined || apart.length > 1 || !of.words[at]) return [];
    const [old, fresh] = [of.words[at].word, said[at]!];
    return isNumberWord(old) && isNumberWord(fresh.word)
      ? [replaceAt({ text: of, first: at, last: at }, fresh.written, context.resume) ?? []].flat()
      : [];
  });
  return found.length === 1 ? [{ request: found[0]!, likelihood: 0.75, isSwap: true }] : [];
}

/** What a request means that says something of the site anew, in full and as it should be. */
export const evidentRestated = (asked: Asked, texts: readonly SiteText[]): readonly Evident[] => [
  ...fuller(asked),
  ...spelledOut(asked),
  ...rewritten(asked),
  ...calledThen(asked),
  ...lineSaidAnew(asked, texts),
];
