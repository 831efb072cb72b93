import { isColourName } from "../colour-kinds.ts";
import { isKnownFace } from "../nearest-pair.ts";
import { TYPE_FAMILIES } from "../../../portfolio/type-families.ts";
import { PALETTES } from "../../../portfolio/palettes.ts";
import type { Asked, Proposals, Propose } from "./proposal.ts";
import { textWords } from "./text-words.ts";

/** An act that needs nothing of the text. */
const always =
  (...requests: readonly string[]): Propose =>
  () =>
    requests;

/** One to three words in a row that a test knows, the longest first. */
function runsIn(text: string, isKnown: (words: string) => boolean): readonly string[] {
  const words = textWords(text);
  const found: string[] = [];
  for (let at = 0; at < words.length;) {
    let long = 0;
    for (let count = 3; count > 0 && long === 0; count -= 1) {
      const run = words.slice(at, at + count);
      const said = run.map(({ word }) => word).join(" ");
      if (run.length === count && isKnown(said)) {
        found.push(said);
        long = count;
      }
    }
    at += Math.max(1, long);
  }
  return found;
}

const PALETTE_NAMES = PALETTES.map(({ name }) => name.toLowerCase());
const FAMILY_NAMES = Object.values(TYPE_FAMILIES).map(({ family }) =>
  family.replace(/ Variable$/u, "").toLowerCase(),
);

/** “Black background with orange bits”: the page’s mode, and the colour on it. */
function colourNamed({ text }: Asked): readonly string[] {
  const code = /#[0-9a-f]{3,8}\b/iu.exec(text)?.[0];
  if (code) return [`use ${code}`];
  const unwanted =
    /\b(?:not|no|instead of|rather than|from|away from|too|hate|this|the present|don't like the|dont like the)\s+(?:the |so |that )?(?<colour>\p{L}+)/giu;
  const away = [...text.matchAll(unwanted)].map((found) => found.groups!["colour"]!.toLowerCase());
  const all = runsIn(text, (words) => isColourName(words) || PALETTE_NAMES.includes(words));
  const wanted = all.filter(
    (one) =>
      !away.includes(one.split(" ").at(-1)!) ||
      (/\b(?:to|into)\b/iu.test(text) === false && all.length === 1),
  );
  const strong = wanted.filter((one) => !/^(?:white|black|grey|gray|beige)$/u.test(one));
  const mode =
    /\bblack\b/iu.test(text) && strong.length > 0
      ? "dark mode; "
      : /\bwhite\b/iu.test(text) && strong.length > 0
        ? "light mode; "
        : "";
  const picked = strong.length > 0 ? strong : wanted;
  return picked.flatMap((one) =>
    mode === "" ? [`make it ${one}`] : [`${mode}make it ${one}`, `make it ${one}`],
  );
}

function fontNamed({ text }: Asked): readonly string[] {
  return runsIn(text, (words) => isKnownFace(words) || FAMILY_NAMES.includes(words)).map(
    (face) => `use ${face}`,
  );
}

const CHARACTERS: readonly (readonly [RegExp, string])[] = [
  [
    /\bsans\b|\bno serifs?\b|\bwithout (?:the )?(?:serifs?|little feet|feet)\b/iu,
    "a sans-serif font",
  ],
  [
    /\bserif\b|\bbook|\bnewspaper|\btimes\b|\bclassic|\btraditional|\bold[- ]fashioned/iu,
    "a serif font",
  ],
  [/\bmono|typewriter|\bcode\b|\bterminal/iu, "a monospace font"],
  [/\bplayful|\bfun\b|\bfriendl|\bround|\bhandwrit|\bcute|\bless serious/iu, "a more playful font"],
  [/\bmodern|\bclean|\bsimple|\bplain|\bminimal|\bcontemporary|\bfresh/iu, "a modern font"],
  [/\belegan|\bfancy|\bclassy|\bposh|\brefined|\bluxur/iu, "a more elegant font"],
  [/\bread|\blegible|\bclear|\beasier/iu, "a more readable font"],
];

const templateSaid = ({ text, context: { templates } }: Asked): readonly string[] =>
  templates
    .filter(({ name }) => new RegExp(`\\b${name}\\b`, "iu").test(text))
    .map(({ name }) => name);

const SKILL_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:tags?|chips?|bubbles?|pills?|badges?|boxes)\b/iu, "tags"],
  [/\b(?:list|bullets?|lines?|plain|simple)\b/iu, "list"],
  [/\b(?:bars?|progress|levels?|meters?)\b/iu, "bars"],
  [/\b(?:columns?)\b/iu, "columns"],
  [/\b(?:table|grid)\b/iu, "table"],
];

