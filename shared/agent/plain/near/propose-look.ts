import { partVariants } from "../../../portfolio/variants.ts";
import { colourNamed } from "./colours-said.ts";
import { fontKind, fontNamed } from "./fonts-said.ts";
import type { Asked, Proposals, Propose } from "./proposal.ts";
import { touchesSaid } from "./touches-said.ts";
import { withoutOld } from "./values.ts";

/** An act that needs nothing of the text. */
const always =
  (...requests: readonly string[]): Propose =>
  () =>
    requests;

const templateSaid = ({ text, context: { templates } }: Asked): readonly string[] =>
  templates
    .filter(({ name }) => new RegExp(`\\b${name}\\b`, "iu").test(withoutOld(text).text))
    .map(({ name }) => name);

/** For whom or what a template is made, by its idea. */
const TEMPLATES_FOR: readonly (readonly [RegExp, string])[] = [
  [/\btime ?line|\btimline|\bchronolog\w*|\bdown a line|\bjourney|\bcareer path/iu, "Path"],
  [
    /\bacadem\w*|\bscholar\w*|\bresearch\w*|\bprofessor|\bph\.?d\b|\bpostdoc\w*|(?<!data )\bscientist|\bpublications?|\buniversity/iu,
    "Scholar",
  ],
  [/\bterminal|\bconsole|\bchat\b|\bcommand line/iu, "Prompt"],
  [
    /\bdevelop\w*|\bsoftware|\bengineers?\b|\bdata scien\w*|\bdevs?\b|\bprogramm\w*|\bgit\w*|\bcoders?\b|\bIT\b/u,
    "Commit",
  ],
  [
    /\bdesigners?\b|\bartists?\b|\billustrat\w*|\bphotograph\w*|\barchitects?\b|\bgaller\w*|\bpictures\b|\bfashion|\bcreative|\bux\b|\bhandcraft|\bprojects in the centre/iu,
    "Atelier",
  ],
  [
    /\bone[- ]?pager?|\bsingle[- ]page\w*|\ba4\b|\bpaper cv|\bresume\b|\blawyer|\bfinance|\bcorporate|\bbusiness\w*|\bconsult\w*|\bconservative|\bsober|\bpublic sector|\bexecutive|\bdoctors?\b|\bmedical|\bold school|\bminimal\w*|\bsimple/iu,
    "Sheet",
  ],
  [/\bposter|\bbold|\bmarketing|\bmusicians?|\bactors?|\bloud/iu, "Poster"],
  [
    /\bclassic|\bwriters?|\bcopywriter|\bbooks?\b|\bmagazine|\bteacher|\belegan\w*|\bside ?bar|\bside[- ]?menu|\bat the side|\bleft column/iu,
    "Folio",
  ],
];

function templateFor(asked: Asked): readonly string[] {
  const { text, context } = asked;
  const fitting = TEMPLATES_FOR.filter(
    ([words, name]) => words.test(text) && context.templates.some((one) => one.name === name),
  ).map(([, name]) => `use the ${name} template`);
  return [...fitting.slice(0, 1), "which templates are there?"];
}

/** Shapes as people call them, and what the shapes of templates are called that come near. */
const SKILL_SHAPES: readonly (readonly [said: RegExp, shape: RegExp])[] = [
  [
    /\b(?:tags?|chips?|bubbles?|pills?|badges?|boxes|labels?|rectangles?|buttons?|clouds?)\b/iu,
    /\b(?:tags?|wall|specimen)\b/iu,
  ],
  [/\b(?:columns?|side by side)\b/iu, /\b(?:columns?|side by side)\b/iu],
  [
    /\b(?:bars?|progress|levels?|meters?|charts?|graph\w*|dots|stars|percent\w*|visual\w*)\b/iu,
    /\b(?:bars?|levels?|strands|count\w*|how often)\b/iu,
  ],
  [/\b(?:table|grid)\b/iu, /\b(?:table)\b/iu],
  [
    /\b(?:list\w*|bullet\w*|lines?|plain|simple|text|commas)\b/iu,
    /\b(?:list|glossary|running text|index|leaders)\b/iu,
  ],
];
/** What the skills look like now, and aren’t to: “instead of bars”, “not these pills”, “no bars please”. */
const UNWANTED_SHAPE =
  /\b(?:not|no|instead of|rather than|these|those|without|nobody reads)\b (?:\p{L}+ ){0,2}?(?:skills? )?(?:as |in |an? )?(?:tags?|chips?|bubbles?|pills?|badges?|boxes|bars?|lists?|graphics|buttons?|columns?)\b|\bskills? (?:tags?|list|bars?|bubbles?) (?=a\b|into\b|is\b|are\b|look)|\b(?:the )?bars? (?:look|for skills are|are)\b/giu;

