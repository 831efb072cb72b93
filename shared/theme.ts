import { z } from "zod";
import { touchesSchema } from "./touches.ts";

/**
 * `src/theme.json`: the look of a portfolio, the one file that the design panel edits (R2.4).
 * Colours are CSS colours; each template's stylesheet reads them as custom properties through
 * `light-dark()`, so that one document serves both modes.
 */
export const SECTION_IDS = [
  "about",
  "work",
  "projects",
  "skills",
  "education",
  "volunteer",
  "awards",
  "certificates",
  "publications",
  "languages",
  "interests",
  "references",
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

export const COLOUR_ROLES = [
  "paper", // page background
  "surface", // a block that stands off the page
  "ink", // text
  "muted", // secondary text, still 4.5 : 1 on paper and surface
  "line", // hairlines
  "accent", // the one strong colour; 4.5 : 1 as text on paper
  "onAccent", // text on accent; 4.5 : 1
] as const;
export type ColourRole = (typeof COLOUR_ROLES)[number];

/** Of the template's own size, in steps; the same factor in every template. */
export const TEXT_SIZES = ["small", "regular", "large", "larger"] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export const PHOTO_SHAPES = ["square", "rounded", "round"] as const;
export type PhotoShape = (typeof PHOTO_SHAPES)[number];

/** Parts of a page that a template may offer in two to four shapes. */
export const VARIANT_PARTS = ["hero", "skills"] as const;
export type VariantPart = (typeof VARIANT_PARTS)[number];

const colour = z.string().min(1);
export const coloursSchema = z.object({
  paper: colour,
  surface: colour,
  ink: colour,
  muted: colour,
  line: colour,
  accent: colour,
  onAccent: colour,
});
export type Colours = z.infer<typeof coloursSchema>;

export const themeSchema = z.looseObject({
  template: z.string().min(1),
  mode: z.enum(["auto", "light", "dark"]),
  palette: z.object({ id: z.string(), light: coloursSchema, dark: coloursSchema }),
  /** Font-family stacks; the faces themselves are declared in `src/fonts.css`. */
  fonts: z.object({ id: z.string(), display: z.string(), text: z.string(), code: z.string() }),
  density: z.enum(["compact", "regular", "airy"]),
  /** Missing: regular. */
  textSize: z.enum(TEXT_SIZES).optional(),
  /** Missing: as the template and the picture itself have it. */
  photoShape: z.enum(PHOTO_SHAPES).optional(),
  touches: touchesSchema.optional(),
  /** The shape of a part, by the id its template names; one that it doesn’t name, or none, is its first. */
  variants: z.record(z.string(), z.string()).optional(),
  sections: z.array(
    z.object({ id: z.enum(SECTION_IDS), visible: z.boolean(), title: z.string().optional() }),
  ),
});
export type Theme = z.infer<typeof themeSchema>;
