import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import "./small-parts.css";

export interface ChipProps {
  readonly children: ReactNode;
  readonly icon?: IconName;
  readonly tone?: "plain" | "warn" | "accent";
  /** Makes the chip a button. */
  readonly onPress?: () => void;
  /** Adds a button that takes it away, named by `removeLabel`. */
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
}

/** A small thing that can be pressed (“Check 3 fields”) or taken away (a keyword). */
export function Chip({
  children,
  icon,
  tone = "plain",
  onPress,
  onRemove,
  removeLabel,
}: ChipProps) {
  const inside = (
    <>
      {icon !== undefined && <Icon name={icon} size={16} />}
      <span>{children}</span>
    </>
  );
  if (onPress !== undefined) {
    return (
      <button type="button" className="ui-chip" data-tone={tone} onClick={onPress}>
        {inside}
      </button>
    );
  }
  return (
    <span className="ui-chip" data-tone={tone}>
      {inside}
      {onRemove !== undefined && (
        <button
          type="button"
          className="ui-chip-remove"
          aria-label={removeLabel ?? `Remove ${typeof children === "string" ? children : "this"}`}
          onClick={onRemove}
        >
          <Icon name="x" size={16} />
        </button>
      )}
    </span>
  );
}
