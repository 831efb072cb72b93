import type { TemplateManifest, TemplateVariant } from "../template.ts";
import { VARIANT_PARTS, type Theme, type VariantPart } from "../theme.ts";

export interface PartVariants {
  readonly part: VariantPart;
  /** Two or more, the template's default first. */
  readonly variants: readonly TemplateVariant[];
  /** The one that the page shows: an id that the template doesn't know counts as its first. */
  readonly chosen: TemplateVariant;
}

/** The parts of the page that a template has in several shapes, and which of them the theme shows. */
export function partVariants(
  manifest: Pick<TemplateManifest, "variants"> | undefined,
  { variants: wanted }: Pick<Theme, "variants">,
): readonly PartVariants[] {
  return VARIANT_PARTS.flatMap((part) => {
    const variants = manifest?.variants?.[part] ?? [];
    const chosen = variants.find(({ id }) => id === wanted?.[part]) ?? variants[0];
    return chosen && variants.length > 1 ? [{ part, variants, chosen }] : [];
  });
}

export const withVariant = (theme: Theme, part: VariantPart, id: string): Theme => ({
  ...theme,
  variants: { ...theme.variants, [part]: id },
});
