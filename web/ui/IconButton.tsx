import type { Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import type { ButtonSize, ButtonVariant } from "./Button.tsx";
import { Icon, type IconName } from "./Icon.tsx";
import { Tooltip, type TooltipProps } from "./Tooltip.tsx";
import "./button.css";

export interface IconButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  /** Its name for everybody: shown as a tooltip, read by screen readers. */
  readonly label: string;
  readonly icon: IconName;
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  /** For buttons that stay pressed. */
  readonly isSelected?: boolean;
  /** A shortcut shown in the tooltip, e.g. `Mod+Z`. */
  readonly shortcut?: string;
  readonly tooltipPlacement?: TooltipProps["placement"];
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with an icon only. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, variant = "quiet", size = "medium", className = "", ...more } = props;
  const { isSelected, shortcut, tooltipPlacement, ...rest } = more;
  return (
    <Tooltip
      text={label}
      {...(shortcut === undefined ? {} : { shortcut })}
      {...(tooltipPlacement === undefined ? {} : { placement: tooltipPlacement })}
    >
      <AriaButton
        {...rest}
        aria-label={label}
        {...(isSelected === undefined ? {} : { "aria-pressed": isSelected })}
        className={`ui-button ui-icon-button ${className}`}
        data-variant={variant}
        data-size={size}
      >
        <Icon name={icon} size={size === "small" ? 16 : 20} />
      </AriaButton>
    </Tooltip>
  );
}
