import { SegmentedControl } from "../../../ui/SegmentedControl.tsx";
import type { DesignPanelProps } from "./design-props.ts";
import { DesignPart } from "./DesignPart.tsx";
import { withPhotoShape } from "./theme-edits.ts";

const SHAPES = [
  { id: "auto", label: "Automatic" },
  { id: "square", label: "Square" },
  { id: "rounded", label: "Rounded" },
  { id: "round", label: "Round" },
] as const;

/** The shape of the portrait; automatic is as the template and the cut of the picture have it. */
export function PhotoShapeChoice({ theme, onTheme }: Pick<DesignPanelProps, "theme" | "onTheme">) {
  return (
    <DesignPart title="Photo">
      <SegmentedControl
        label="Photo"
        options={SHAPES}
        value={theme.photoShape ?? "auto"}
        onChange={(shape) =>
          onTheme(withPhotoShape(theme, shape === "auto" ? null : shape), {
            label: `Photo: ${shape === "auto" ? "automatic" : shape}`,
          })
        }
      />
    </DesignPart>
  );
}
