import { Radio, RadioGroup } from "react-aria-components";
import { PALETTES, type Palette } from "../../../../shared/portfolio/palettes.ts";

export interface PaletteChoiceProps {
  readonly value: string;
  readonly onChange: (palette: Palette) => void;
}

/** The palettes, each as it is by day and by night. */
export function PaletteChoice({ value, onChange }: PaletteChoiceProps) {
  return (
    <RadioGroup
      aria-label="Colours"
      className="palettes"
      orientation="horizontal"
      value={value}
      onChange={(id) => {
        const palette = PALETTES.find((one) => one.id === id);
        if (palette !== undefined) onChange(palette);
      }}
    >
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
