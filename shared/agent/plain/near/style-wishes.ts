import { ofNamedPart } from "./dislikes-said.ts";

/** How a site is to feel, and what comes near to it in one press: looks to try, no answer. */
const WISHES: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /\b(?:terminal|hacker|geek\w*|nerd\w*|console|command line|code-like)\b/iu,
    ["use the Prompt template", "use the Commit template"],
  ],
  [
    /\b(?:developer|programmer|coder|github|git|tech(?:y|ie)?)\b/iu,
    ["use the Commit template", "use the Prompt template"],
  ],
  [
    /\b(?:academic\w*|scholar\w*|scien\w+|professor|researcher|journal|university page)\b/iu,
    ["use the Scholar template", "a serif font"],
  ],
  [
    /\b(?:time ?line|chronolog\w*|journey|life line|career path|road ?map)\b/iu,
    ["use the Path template"],
  ],
  [
    /\b(?:galler(?:y|ies)|photograph\w*|artist\w*|picture wall|visual|full of pictures|instagram[- ]like)\b/iu,
    ["use the Atelier template"],
  ],
  [
    /\b(?:news ?paper|books?|magazine|literary|editorial|classic\w*|traditional|old[- ]school|old[- ]fashioned|vintage|timeless)\b/iu,
    ["use the Folio template", "a serif font"],
  ],
  [
    /\b(?:word document|paper cv|real cv|normal cv|proper cv|like a cv|a4|printed|sheet of paper|resume style|one page|single page|compact cv)\b/iu,
    ["use the Sheet template", "tighter"],
  ],
  [
    /\b(?:elegan\w+|class(?:y|ier)|refined|sophisticated|luxur\w+|posh|fancy|fancier|beautiful|prettier|stylish|chic|premium|high[- ]end)\b/iu,
    ["a more elegant font", "use the Folio template", "calmer colours"],
  ],
  [
    /\b(?:professional|serious|formal|business\w*|corporate|sober|grown[- ]up|trustworthy|respectable|conservative)\b/iu,
    ["calmer colours", "use the Sheet template", "a serif font"],
  ],
  [
    /\b(?:minimal\w*|clean(?:er)?|simpl(?:e|er|istic)|plain(?:er)?|uncluttered|apple|less busy|less cluttered|tidy|tidier|quiet(?:er)?)\b/iu,
    ["use the Sheet template", "calmer colours", "more space"],
  ],
  [
    /\b(?:modern|contemporary|fresh(?:er)?|up[- ]to[- ]date|dated|outdated|old[- ]looking|trendy|sleek|futuristic|this century|cool(?:er)?)\b/iu,
    ["a modern font", "another template", "other colours"],
  ],
  [
    /\b(?:fun|funny|playful|creative|personality|cheerful|livel\w+|exciting|pop|stands? out|wow|eye[- ]catching|impressive|boring|bored|dull|bland|flat|generic|sad|character|pizzazz|jazz|spice|interesting|everyone else|unique|special|bold(?:er)?|punch(?:y|ier)?)\b/iu,
    ["bolder colours", "use the Poster template", "surprise me"],
  ],
];

/** Words by which the wish is about what is written, or one part, and not about the site as a whole. */
const OF_WORDS =
  /\b(?:sounds?|wording|words?|word it|summar\w+|text|rewrit\w+|write|written|bullets?|sentences?|intro\w*|headline|describe\w*|description|phrase\w*|title|tone|read like|says?|headings?|photo|picture of me|logo|icons?|button|menu|footer|header|animation\w*|background)\b/iu;
const OF_LOOK =
  /\b(?:look\w*|feel\w*|feeling|design|styles?|styled|layout|template|theme|site|page|everything|whole thing|it|something|vibe|appearance|overall|all|this|one|more|too|less|bit)\b/iu;

/**
 * Looks to try where somebody wishes a feeling (“something more modern”, “like a newspaper”), the nearest
 * first; none where the wish is about words or one part of the page.
 */
export function styleWishes(text: string): readonly string[] {
  if (OF_WORDS.test(text) || !OF_LOOK.test(text)) return [];
  const wishes = WISHES.filter(([words]) => words.test(text));
  const named = wishes.length > 0 ? ofNamedPart(text) : [];
  if (named.length > 0) return named;
  return [...new Set(wishes.flatMap(([, requests]) => requests))];
}
