import { useState } from "react";
import { asHex, contrast, TEXT_CONTRAST } from "../../../../shared/portfolio/contrast.ts";
import { paletteFromAccent, type Palette } from "../../../../shared/portfolio/palettes.ts";
import type { Theme } from "../../../../shared/theme.ts";
import { TextField } from "../../../ui/TextField.tsx";

export interface CustomAccentProps {
  readonly theme: Theme;
  readonly onChange: (palette: Palette) => void;
}

/** A colour of the person's own; a whole palette is made around it, dark enough to read. */
export function CustomAccent({ theme, onChange }: CustomAccentProps) {
  const isOwn = theme.palette.id === "custom";
  const { accent } = theme.palette.light;
  const shown = asHex(accent) ?? accent;
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const choose = (colour: string) => {
    const palette = paletteFromAccent(colour);
    if (!palette.ok) return;
    setAsked(colour);
    onChange(palette.value);
  };
  const read = typed === null ? null : paletteFromAccent(typed);
  const moved =
    isOwn &&
    asked !== null &&
    (contrast(asked, theme.palette.light.paper) ?? TEXT_CONTRAST) < TEXT_CONTRAST;
  return (
    <div className="accent">
      <label className="accent-swatch">
        <span className="visually-hidden">Pick an accent</span>
        <input
          type="color"
          value={asHex(accent) ?? "#000000"}
          onChange={(event) => {
            setTyped(null);
            choose(event.target.value);
          }}
        />
      </label>
      <TextField
        label="Your own accent"
        value={typed ?? shown}
        onChange={(text) => {
          setTyped(text);
          choose(text);
        }}
        onBlur={() => setTyped(null)}
        {...(read !== null && !read.ok ? { error: read.failure.nextStep } : {})}
        {...(moved
          ? { description: `${asked} is too pale to read: made darker for light pages.` }
          : {})}
      />
    </div>
  );
}
