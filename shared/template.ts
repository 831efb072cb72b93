import { z } from "zod";

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
});
export type TemplateManifest = z.infer<typeof templateManifestSchema>;