function skillsOther({ text, context: { templates, theme } }: Asked): readonly string[] {
  const wanted = text.replace(UNWANTED_SHAPE, " ");
  const shapes = SKILL_SHAPES.filter(([said]) => said.test(wanted)).map(([, shape]) => shape);
  const there = partVariants(
    templates.find(({ id }) => id === theme.template),
    theme,
  ).find(({ part }) => part === "skills");
  const others = (there?.variants ?? []).filter(({ id }) => id !== there?.chosen.id);
  const named = shapes.flatMap((shape) =>
    others.filter(({ id, name }) => shape.test(id) || shape.test(name)).slice(0, 1),
  );
  return [
    ...named.slice(0, 1).map(({ id }) => `show my skills as ${id.replace(/-/gu, " ")}`),
    "show my skills another way",
  ];
}

function lookReset({ text }: Asked): readonly string[] {
  const isFonts = /\bfonts?|typeface|letters\b/iu.test(text);
  const isColours = /\bcolou?rs?|colou?rful|palette/iu.test(text);
  if (isFonts === isColours) return ["reset the design"];
  return [isFonts ? "default fonts" : "the colours as they were", "reset the design"];
}

/** A page of a colour: “background cream, not white”. */
const tinted = (asked: Asked): readonly string[] =>
  colourNamed(asked)
    .filter(
      (one) => !/^make it (?:black|grey|gray)$|^(?:other colours|dark mode|light mode)$/u.test(one),
    )
    .slice(0, 1);

const COUNTS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:two|2|twice|both|couple)\b/iu, "two"],
  [/\b(?:three|3)\b/iu, "three"],
  [/\b(?:four|4)\b/iu, "four"],
  [/\b(?:five|5)\b/iu, "five"],
];

/** What is asked of the look, and of what was done before. */
export const LOOK_PROPOSALS: Proposals = {
  "mode-dark": (asked) => [...tinted(asked), "dark mode"],
  "mode-light": (asked) => [...tinted(asked), "light mode"],
  "mode-auto": always("follow the visitor’s light or dark setting"),
  "colour-named": colourNamed,
  "colour-other": always("other colours"),
  "colour-calm": always("calmer colours"),
  "colour-bold": always("bolder colours"),
  "colour-warm": (asked) => [...colourNamed(asked).slice(0, 1), "warmer colours"],
  "colour-cool": (asked) => [...colourNamed(asked).slice(0, 1), "cooler colours"],
  "font-named": fontNamed,
  "font-kind": fontKind,
  "font-other": always("another font"),
  "space-less": always("tighter"),
  "space-more": always("more space"),
  "text-bigger": (asked) => [...touchesSaid(asked), "bigger text"],
  "text-smaller": (asked) => [...touchesSaid(asked), "smaller text"],
  "template-named": (asked) => templateSaid(asked).map((name) => `use the ${name} template`),
  "template-other": always("another template", "which templates are there?"),
  "template-for": templateFor,
  "hero-other": (asked) => [...touchesSaid(asked), "another opening"],
  "model-layout": touchesSaid,
  "skills-other": skillsOther,
  surprise: always("surprise me"),
  "look-reset": lookReset,
  undo: ({ text }) => {
    const count = COUNTS.find(([words]) => words.test(text))?.[1];
    return count ? [`undo the last ${count} changes`] : ["undo"];
  },
  redo: always("redo"),
  "earlier-version": always("what has changed?"),
  "start-over": always("undo everything"),
  "save-version": always("save a version"),
};
