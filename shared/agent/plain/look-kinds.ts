import { findPalette } from "../../portfolio/palettes.ts";
import { seedOf, surpriseLook } from "../../portfolio/surprise.ts";
import { TYPE_FAMILIES } from "../../portfolio/type-families.ts";
import { findTypePair, themeFonts, TYPE_PAIRS, type TypePair } from "../../portfolio/type-pairs.ts";
import type { Theme } from "../../theme.ts";
import { nearestToFace, pairOfCharacter } from "./nearest-pair.ts";
import { CHANGE, nextOf, plain, THING } from "./look-words.ts";
import { kind, look, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";

const MODE_SAID = {
  dark: "The site is dark now.",
  light: "The site is light now.",
  auto: "The site follows each visitor’s own light or dark setting now.",
} as const;

function setMode(mode: Theme["mode"], { theme }: PlainContext): PlainAnswer {
  if (theme.mode === mode) return nothing(MODE_SAID[mode].replace(" now.", " already."));
  return look(MODE_SAID[mode], { ...theme, mode });
}

const KINDS = {
  serif: "serif",
  sans: "sans",
  "sans serif": "sans",
  "sans-serif": "sans",
  "with serifs": "serif",
  "without serifs": "sans",
} as const;

function pairOf(text: string): TypePair | null {
  const word = plain(text).replace(/ (?:font|fonts|typeface|type)$/, "");
  const families = (pair: TypePair) =>
    [pair.display, pair.text].map((id) =>
      TYPE_FAMILIES[id].family.replace(/ Variable$/, "").toLowerCase(),
    );
  return (
    TYPE_PAIRS.find(({ id, name }) => id === word || name.toLowerCase() === word) ??
    TYPE_PAIRS.find((pair) => families(pair)[0] === word) ??
    TYPE_PAIRS.find((pair) => families(pair)[1] === word) ??
    null
  );
}

/** A face that isn’t here: the pair that comes nearest, by its name. */
function nearestFonts(said: string, context: PlainContext): PlainAnswer | null {
  const near = nearestToFace(said);
  const pair = near && findTypePair(near.id);
  if (!pair) return null;
  const answer = choosePair(pair, context);
  const words = `${near.face} isn’t among the fonts; ${pair.name} comes nearest. ${answer.said}`;
  return { ...answer, said: words };
}

const choosePair = (pair: TypePair, { theme }: PlainContext): PlainAnswer =>
  theme.fonts.id === pair.id
    ? nothing(`The fonts are ${pair.name} already.`)
    : look(`The fonts are ${pair.name} now.`, { ...theme, fonts: themeFonts(pair) });

/** The next pair whose text is of this kind, so that asking twice gives another one. */
function pairOfKind(wanted: "serif" | "sans" | "mono", context: PlainContext): PlainAnswer {
  const ofKind = TYPE_PAIRS.filter(({ display }) => TYPE_FAMILIES[display].kind === wanted);
  return choosePair(nextOf(ofKind, context.theme.fonts.id), context);
}

const DENSITIES = ["compact", "regular", "airy"] as const;
const DENSITY_SAID = {
  compact: "Set closer together.",
  regular: "Spacing is regular now.",
  airy: "More air between things.",
} as const;

function setDensity(density: Theme["density"], { theme }: PlainContext): PlainAnswer {
  if (theme.density === density) return nothing(`Spacing is ${density} already.`);
  return look(DENSITY_SAID[density], { ...theme, density });
}

function stepDensity(by: 1 | -1, context: PlainContext): PlainAnswer {
  const next = DENSITIES[DENSITIES.indexOf(context.theme.density) + by];
  if (next) return setDensity(next, context);
  return nothing(by > 0 ? "Spacing is as airy as it goes." : "Spacing is as compact as it goes.");
}

export const LOOK_KINDS = [
  kind(
    "mode-dark",
    "dark mode",
    `[use|switch to|change to|go|go back to|back to|return to|turn on|enable|activate|give me|set|have] [it|the site|the page] [to|in] [a|the] (dark|night) [mode|theme|version|look|background] [by default|only]
     ${CHANGE} ${THING} [to|in|into] (dark|night) [mode]
     (the site|the page|it|my site|my page|everything) [should|could|must] be [in] (dark|dark mode) [by default|always]
     (turn off|switch off|disable|no more|no) light mode
     [make|turn] [the] lights off
     [have] (it|the site|the page|the whole site|the whole page) darker
     [a|the] (black|dark) background
     (dark mode|night mode|dark theme) on
     (light mode|day mode|light theme) off
     [${CHANGE}] [the|my|a] background [colour] [to|in|be|should be] (black|dark|darker)
     [use|with|go for|go with|give it|have] (a|the) (black|dark|darker) background
     (what does it look like|how does it look|what would it look like|how would it look|show me the site|show it) in dark mode
     (turn|switch) (dark mode|night mode) on
     (turn|switch) light mode off
     (show|display|set|have|put) ${THING} in dark mode
     (i prefer|i'd prefer|i like|i want) [it] (dark|in dark|the dark mode|the dark version)
     (the|my) (page|site|background|screen) is too (bright|white|light)
     (too bright|it's too bright|it is too bright|too bright for me|too bright for my eyes)`,
    (_, context) => setMode("dark", context),
  ),
  kind(
    "mode-light",
    "light mode",
    `[use|switch to|change to|go|go back to|back to|return to|turn on|enable|activate|give me|set] [a|the] (light|bright|white) [mode|theme|version|look|background] [by default|only]
     ${CHANGE} ${THING} [to|in|into] (light|bright|white) [mode]
     [could] (the site|the page|it) [should|could|must] be (light|bright|white)
     (turn off|switch off|disable|no more|no) dark mode
     (light mode|day mode|light theme) on
     (dark mode|night mode|dark theme) off
     [${CHANGE}] [the|my|a] background [colour] [to|in|be|should be] (white|light|lighter)
     (what does it look like|how does it look|what would it look like|how would it look|show me the site|show it) in light mode
     (turn|switch) (light mode|day mode) on
     (turn|switch) (dark mode|night mode) off
     (show|display|set|have|put) ${THING} in light mode
     (i don't want|i don't like|i hate|no more|get rid of|remove|leave) [the] (dark mode|night mode|dark theme)
     (i prefer|i'd prefer|i like|i want) [it] (light|bright|in light|the light mode|the light version)
     (the|my) (page|site|background|screen) is too (dark|black)
     (too dark|it's too dark|it is too dark|too dark for me)`,
    (_, context) => setMode("light", context),
  ),
  kind(
    "mode-auto",
    "follow the visitor’s light or dark setting",
    `[use|switch to|set] (auto|automatic|system) [mode|theme]
     (follow|use|respect) (the|their|my) (system|visitor's|device|os|browser) [light or dark] [setting|settings|mode|theme|preference] [for|of] [dark mode|light and dark|the mode]
     (light and dark|both modes|light or dark by system|automatic light and dark|auto dark mode|automatic dark mode)`,
    (_, context) => setMode("auto", context),
  ),
  kind(
    "font-named",
    "use EB Garamond",
    `(font|typeface) {font}
     [use|try|apply|set|pick|choose|switch to|change to|give me|go with|go for] [the] {font} [as|for] [the|my] [font|fonts|typeface|type]
     (change|switch|set|make|put) [the|my] (font|fonts|typeface|text|type) [of the site] [to|be|into|in] {font}
     [the|my] (font|fonts|typeface) (should be|must be|be) {font}
     (font:|fonts:|typeface:) {font}
     [use|try] {font} (font|fonts|typeface)
     ${CHANGE} ${THING} in {font}`,
    ({ font }, context) => {
      const pair = pairOf(font!);
      return pair ? choosePair(pair, context) : nearestFonts(font!, context);
    },
  ),
  kind(
    "font-kind",
    "a serif font",
    `[use|try|pick|give me|switch to|change to|make it|i prefer|have|set|choose|go for|go with|put in] [a|the|some] {kind} [style] [font|fonts|typeface|type|headings|text] [for the headings|for headings|for the titles|for my name]
     (change|switch|set|make) (the|my) (font|fonts|typeface|text|type) [to|into] [a|be] {kind} [font|one]
     [the|my] (headings|titles|heading|title|text|font|fonts) [should] [be] (in|set in) [a] {kind} [font|typeface]
     [use|give me|have|try] a (font|typeface) {kind}
     (put|set) [the|my] (headings|titles|text) in [a] {kind} [font|typeface]`,
    ({ kind: word }, context) => {
      const name = plain(word!);
      if (/^(?:mono|monospace|monospaced|typewriter)$/.test(name)) {
        return pairOfKind("mono", context);
      }
      const wanted = KINDS[name as keyof typeof KINDS];
      return wanted ? pairOfKind(wanted, context) : null;
    },
  ),
  kind(
    "font-like",
    "a more playful font",
    `[use|try|pick|choose|give me|give it|switch to|change to|i prefer|have] [a|the|some|something] [with] [a] {like} (font|fonts|typeface)
     [make] [the|my] (font|fonts|typeface|letters) [look|be|should be|should look] {like}
     (change|switch|set|make) (the|my) (font|fonts|typeface) [to|into] [be] [something] {like}
     [a|some] {like} (font|fonts|typeface) (for|on|in) (the|my) (headings|text|titles|site|page)`,
    ({ like }, context) => {
      const pair = findTypePair(pairOfCharacter(like!) ?? "");
      return pair && choosePair(pair, context);
    },
  ),
  kind(
    "font-next",
    "another font",
    `[use|try|pick|choose|give me|show me] (another|a different|a new|the next|some other|other|different|new|next|a nicer|nicer|a better|better|a prettier|a fresh) (font|fonts|typeface|type|font pair|type pair)
     (change|switch|swap|replace) (the|my) (font|fonts|typeface) [to something else]
     (i don't like|i hate|i dislike|i'm not a fan of|i can't stand|i'm not fond of|not a fan of|don't like|hate) (the|these|this|my) (font|fonts|typeface)
     (try|use|give me) (another|a different) one for the (font|headings|text)
     (the|these|this|my) (font|fonts|typeface) (is|are|looks|look) [a bit|a little|so|too|very|really] (boring|dull|ugly|plain|old|old-fashioned|old fashioned|dated|outdated|childish|cheap|bad|awful) [,] [pick|try|use|take|give me] [another one|other ones|a different one|another]`,
    (_, context) => choosePair(nextOf(TYPE_PAIRS, context.theme.fonts.id), context),
  ),
  kind(
    "font-reset",
    "the fonts as they were",
    `(reset|restore|put back|go back to) (the|my) [original|default|first|template's] (font|fonts|typeface)
     [use] (the|template's|the template's) (original|default|own|first) (font|fonts|typeface)
     default (font|fonts)`,
    (_, { theme, standard }) =>
      look("The fonts are the template’s own again.", { ...theme, fonts: standard.fonts }),
  ),
  kind(
    "density-compact",
    "compact",
    `[make|set|use|go] [${THING}|the layout|spacing|the spacing|density|the density] [to|more] (compact|dense|denser) [layout|spacing|mode]
     (compact|dense|tight) (view|layout|spacing|mode|version)
     (fit more on|put more on) (the|a|one) (page|screen)`,
    (_, context) => setDensity("compact", context),
  ),
  kind(
    "density-airy",
    "airy",
    `[make|set|use|go] [${THING}|the layout|spacing|the spacing|density|the density] [to|more] (airy|spacious|generous|roomy) [layout|spacing|mode]
     [use|add|give me|with|i want] [much|a lot of|lots of] (white space|whitespace|breathing room)`,
    (_, context) => setDensity("airy", context),
  ),
  kind(
    "density-regular",
    "regular spacing",
    `[make|set|use|go back to|reset] [it|the site|the page|the layout|the] [spacing|density] [to|is] (regular|normal|default|medium) [spacing|density]
     reset (the|) (spacing|density)`,
    (_, context) => setDensity("regular", context),
  ),
  kind(
    "density-less",
    "tighter",
    `[make|set] [${THING}|the layout|spacing|the spacing] [a bit|a little|slightly] (tighter|closer|closer together|less airy|less spacious)
     (put|move|set) (everything|things|it|the sections) closer [together]
     [use|with] less (space|spacing|white space|whitespace|padding|air) [between things|between sections]
     [there is|there's|it has] [way|far|much|a bit|a little] too much (space|spacing|white space|whitespace|padding|air)
     (tighter|closer|smaller|narrower|less) (spacing|gaps|margins)
     [there is|there's|it has|i see] [way|far|much|a bit|a little] too (much|many) (empty space|room|gaps|emptiness|blank space|air)
     (reduce|decrease|tighten|cut down|shrink|lessen) [the|down on the] (space|spacing|white space|whitespace|padding|gaps|empty space|margins) [between (things|sections|the sections|everything|entries|the entries)]
     (less space|smaller gaps|less empty space|less room|less air) [between (things|sections|the sections|everything|entries|the entries|paragraphs)]
     (everything is too spread out|squash it a bit|squeeze it a bit|squeeze it together|squash it together|too much space|too much empty space|too spread out|it's too spread out|too far apart|it's too airy|too airy|too loose|the gaps are too big|the spacing is too big|the spacing is too wide|everything is too far apart|things are too far apart)`,
    (_, context) => stepDensity(-1, context),
  ),
  kind(
    "density-more",
    "more space",
    `[make|set] [${THING}|the layout|spacing|the spacing] [a bit|a little|slightly] (looser|wider apart|less dense|less compact|less crowded|airier|more spacious|more open)
     [add|use|with|give it|give me] more (space|spacing|white space|whitespace|room|air|padding) [between (things|sections|the sections|everything|the entries|paragraphs)]
     [there is|there's|it has] [way|far|much|a bit|a little] too little (space|spacing|white space|whitespace|room)
     (increase|loosen|widen|enlarge) [the] (space|spacing|white space|whitespace|padding|gaps|margins) [between (things|sections|the sections|everything|the entries|entries)]
     (give|leave) (everything|things|it|the sections|the page) [some|a bit|a little] more (space|room|air)
     (looser|wider|more generous|more) (spacing|gaps|margins)
     [a bit|a little] more (air|space|room) between (the|) (sections|entries|things|lines)
     [add|use|give it|give me|leave|with] more (space|room|air) to breathe
     [add|use|give it|give me|with|some] more (breathing space|breathing room|empty space|blank space|distance) [between (things|sections|the sections|everything|entries)]
     (there isn't enough space|there is not enough space|not enough space|not enough room|there isn't enough room|the text is too close together|the lines are too close together|the sections are too close together|too crowded|it's too crowded|too cramped|it feels cramped|it looks cramped|it's too cramped|it's too tight|too tight|too dense|it's too dense|it's too full|too full|everything is too close together|things are too close together|it's all squeezed together|the spacing is too tight|the spacing is too small|it feels crowded|it looks crowded|it feels tight|it feels crammed|it's crammed|too crammed)
     (spread|space) (it|things|everything|the sections) out [a bit|a little|more]
     (let|give) (it|things|the page|the site|everything) [room to] breathe [more|a bit|a bit more]
     (bigger|larger|wider) (gaps|spaces|margins|spacing) [between (things|sections|the sections|everything|entries)]`,
    (_, context) => stepDensity(1, context),
  ),
  kind(
    "surprise",
    "surprise me",
    `surprise me [with something|with a look|with a new look|with something new|please|then]
     (do something random|shuffle the look|shuffle the design|random look|roll the dice)
     [pick|choose|give me] [a] (random|any) (look|design|style|theme)
     [show me|try|give me|i want|let me see|do] (something|anything) (different|new)
     (something|anything) else
     [give me|try|show me|make|let me see|can i see] (a|another|a different|a new) (look|design|style)`,
    (_, { theme, standard, templates, chance }) => {
      const manifest = templates.find(({ id }) => id === theme.template);
      if (!manifest) return nothing("Choose a template first: what suits the site depends on it.");
      const next = surpriseLook({ theme, standard, manifest, seed: seedOf(chance()) });
      const colours = findPalette(next.palette.id)?.name ?? "The template’s own colours";
      const pair = findTypePair(next.fonts.id)?.name ?? "your fonts";
      return look(`${colours} with ${pair}.`, next);
    },
  ),
  kind(
    "look-reset",
    "reset the design",
    `(reset|restore) (the|my|all) [original|default] (design|look|theme|style|styles|styling)
     [use|back to|go back to] (the|) (default|original) (design|look|theme|style)
     (start over|begin again|start again) with the (design|look|style)`,
    (_, { standard, theme }) =>
      look("The look is the template’s own again; your sections stay as they are.", {
        ...standard,
        sections: theme.sections,
      }),
  ),
];
