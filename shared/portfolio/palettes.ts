import { clampChroma, converter, formatHex, parse, type Oklch } from "culori/fn";
import { fail, ok, type Result } from "../failure.ts";
import type { Colours } from "../theme.ts";
import { contrast, TEXT_CONTRAST } from "./contrast.ts";

/** A set of colours for both modes, each role readable where it is used (tested). */
export interface Palette {
  readonly id: string;
  readonly name: string;
  readonly light: Colours;
  readonly dark: Colours;
}

/** OKLCH: lightness 0–1, chroma, hue in degrees. */
type Lch = readonly [lightness: number, chroma: number, hue: number];

/** All that tells one palette from another; the rule below makes the fourteen colours. */
interface Seed {
  readonly id: string;
  readonly name: string;
  readonly paper: Lch;
  readonly night: Lch;
  readonly accent: Lch;
  /** The accent after dark, where it isn't simply the same one, lighter. */
  readonly nightAccent?: Lch;
}

const SEEDS: readonly Seed[] = [
  {
    id: "ink",
    name: "Ink and paper",
    paper: [0.985, 0.004, 85],
    night: [0.175, 0.004, 85],
    accent: [0.29, 0.02, 70],
    nightAccent: [0.93, 0.02, 85],
  },
  {
    id: "vermilion",
    name: "Vermilion",
    paper: [0.985, 0.008, 80],
    night: [0.18, 0.008, 50],
    accent: [0.6, 0.21, 33],
  },
  {
    id: "forest",
    name: "Forest",
    paper: [0.978, 0.012, 130],
    night: [0.185, 0.018, 155],
    accent: [0.42, 0.095, 155],
    nightAccent: [0.78, 0.12, 150],
  },
  {
    id: "cobalt",
    name: "Cobalt",
    paper: [0.99, 0.003, 250],
    night: [0.175, 0.025, 262],
    accent: [0.47, 0.22, 262],
    nightAccent: [0.74, 0.13, 255],
  },
  {
    id: "plum",
    name: "Plum",
    paper: [0.982, 0.007, 20],
    night: [0.18, 0.022, 355],
    accent: [0.4, 0.13, 352],
    nightAccent: [0.78, 0.11, 355],
  },
  {
    id: "ochre",
    name: "Ochre",
    paper: [0.97, 0.022, 88],
    night: [0.19, 0.014, 75],
    accent: [0.54, 0.115, 68],
    nightAccent: [0.81, 0.13, 80],
  },
  {
    id: "slate",
    name: "Slate",
    paper: [0.982, 0.004, 240],
    night: [0.2, 0.015, 245],
    accent: [0.42, 0.055, 240],
    nightAccent: [0.82, 0.05, 235],
  },
  {
    id: "rose",
    name: "Rose",
    paper: [0.965, 0.018, 12],
    night: [0.185, 0.016, 10],
    accent: [0.52, 0.19, 12],
    nightAccent: [0.77, 0.13, 10],
  },
  {
    id: "lagoon",
    name: "Lagoon",
    paper: [0.983, 0.009, 195],
    night: [0.185, 0.022, 215],
    accent: [0.5, 0.09, 205],
    nightAccent: [0.8, 0.11, 195],
  },
  {
    id: "butter",
    name: "Butter and navy",
    paper: [0.952, 0.062, 98],
    night: [0.2, 0.045, 268],
    accent: [0.36, 0.13, 266],
    nightAccent: [0.9, 0.105, 98],
  },
  {
    id: "signal",
    name: "Signal green",
    paper: [0.985, 0.004, 150],
    night: [0.16, 0.006, 160],
    accent: [0.5, 0.13, 150],
    nightAccent: [0.85, 0.2, 148],
  },
  {
    id: "clay",
    name: "Clay",
    paper: [0.955, 0.02, 60],
    night: [0.195, 0.016, 45],
    accent: [0.5, 0.12, 42],
    nightAccent: [0.77, 0.1, 50],
  },
];

const hex = ([l, c, h]: Lch): string =>
  formatHex(clampChroma({ mode: "oklch", l, c, h }, "oklch", "rgb"));

const reads = (colour: string, backgrounds: readonly string[]) =>
  backgrounds.every((background) => (contrast(colour, background) ?? 0) >= TEXT_CONTRAST);

/** The nearest lightness, going one way, at which the colour can be read on all backgrounds. */
function readable([l, c, h]: Lch, step: number, backgrounds: readonly string[]): string {
  let lightness = l;
  let colour = hex([lightness, c, h]);
  while (!reads(colour, backgrounds) && (step < 0 ? lightness > 0 : lightness < 1)) {
    lightness += step;
    colour = hex([lightness, c, h]);
  }
  return colour;
}

/**
 * The rule: a surface a shade off the paper, ink and grey of the paper's hue, a hairline between, and
 * the accent at its own lightness or the nearest that can be read as text (4.5 : 1 on paper and
 * surface). Text on the accent is the paper: contrast goes both ways.
 */
function colours(paperLch: Lch, accentLch: Lch, mode: "light" | "dark"): Colours {
  const light = mode === "light";
  const [l, c, h] = paperLch;
  const paper = hex(paperLch);
  const surface = hex([light ? l - 0.028 : l + 0.042, c * 1.4 + 0.003, h]);
  const backgrounds = [paper, surface];
  const step = light ? -0.005 : 0.005;
  const ink = hex(light ? [0.215, Math.min(0.03, c + 0.008), h] : [0.94, Math.min(0.02, c), h]);
  const accent = readable(accentLch, step, backgrounds);
  return {
    paper,
    surface,
    ink,
    muted: readable([light ? 0.53 : 0.7, Math.min(0.03, c + 0.008), h], step, backgrounds),
    line: hex([light ? l - 0.105 : l + 0.135, c * 1.4 + 0.004, h]),
    accent,
    onAccent: paper,
  };
}

const fromSeed = ({ id, name, paper, night, accent, nightAccent }: Seed): Palette => ({
  id,
  name,
  light: colours(paper, accent, "light"),
  dark: colours(
    night,
    nightAccent ?? [Math.max(0.68, accent[0]), accent[1] * 0.85, accent[2]],
    "dark",
  ),
});

export const PALETTES: readonly Palette[] = SEEDS.map(fromSeed);

/** The palette with this id, or `null`: it is the person's own. */
export const findPalette = (id: string): Palette | null =>
  PALETTES.find((palette) => palette.id === id) ?? null;

/**
 * A whole palette, by the same rule, around one colour that the person chose. Papers take a breath
 * of its hue. Fails with `invalid` when the text is no CSS colour.
 */
export function paletteFromAccent(colour: string): Result<Palette> {
  const parsed = parse(colour.trim());
  if (!parsed) {
    return fail({
      kind: "invalid",
      message: `“${colour}” isn’t a colour.`,
      nextStep: "Write it like #c2410c or oklch(0.6 0.2 35).",
      retryable: false,
    });
  }
  const { l, c, h = 85 }: Oklch = converter("oklch")(parsed);
  const tint = c < 0.02 ? 0.003 : 0.007;
  const seed: Seed = {
    id: "custom",
    name: "Your colour",
    paper: [0.985, tint, h],
    night: [0.18, tint * 1.6, h],
    accent: [l, c, h],
    nightAccent: [Math.max(l, 0.7), c, h],
  };
  return ok(fromSeed(seed));
}
