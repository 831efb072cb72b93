/** What a word of the studio means: “sorry what’s a palette”. */
const MEANING =
  /\b(?:what(?:'s|s| is| are| does| do|\b.*\bmeans?\b)|mean\w*|meant by|explain|definition|never heard)/iu;
const NO_MEANING =
  /\b(?:differen\w+|hid\w+|which|how|why|available|there are|are there|cost|best|better|missing|wrong|my (?:template|headline|palette))\b|\b(?:headline|version|section|template|palette)s? (?:should|could|would|do you)\b/iu;
const TERMS: readonly (readonly [RegExp, string])[] = [
  [/\baccents?\b/iu, "accent"],
  [/\bpalettes?\b/iu, "palette"],
  [/\btemplates?\b/iu, "template"],
  [/\bsections?\b/iu, "section"],
  [/\bdrafts?\b/iu, "draft"],
  [/\b(?:headline|tagline)\b/iu, "headline"],
  [/\bdensity\b/iu, "density"],
  [/\bresume[. ]json\b/iu, "resume.json"],
  [/\bversions?\b/iu, "version"],
];

/** The question what a word of the studio means, where a text puts it; empty where it puts none. */
export function termSaid(text: string): readonly string[] {
  const term = TERMS.find(([word]) => word.test(text))?.[1];
  const isMeaning = MEANING.test(text) && !NO_MEANING.test(text);
  return term !== undefined && isMeaning ? [`what does ${term} mean?`] : [];
}
