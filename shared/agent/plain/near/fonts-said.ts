import { TYPE_FAMILIES } from "../../../portfolio/type-families.ts";
import { isKnownFace } from "../nearest-pair.ts";
import type { Asked } from "./proposal.ts";
import { textWords } from "./text-words.ts";

const FAMILY_NAMES = Object.values(TYPE_FAMILIES).map(({ family }) =>
  family.replace(/ Variable$/u, "").toLowerCase(),
);
const isFace = (words: string): boolean => isKnownFace(words) || FAMILY_NAMES.includes(words);

/** The typefaces named, the longest name that is known of each. */
export function fontNamed({ text }: Asked): readonly string[] {
  const words = textWords(text);
  const found: string[] = [];
  for (let at = 0; at < words.length;) {
    const count = [3, 2, 1].find((long) => {
      const run = words.slice(at, at + long).map(({ word }) => word);
      return run.length === long && isFace(run.join(" "));
    });
    if (count !== undefined)
      found.push(
        words
          .slice(at, at + count)
          .map(({ word }) => word)
          .join(" "),
      );
    at += count ?? 1;
  }
  return [...new Set(found)].map((face) => `use ${face}`);
}

/** What a typeface is to be like, and the nearest kind there is. */
const CHARACTERS: readonly (readonly [RegExp, string])[] = [
  [/\bdyslexi\w*|\blegible|\breadab\w*|\bto read\b|\beasier\b/iu, "a more readable font"],
  [
    /\bsans\b|\b(?:no|without|nothing with)(?: the| any)? (?:serifs?|little feet|feet)\b|\bgeometric|\bgrotes\w+|\bhumanist|\bswiss\b|\bblock letters|\bcondensed|\bnarrow|\bchunky|\bheavy|\bbold\w*|\bposter|\bstrong\w*/iu,
    "a sans-serif font",
  ],
  [
    /\bmono\w*|typewrit\w*|\bcode\b|\bcoding|\bterminal|\btech\w*|\bdigital|\bold machine|\btyped\b|\bhacker/iu,
    "a monospace font",
  ],
  [
    /\bplayful|\bfun\b|\bfriendl\w*|\bround\w*|\bhand ?writ\w*|\bhand ?drawn|\bcute|\bless serious|\bquirk\w*|\bcomic|\bsoft\w*|\bscript|\bcursive|\bwarm\w*/iu,
    "a more playful font",
  ],
  [
    /\belegan\w*|\bfancy|\bclassy|\bposh|\brefined|\bluxur\w*|\bexpensive|\bthin\b|\bfeminine|\bcalligraph\w*|\bart deco|(?<!old[- ])\bfashion\b/iu,
    "a more elegant font",
  ],
  [
    /\bserifs?\b|\bbook\w*|\bnovel|\bnews ?paper|\btimes\b|\bclassic\w*|\btraditional\w*|\bold[- ]fashioned|\bserious|\bformal|\bprofessional|\bgrown[- ]up|\bsober|\bacademic|\bliterary|\beditorial|\bmagazine|\bvintage|\bretro|\bold[- ]style/iu,
    "a serif font",
  ],
  [
    /\bmodern|\bclean\w*|\bsimple|\bplain|\bminimal\w*|\bcontemporary|\bfresh|\bfuturis\w*|\bneutral/iu,
    "a modern font",
  ],
];

/** What it is not to be like: “too playful”, “nothing fancy”, “looks childish”. */
const UNWANTED =
  /\b(?:too|not|nothing|isn't|less|looks?(?: very| so)?) (?:so |very |a |that )*(?!like\b|with\b|serious\b|more\b|modern\b|elegant\b|clean\b)(?:playful|fancy|childish|stiff|plain|cold|formal|boring|modern|elegant|old[- ]fashioned|dated|thin|bold|serious|round)\b/giu;

/** The kinds of typeface that are wished for; the plainest wish first. */
export function fontKind({ text }: Pick<Asked, "text">): readonly string[] {
  const isWithout = /\b(?:no|without|nothing with)(?: the| any)? serifs?\b/iu.test(text);
  const wished = text.replace(/\bless serious\b/giu, "playful").replace(UNWANTED, " ");
  return CHARACTERS.flatMap(([words, request]) => (words.test(wished) ? [request] : []))
    .filter((request) => !isWithout || request !== "a serif font")
    .slice(0, 2);
}
