import { SECTION_IDS, type Theme } from "../theme.ts";
import { findPalette, PALETTES, type Palette } from "./palettes.ts";
import { readTheme } from "./read-theme.ts";
import type { TemplateSource } from "./template-source.ts";
import { findTypePair, themeFonts, TYPE_PAIRS } from "./type-pairs.ts";

const first = <T>(ids: readonly string[], find: (id: string) => T | null): T | null =>
  ids.map(find).find((found) => found !== null) ?? null;

/** A palette as `theme.json` holds it. */
export const themePalette = ({ id, light, dark }: Palette): Theme["palette"] => ({
  id,
  light,
  dark,
});

/**
 * The look that a template has before anyone has chosen: its own `theme.json`, colours included, with
 * the fonts its manifest names first. Only a template whose theme can't be read falls back to a
 * palette of ours.
 */
export function defaultTheme({ manifest, files }: TemplateSource): Theme {
  const own = readTheme(files);
  const palette = first(manifest.palettes, findPalette) ?? PALETTES[0]!;
  const pair = first(manifest.typePairs, findTypePair) ?? TYPE_PAIRS[0]!;
  const base: Theme = own.ok
    ? own.value
    : {
        template: manifest.id,
        mode: "auto",
        palette: themePalette(palette),
        fonts: themeFonts(pair),
        density: "regular",
        sections: SECTION_IDS.map((id) => ({ id, visible: true })),
      };
  return {
    ...base,
    template: manifest.id,
    fonts: themeFonts(pair),
    sections: everySection(base.sections),
  };
}

/** The sections as they are, and at the end those that the theme didn't name. */
function everySection(sections: Theme["sections"]): Theme["sections"] {
  const named = new Set(sections.map(({ id }) => id));
  const missing = SECTION_IDS.filter((id) => !named.has(id));
  return [...sections, ...missing.map((id) => ({ id, visible: true }))];
}
