import { partVariants, withVariant } from "../../../../shared/portfolio/variants.ts";
import type { VariantPart } from "../../../../shared/theme.ts";
import { SegmentedControl } from "../../../ui/SegmentedControl.tsx";
import type { DesignPanelProps } from "./design-props.ts";
import { DesignPart } from "./DesignPart.tsx";

const PART_NAMES: Readonly<Record<VariantPart, string>> = { hero: "Opening", skills: "Skills" };

/** The parts that the template has in several shapes; nothing where it has each in one. */
export function VariantChoice({
  theme,
  templates,
  onTheme,
}: Pick<DesignPanelProps, "theme" | "templates" | "onTheme">) {
  const manifest = templates.find(({ id }) => id === theme.template);
  return partVariants(manifest, theme).map(({ part, variants, chosen }) => (
    <DesignPart key={part} title={PART_NAMES[part]}>
      <span className="variants">
        <SegmentedControl
          label={PART_NAMES[part]}
          options={variants.map(({ id, name }) => ({ id, label: name }))}
          value={chosen.id}
          onChange={(id) => {
            const name = variants.find((one) => one.id === id)?.name ?? id;
            onTheme(withVariant(theme, part, id), { label: `${PART_NAMES[part]}: ${name}` });
          }}
        />
      </span>
    </DesignPart>
  ));
}
