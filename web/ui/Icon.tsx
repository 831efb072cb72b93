import * as ICONS from "./icon-shapes.ts";
import "./small-parts.css";

/** An icon by lucide's own name. */
export type IconName = keyof typeof ICONS;

export interface IconProps {
  readonly name: IconName;
  /** Pixels. */
  readonly size?: 12 | 16 | 20 | 24;
  /** Read by screen readers; without it the icon is decoration. */
  readonly label?: string;
}

/** A line icon in the colour of the text around it. */
export function Icon({ name, size = 20, label }: IconProps) {
  // The whole table is meant here: `IconName` keeps the access to what is in it.
  // oxlint-disable-next-line import/namespace
  const Shape = ICONS[name];
  return (
    <Shape
      className="ui-icon"
      size={size}
      strokeWidth={size <= 12 ? 2.5 : 1.5}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    />
  );
}
