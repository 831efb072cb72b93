import { PLAIN_KINDS } from "./understand.ts";

const words = (text: string) => text.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? [];

/** Words that stand in every second request and tell nothing. */
const EMPTY = new Set(
  "the and for with make change set use put add remove hide show can you please want would like more".split(
    " ",
  ),
);

/** For who doesn't know what to ask: each can be carried out as it stands, on any site. */
export const FIRST_EXAMPLES: readonly string[] = [
  "dark mode",
  "make it teal",
  "a serif font",
  "projects first",
  "hide references",
  "more space",
];

/**
 * Requests that would be understood and share words with one that wasn't, the nearest first; the first
 * examples where none does.
 * @param most how many
 */
export function suggest(text: string, most = 3): readonly string[] {
  const asked = new Set(words(text).filter((word) => !EMPTY.has(word)));
  const doable = PLAIN_KINDS.filter(({ id }) => !/^(?:how-to|ask)-/u.test(id));
  const scored = doable.map(({ example, phrases }) => {
    const known = new Set([example, ...phrases.map(({ source }) => source)].flatMap(words));
    return { example, score: [...asked].filter((word) => known.has(word)).length };
  });
  const near = scored.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score);
  const examples = near.length > 0 ? near.map(({ example }) => example) : FIRST_EXAMPLES;
  return [...new Set(examples)].slice(0, most);
}
