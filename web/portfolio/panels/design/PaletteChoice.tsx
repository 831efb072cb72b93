import { Radio, RadioGroup } from "react-aria-components";
import { PALETTES, type Palette } from "../../../../shared/portfolio/palettes.ts";
import { OWN_PALETTE_NAME } from "./theme-edits.ts";

export interface PaletteChoiceProps {
  readonly value: string;
  /** The colours the template came with: they stand first. `null` where they aren't known. */
  readonly own: Palette | null;
  readonly onChange: (palette: Palette) => void;
}

/** The palettes, each as it is by day and by night. */
export function PaletteChoice({ value, own, onChange }: PaletteChoiceProps) {
  const offered = own === null ? PALETTES : [own, ...PALETTES];
  return (
    <RadioGroup
      aria-label="Colours"
      className="palettes"
      orientation="horizontal"
      value={value}
      onChange={(id) => {
        const palette = offered.find((one) => one.id === id);
        if (palette !== undefined) onChange(palette);
      }}
    >
      {own !== null && (
        <Radio value={own.id} className="palette palette-own">
          <span className="palette-own-colours">
            <Half colours={own.light} />
            <Half colours={own.dark} />
          </span>
          {OWN_PALETTE_NAME}
        </Radio>
      )}
      {PALETTES.map((palette) => (
        <Radio key={palette.id} value={palette.id} className="palette" aria-label={palette.name}>
          <Half colours={palette.light} />
          <Half colours={palette.dark} />
        </Radio>
      ))}
    </RadioGroup>
  );
}

function Half({ colours }: { readonly colours: Palette["light"] }) {
  return (
    <span
      aria-hidden="true"
      className="palette-half"
      style={{ background: colours.paper, color: colours.ink }}
    >
      Aa
      <i style={{ background: colours.accent }} />
    </span>
  );
}
