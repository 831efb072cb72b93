import { themePalette } from "../../portfolio/default-theme.ts";
import {
  findPalette,
  paletteFromAccent,
  PALETTES,
  type Palette,
} from "../../portfolio/palettes.ts";
import { CHANGE, nextOf, plain, THING } from "./look-words.ts";
import { kind, look, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";

/** Plain names of colours, and the palette that is meant by them. */
const COLOUR_WORDS: Readonly<Record<string, string>> = {
  red: "vermilion",
  scarlet: "vermilion",
  green: "forest",
  "dark green": "forest",
  "bright green": "signal",
  blue: "cobalt",
  purple: "plum",
  burgundy: "plum",
  wine: "plum",
  gold: "ochre",
  mustard: "ochre",
  grey: "slate",
  gray: "slate",
  pink: "rose",
  teal: "lagoon",
  turquoise: "lagoon",
  aqua: "lagoon",
  cyan: "lagoon",
  petrol: "lagoon",
  yellow: "butter",
  "butter yellow": "butter",
  brown: "clay",
  terracotta: "clay",
  rust: "clay",
  black: "ink",
  "black and white": "ink",
  monochrome: "ink",
  "no colour": "ink",
  "nhs blue": "cobalt",
  "royal blue": "cobalt",
  "bright blue": "cobalt",
  "electric blue": "cobalt",
  crimson: "vermilion",
  "brick red": "vermilion",
  "fire red": "vermilion",
  "bottle green": "forest",
  "forest green": "forest",
  "racing green": "forest",
  maroon: "plum",
  bordeaux: "plum",
  aubergine: "plum",
  beige: "clay",
  sand: "clay",
  charcoal: "slate",
  anthracite: "slate",
  silver: "slate",
  "slate grey": "slate",
  "dark grey": "slate",
  "light grey": "slate",
  "wine red": "plum",
  // Papers that are cream, whatever stands on them.
  cream: "ochre",
  ivory: "ochre",
  "off white": "ochre",
};

/** Single colours that no palette is named for, in CSS. */
const ACCENT_WORDS: Readonly<Record<string, string>> = {
  orange: "#c2540c",
  navy: "#1f2f6b",
  "navy blue": "#1f2f6b",
  "dark blue": "#1f2f6b",
  "light blue": "#3b82c4",
  "sky blue": "#3b82c4",
  violet: "#6d3fc0",
  lavender: "#7a68b8",
  mint: "#1f9d78",
  olive: "#6b6b1e",
  coral: "#e0604c",
  magenta: "#b5127f",
  indigo: "#3f3fb5",
  emerald: "#0f7f55",
  lime: "#5f9412",
  "lime green": "#5f9412",
  "mint green": "#1f9d78",
  "light green": "#4c9a52",
  "light purple": "#8a6cc0",
  "light pink": "#d4739b",
  "light brown": "#9c6b3f",
  "light red": "#d9534a",
  "dark red": "#8f1a12",
  "dark pink": "#a3165c",
  "dark purple": "#4b2273",
  "dark brown": "#5a3416",
  "dark orange": "#9a3f06",
  "dark teal": "#0f5257",
  "dark yellow": "#8a6a00",
  "blood red": "#8f1010",
  "cherry red": "#b3152f",
  "rust red": "#a33a1a",
  "burnt orange": "#b0480e",
  "mustard yellow": "#9a7400",
  "olive green": "#6b6b1e",
  "sage green": "#6b8062",
  sage: "#6b8062",
  "petrol blue": "#1a5f6e",
  "midnight blue": "#1c2452",
  "baby blue": "#4a90c2",
  "hot pink": "#d6197f",
  lilac: "#8f6bb0",
  peach: "#d9754a",
  fuchsia: "#b5127f",
  khaki: "#76702e",
  apricot: "#d07a2d",
  amber: "#b87503",
  ultramarine: "#2a2fb0",
  chocolate: "#5f3a1e",
  "chocolate brown": "#5f3a1e",
  salmon: "#d9695c",
  "salmon pink": "#d9695c",
  copper: "#a2582b",
  periwinkle: "#6470c4",
  "blue green": "#0f7b82",
  bluegreen: "#0f7b82",
};

/** Whether the words are the name of a colour that a site can have. */
export const isColourName = (words: string): boolean =>
  Object.hasOwn(COLOUR_WORDS, words) || Object.hasOwn(ACCENT_WORDS, words);

/** “Something more like a deep green”, “a soft pink, not barbie”: the colour, without what is said around it. */
const unhedged = (text: string) =>
  text
    .replace(/,? (?:but )?not (?!dark|light|bright|black|white)(?:too )?\p{L}+$/iu, "")
    .replace(
      /^(?:something |anything )?(?:a bit |a little )?(?:\p{L}+er,? |more )?(?:like|towards|along the lines of) (?=\S)/iu,
      "",
    )
    .replace(
      /^(?:a )?(?:nice|nicer|pretty|soft|softer|muted|dusty|warm|cool|kind of|sort of) (?=pink|green|teal|brown|purple|red|grey|gray|yellow|terracotta)/iu,
      "",
    );

function paletteOf(text: string): Palette | null {
  const word = plain(unhedged(plain(text))).replace(/^deep /, "dark ");
  const named = PALETTES.find(({ id, name }) => id === word || name.toLowerCase() === word);
  if (named) return named;
  const known = COLOUR_WORDS[word];
  if (known) return findPalette(known);
  const css =
    ACCENT_WORDS[word] ?? (/^#[0-9a-f]{3,8}$|^(?:rgb|hsl|oklch)\(/i.test(word) ? word : null);
  const own = css ? paletteFromAccent(css) : null;
  return own?.ok ? { ...own.value, name: plain(text) } : null;
}

const choosePalette = (palette: Palette, { theme }: PlainContext): PlainAnswer => {
  const next = themePalette(palette);
  if (JSON.stringify(next) === JSON.stringify(theme.palette)) {
    return nothing(`The colours are ${palette.name} already.`);
  }
  return look(`The colours are ${palette.name} now.`, { ...theme, palette: next });
};

const among = (ids: readonly string[], context: PlainContext): PlainAnswer => {
  const all = ids.flatMap((id) => findPalette(id) ?? []);
  return choosePalette(nextOf(all, context.theme.palette.id), context);
};

export const COLOUR_KINDS = [
  kind(
    "colour-named",
    "make it teal",
    `${CHANGE} ${THING} [to|in|into] {colour}
     [use|try|apply|pick|choose|give me|switch to|go for|go with|change to|add|put in] [the|a|an|some|a touch of|a bit of] {colour} [as|for] [the|my] [palette|colours|colour|colour scheme|scheme|theme|accent|accent colour|main colour|primary colour|base colour|tones|look]
     ${CHANGE} [the|my] (colours|colour|palette|colour scheme|accent|accent colour|main colour|theme colour) [of the site] [to|as|be] {colour}
     (colours|colour|palette|colour scheme|accent|accent colour) [:|=|is|in] {colour}
     (colours:|colour:|palette:|accent:) {colour}
     (the|my) (colours|colour|accent|accent colour) (should be|must be|is|are) {colour}
     [use|set|take|apply] (my|our|the) (company|brand|corporate|own|favourite|favorite|house) (colour|colours|accent) [is|:|=|to|should be] {colour}
     (more|all|only|just) {colour}
     [use|make it] {colour} (instead of|rather than|not) [the|this|that] (red|green|blue|grey|orange|pink|purple|teal|yellow|brown|black)
     {colour} (only|and nothing else)
     (it|everything|the site|my site|the page|my page) (should|must|has to|could) be [in] {colour}
     (the|my) (colours|colour|accent|accent colour|main colour|site|page) be [in] {colour}
     (change|switch|turn) [everything|it|the site|the page|the whole site] (to|into) {colour}
     (i want|i'd like|i prefer|have|give it|give me|do) [a|an|it|it in|it to be|everything in|something in|something] {colour} [one|look|theme|colour|accent|palette|touch|version|instead]
     [in] {colour} [tones|shades|colours]
     (change|replace|swap) [the|my] (colours|colour|accent|accent colour|palette|theme colour|main colour) (with|by|for) {colour}
     {colour} (for|as) [the|my] (colours|colour|accent|accent colour|palette|theme|main colour)
     {colour}`,
    ({ colour }, context) => {
      const palette = paletteOf(colour!);
      return palette && choosePalette(palette, context);
    },
  ),
  kind(
    "colour-next",
    "other colours",
    `[use|try|pick|choose|give me|show me] (another|a different|a new|the next|some other|other|different|new|next|nicer|better|prettier|fresh|a nicer|a better|a prettier) (colour|colours|palette|colour scheme|colour palette)
     (change|switch|swap|replace) (the|my) (colours|colour|palette|colour scheme) [of the site]
     (i don't like|i hate|i dislike|i'm not a fan of|i can't stand|not a fan of|don't like|hate) (the|these|this|my) (colours|colour|palette|colour scheme)
     (the|these|my|this) (colours|colour scheme|palette|colour) (is|are|looks|look) [just|really|a bit|a little|so|too|very] (awful|horrible|terrible|dull|boring|hideous|off|wrong)
     (the|these|my) (colours|colour scheme|palette) (is|are|looks|look) [a bit|a little|so|too|very|really] (boring|dull|ugly|bad|awful)`,
    (_, context) => choosePalette(nextOf(PALETTES, context.theme.palette.id), context),
  ),
  kind(
    "colour-warm",
    "warmer colours",
    `[use|try|pick|give me|make it|make the colours] [a|some|more] (warm|warmer) [colours|colour|palette|tones|colour scheme|look]
     [use|try|go with|go for|give me|pick|choose|have] (something|anything) (warm|warmer) [for the colours]
     make (it|the site|the page) [look|feel] [a bit|a little] warmer
     (the colours are|it looks|it's|it feels) [a bit|a little|much|far|way] too (cold|cool)
     (warm it up|warm up the colours)`,
    (_, context) => among(["clay", "ochre", "vermilion", "rose"], context),
  ),
  kind(
    "colour-cool",
    "cooler colours",
    `[use|try|pick|give me|make it|make the colours] [some|more] (cool|cooler|cold|colder) [colours|colour|palette|tones|colour scheme]
     [use|try|go with|go for|give me|pick|choose|have] (something|anything) (cool|cooler) [for the colours]
     (the colours are|it looks|it's|it feels) [a bit|a little|much|far|way] too (warm|hot)
     (cool it down|cool down the colours)`,
    (_, context) => among(["slate", "lagoon", "cobalt", "forest"], context),
  ),
  kind(
    "colour-calm",
    "calmer colours",
    `[use|try|pick|give me|make it|make the colours] [a|some|more|a bit|a little] (calm|calmer|muted|quiet|quieter|subtle|more subtle|softer|soft|serious|more serious|professional|more professional) [colours|colour|palette|tones|colour scheme|look]
     make (it|the site|the page) look [more|a bit more|a little more] (calm|calmer|quiet|serious|professional)
     [use|try|go with|go for|give me|pick|choose|have] (something|anything) (calm|calmer|quieter|quiet|muted|softer|more serious|more muted|less loud|less bright|more subdued|subdued) [for the colours]
     the colours are [a bit|a little|much|far|way] too (loud|bright|strong|bold|much|garish|flashy|vivid|intense) [for me|for my taste|for a (bank|hospital|school|law firm|company|cv|lawyer|nurse|doctor|teacher)]
     (too colourful|it's too colourful|too loud|it's too loud|too flashy|it's too flashy|too garish)
     make ${THING} [look] [a bit|a little] (calmer|quieter|more serious|more professional|less loud|less flashy|less colourful|softer)
     (tone|turn) down the colours [a bit|a little|a notch]
     (tone|turn) (it|the colours) down [a bit|a little|a notch]
     [use|with|make it] (less colour|less colourful)`,
    (_, context) => among(["slate", "ink", "forest", "clay"], context),
  ),
  kind(
    "colour-bold",
    "bolder colours",
    `[use|try|pick|give me|make it|make the colours] [some|more|a bit|a little] (bold|bolder|bright|brighter|vivid|strong|stronger|louder|loud|vibrant|more vibrant|colourful|more colourful) [colours|palette|tones|colour scheme]
     [use|try|go with|go for|give me|pick|choose|have] (something|anything) (bold|bolder|bright|brighter|vivid|colourful|more colourful|vibrant|more vibrant)
     make ${THING} [look] [a bit|a little] (brighter|more colourful|more vibrant|more vivid|colourful|vibrant|vivid)
     make the colours [a bit|a little|more] (bolder|brighter|vibrant|vivid)
     the colours are [a bit|a little|much|far|way] too (pale|dull|weak|boring|muted|quiet|grey|faint)
     [add|some] more (colour|colours)`,
    (_, context) => among(["vermilion", "cobalt", "signal", "butter"], context),
  ),
  kind(
    "colour-reset",
    "the colours as they were",
    `(reset|restore|put back|go back to|bring back|return to) [the|my] [original|default|first|old|template's] (colours|colour|palette|colour scheme)
     [use] (the|template's|the template's) (original|default|own|first) (colours|colour|palette|colour scheme)
     (the|) (colours|palette) as (they were|it was|before)
     [go|change|switch] back to [the|my] (original|default|first|old) (colours|colour|palette|colour scheme)
     default colours`,
    (_, { theme, standard }) =>
      look("The colours are the template’s own again.", { ...theme, palette: standard.palette }),
  ),
];