/** What is asked of the look, and of what was done before. */
export const LOOK_PROPOSALS: Proposals = {
  "mode-dark": always("dark mode"),
  "mode-light": always("light mode"),
  "mode-auto": always("follow the visitor’s light or dark setting"),
  "colour-named": colourNamed,
  "colour-other": always("other colours"),
  "colour-calm": always("calmer colours"),
  "colour-bold": always("bolder colours"),
  "colour-warm": always("warmer colours"),
  "colour-cool": always("cooler colours"),
  "font-named": fontNamed,
  "font-kind": ({ text }) =>
    CHARACTERS.flatMap(([words, request]) => (words.test(text) ? [request] : [])),
  "font-other": always("another font"),
  "space-less": always("tighter"),
  "space-more": always("more space"),
  "text-bigger": always("bigger text"),
  "text-smaller": always("smaller text"),
  "template-named": (asked) => templateSaid(asked).map((name) => `use the ${name} template`),
  "template-other": always("another template", "which templates are there?"),
  "template-for": always("which templates are there?"),
  "hero-other": always("another opening"),
  "skills-other": ({ text }) => [
    ...SKILL_SHAPES.flatMap(([words, shape]) =>
      words.test(text) ? [`show my skills as ${shape}`] : [],
    ),
    "show my skills another way",
  ],
  surprise: always("surprise me"),
  "look-reset": ({ text }) =>
    /\bfonts?|typeface/iu.test(text)
      ? ["the fonts as they were", "reset the design"]
      : /\bcolou?rs?|palette/iu.test(text)
        ? ["the colours as they were", "reset the design"]
        : ["reset the design"],
  undo: ({ text }) => {
    const count = /\b(?:last |past )?(two|three|four|five|[2-5])\b/iu.exec(text)?.[1];
    return count ? [`undo the last ${count} changes`] : ["undo"];
  },
  redo: always("redo"),
  "earlier-version": always("what has changed?"),
  "start-over": always("undo everything"),
  "save-version": always("save a version"),
};

/** Questions, and the way of asking them that has an answer. */
export const QUESTION_PROPOSALS: Proposals = {
  "q-publish": always("how do I publish this?"),
  "q-share": always("how do I send it to somebody?"),
  "q-export": ({ text }) =>
    /\bprint/iu.test(text) ? ["my CV as PDF", "how do I download it?"] : ["how do I download it?"],
  "q-domain": always("can I get my own domain?"),
  "q-price": always("is this free?"),
  "q-privacy": always("is my data safe?"),
  "q-who-sees": always("who can see this page?"),
  "q-photo": always("how do I add a photo?"),
  "q-save": always("how do I save this?"),
  "q-help": always("what can you do?"),
  "q-how-edit": ({ text }) =>
    /\b(?:delete|remove|take out|get rid)\b/iu.test(text)
      ? ["how do I delete a job?"]
      : /\b(?:colou?r|font|look|design|spacing)s?\b/iu.test(text)
        ? ["how do I change the colours?"]
        : ["how do I add a job?"],
  "q-ai": always("do I need an AI key?"),
  "q-mobile": always("does it work on phones?"),
  "q-languages": always("can I have it in two languages?"),
  "q-visitors": always("can I see who visited?"),
  "q-protect": always("can I protect it with a password?"),
  "q-contact": always("can people contact me?"),
  "q-new-cv": always("can I upload another CV?"),
  "q-account": always("do I need an account?"),
  "q-found": always("will Google find it?"),
  chat: always("thanks"),
};
