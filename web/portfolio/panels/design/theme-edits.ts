import { contrast, TEXT_CONTRAST } from "../../../../shared/portfolio/contrast.ts";
import { findPalette, type Palette } from "../../../../shared/portfolio/palettes.ts";
import { themeFonts, type TypePair } from "../../../../shared/portfolio/type-pairs.ts";
import type { Colours, PhotoShape, SectionId, Theme } from "../../../../shared/theme.ts";

export const SECTION_NAMES: Readonly<Record<SectionId, string>> = {
  about: "About",
  work: "Work",
  projects: "Projects",
  skills: "Skills",
  education: "Education",
  volunteer: "Volunteering",
  awards: "Awards",
  certificates: "Certificates",
  publications: "Publications",
  languages: "Languages",
  interests: "Interests",
  references: "References",
};

export const OWN_PALETTE_NAME = "The template’s own";

/**
 * The colours that a template came with, to be offered beside ours: of the template's own look where
 * that is at hand, otherwise of the project's as long as nobody has chosen others. `null` when
 * neither is a palette of its own.
 */
export function ownPalette(theme: Theme, standard: Theme | null): Palette | null {
  const isOwn = ({ id }: Theme["palette"]) => id !== "custom" && findPalette(id) === null;
  const palette = [standard?.palette, theme.palette].find((one) => one && isOwn(one));
  return palette ? { ...palette, name: OWN_PALETTE_NAME } : null;
}

export const withPalette = (theme: Theme, { id, light, dark }: Palette): Theme => ({
  ...theme,
  palette: { id, light, dark },
});

export const withTypePair = (theme: Theme, pair: TypePair): Theme => ({
  ...theme,
  fonts: themeFonts(pair),
});

/** @param shape `null`: as the template and the cut of the picture have it */
export function withPhotoShape(theme: Theme, shape: PhotoShape | null): Theme {
  const { photoShape: _, ...rest } = theme;
  return shape === null ? rest : { ...rest, photoShape: shape };
}

/** Sections in a new order; any that the order doesn't name keep their place at the end. */
export function withOrder(theme: Theme, order: readonly SectionId[]): Theme {
  const named = order.flatMap((id) => theme.sections.find((section) => section.id === id) ?? []);
  const rest = theme.sections.filter(({ id }) => !order.includes(id));
  return { ...theme, sections: [...named, ...rest] };
}

export const withVisible = (theme: Theme, id: SectionId, visible: boolean): Theme => ({
  ...theme,
  sections: theme.sections.map((section) =>
    section.id === id ? { ...section, visible } : section,
  ),
});

/** A section's own title; an empty one gives it back its usual name. */
export const withTitle = (theme: Theme, id: SectionId, title: string): Theme => ({
  ...theme,
  sections: theme.sections.map(({ title: _, ...section }) => {
    const own = section.id === id ? title : _;
    return own ? { ...section, title: own } : section;
  }),
});

/** A pair of colours that is read as text, and how well (WCAG contrast ratio, 1–21). */
export interface ContrastLine {
  readonly what: string;
  readonly light: number;
  readonly dark: number;
  /** Both reach 4.5 : 1 (AA for text). */
  readonly readable: boolean;
}

const PAIRS: readonly (readonly [string, keyof Colours, keyof Colours])[] = [
  ["Text", "ink", "paper"],
  ["Quiet text", "muted", "paper"],
  ["Accent", "accent", "paper"],
  ["Text on accent", "onAccent", "accent"],
];

/** How well each kind of text reads in a palette. A colour that can't be read counts as 1 : 1. */
export function contrastLines({
  light,
  dark,
}: Pick<Palette, "light" | "dark">): readonly ContrastLine[] {
  return PAIRS.map(([what, text, ground]) => {
    const inLight = contrast(light[text], light[ground]) ?? 1;
    const inDark = contrast(dark[text], dark[ground]) ?? 1;
    const readable = Math.min(inLight, inDark) >= TEXT_CONTRAST;
    return { what, light: inLight, dark: inDark, readable };
  });
}
