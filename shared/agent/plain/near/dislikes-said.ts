import { fontKind } from "./fonts-said.ts";

/** What somebody doesn’t like, with no word of what would be better. */
const DISLIKE =
  /\b(?:ugly|hideous|awful|horrible|horrid|terrible|dreadful|hate|cheap|tacky|tasteless|amateur\w*|rubbish|crap|garbage|gross|yuck|eww*|(?:not|n't) (?:a (?:big )?fan|keen|convinced|nice|pretty|good|great)|(?:don'?t|doesn'?t|didn'?t|do not) (?:really |much )?(?:like|love)|dislike|(?:looks?|is|it's|its|so|very|quite|bit) (?:bad|weird|wrong|odd|off|shabby|messy)|meh)\b/iu;
/** It is about the look as a whole: nothing else is named. */
const WHOLE =
  /^(?:(?:i|we|my \p{L}+|really|just|still|to be honest|tbh|honestly|sorry|and|but|the|this|that|it|its|it's|is|are|looks?|looking|look|site|page|website|design|layout|whole thing|thing|everything|all|of|overall|kind|bit|a|so|very|quite|too|rather|pretty|pure|simply|absolutely|feel|feels|find|think|don't|dont|do|does|doesn't|not|at|how|what|like|love|fan|keen|big|am|i'm|im|me|to|way|now|here|style|styling|template|in|with|an|absolute)[,. ]+)*(?:ugly|hideous|awful|horrible|horrid|terrible|dreadful|hate|cheap|tacky|tasteless|amateur\w*|rubbish|crap|garbage|gross|yuck|eww*|fan|keen|convinced|nice|pretty|good|great|like|love|dislike|bad|weird|wrong|odd|off|shabby|messy|meh)(?:[,. ]+(?:it|this|that|all|the|of|look|looks|design|layout|template|site|page|website|to me|me|style|at|way|everything|how|so|really|tbh|is|somehow|honestly))*$/iu;
const FONTS = /\b(?:fonts?|typefaces?|lettering)\b/iu;
const COLOURS = /\b(?:colou?rs?|colou?r scheme|palette)\b/iu;

/** Fonts to try: of the kind that is wished for, or lively ones. */
export const fontsToTry = (text: string): readonly string[] => [
  ...new Set([...fontKind({ text }), "a more playful font", "a more elegant font", "another font"]),
];

/** Where a wish or a dislike names fonts or colours, what there is of them to try; else nothing. */
export function ofNamedPart(text: string): readonly string[] {
  if (FONTS.test(text)) return fontsToTry(text);
  return COLOURS.test(text) ? ["other colours", "bolder colours", "calmer colours"] : [];
}

/**
 * Looks to try for who doesn’t like it and says no more: “it’s ugly”, “I hate the font”; none where it is
 * about words or one part of the page.
 */
export function dislikesMet(text: string): readonly string[] {
  // “I’m not good at this” is about the person.
  const isOfPerson = /^(?:i'm|im|i am)\b(?! (?:really )?not (?:an? |keen|convinced))/iu.test(text);
  if (isOfPerson || !DISLIKE.test(text)) return [];
  const isShort = text.split(/\s+/u).length <= 12;
  const named = isShort ? ofNamedPart(text) : [];
  const isOfPart =
    /\b(?:headings?|names?|dates?|titles?|links?|changed?|not that|skills|summary)\b/iu.test(text);
  if (named.length > 0) return isOfPart ? [] : named;
  return WHOLE.test(text) ? ["another template", "other colours", "another font"] : [];
}
