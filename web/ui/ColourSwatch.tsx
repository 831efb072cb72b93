import type { CSSProperties } from "react";
import "./small-parts.css";

export interface ColourSwatchProps {
  /** Any CSS colours, side by side. */
  readonly colours: readonly string[];
  /** Read by screen readers; without it the swatch is decoration. */
  readonly label?: string;
  readonly shape?: "round" | "strip";
}

/** A look at one colour or at a palette. */
export function ColourSwatch({ colours, label, shape = "round" }: ColourSwatchProps) {
  return (
    <span
      className="ui-swatch"
      data-shape={shape}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      {colours.map((colour, at) => (
        <i key={at} style={{ "--swatch": colour } as CSSProperties} />
      ))}
    </span>
  );
}
