import { z } from "zod";
import { VARIANT_PARTS } from "./theme.ts";
import { TOUCH_WAYS } from "./touches.ts";

/** One shape of a part of the page, as the template’s own code and the design panel call it. */
const variantSchema = z.object({ id: z.string().regex(/^[a-z][a-z0-9-]*$/), name: z.string() });
export type TemplateVariant = z.infer<typeof variantSchema>;

/** `template.json`: what the product must know of a template; it isn't part of the person's project. */
export const templateManifestSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string(),
  /** One sentence for the gallery. */
  idea: z.string(),
  /** Sorts the gallery. */
  order: z.number(),
  /** Type pair and palette ids that suit it best, in order of preference (see shared/portfolio). */
  typePairs: z.array(z.string()).min(1),
  palettes: z.array(z.string()).min(1),
  /** Shapes of parts of the page, the template’s default first. */
  variants: z.partialRecord(z.enum(VARIANT_PARTS), z.array(variantSchema).min(2).max(4)).optional(),
  /** Touches that aren’t offered: the page is so anyway, or can’t be made so. */
  touches: z
    .object({ has: z.array(z.enum(TOUCH_WAYS)), lacks: z.array(z.enum(TOUCH_WAYS)) })
    .partial()
    .optional(),
});
export type TemplateManifest = z.infer<typeof templateManifestSchema>;
