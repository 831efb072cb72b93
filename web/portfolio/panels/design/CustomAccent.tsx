import { useState } from "react";
import { contrast, TEXT_CONTRAST } from "../../../../shared/portfolio/contrast.ts";
import { paletteFromAccent, type Palette } from "../../../../shared/portfolio/palettes.ts";
import type { Theme } from "../../../../shared/theme.ts";
import { TextField } from "../../../ui/TextField.tsx";

export interface CustomAccentProps {
  readonly theme: Theme;
  readonly onChange: (palette: Palette) => void;
}

/** What a colour input takes; anything else it would show as black with a warning. */
const HEX = /^#[\da-f]{6}$/i;

function inHex(colour: string): string {
  if (HEX.test(colour)) return colour;
  const palette = paletteFromAccent(colour);
  return palette.ok ? palette.value.light.accent : "#000000";
}

/** A colour of the person's own; a whole palette is made around it, dark enough to read. */
export function CustomAccent({ theme, onChange }: CustomAccentProps) {
  const isOwn = theme.palette.id === "custom";
  const shown = theme.palette.light.accent;
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
          value={inHex(shown)}
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
