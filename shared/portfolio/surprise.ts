import type { TemplateManifest } from "../template.ts";
import type { Theme } from "../theme.ts";
import { themePalette } from "./default-theme.ts";
import { findPalette } from "./palettes.ts";
import { findTypePair, themeFonts } from "./type-pairs.ts";
import { partVariants, withVariant } from "./variants.ts";

/** Regular is what a template is drawn for: it comes twice as often. */
const DENSITIES = ["regular", "regular", "compact", "airy"] as const;

/**
 * Another look for the same template: colours and type out of those that suit it, its space and the
 * shapes of its parts. Mode, sections and what else the theme holds stay. The colours are never those
 * that are there, so no look comes twice running.
 * @param standard the template's own look: its colours are among the choices
 * @param seed any whole number; the same one gives the same look
 */
export function surpriseLook(given: {
  readonly theme: Theme;
  readonly standard: Theme;
  readonly manifest: TemplateManifest;
  readonly seed: number;
}): Theme {
  const { theme, standard, manifest } = given;
  const one = chooser(given.seed);
  const palettes = [
    standard.palette,
    ...manifest.palettes.flatMap((id) => {
      const palette = findPalette(id);
      return palette ? [themePalette(palette)] : [];
    }),
  ];
  const pairs = manifest.typePairs.flatMap((id) => findTypePair(id) ?? []);
  const palette = one(palettes.filter(({ id }) => id !== theme.palette.id)) ?? theme.palette;
  const pair = one(pairs);
  const look: Theme = {
    ...theme,
    palette,
    fonts: pair ? themeFonts(pair) : theme.fonts,
    density: one(DENSITIES) ?? theme.density,
  };
  return partVariants(manifest, theme).reduce(
    (next, { part, variants, chosen }) => withVariant(next, part, (one(variants) ?? chosen).id),
    look,
  );
}

/** Another template than the one that is on; `null` where there is no other. */
export const surpriseTemplate = (
  templates: readonly TemplateManifest[],
  present: string,
  seed: number,
): TemplateManifest | null => chooser(seed)(templates.filter(({ id }) => id !== present)) ?? null;

/** Takes one of several by chance, each time another number of the seed's row (mulberry32). */
function chooser(seed: number): <T>(all: readonly T[]) => T | undefined {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return (all) => all[Math.floor(next() * all.length)];
}

/** A seed out of chance, 0 ≤ x < 1. */
export const seedOf = (chance: number): number => Math.floor(chance * 2 ** 32);
