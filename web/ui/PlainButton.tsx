import type { ButtonHTMLAttributes } from "react";
import type { ButtonSize, ButtonVariant } from "./Button.tsx";
import "./button.css";

export interface PlainButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
}

/** The same button without react-aria, for the first screen, where each kilobyte delays the drop. */
export function PlainButton(props: PlainButtonProps) {
  const { variant = "secondary", size = "medium", className = "", ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={`ui-button ${className}`}
      data-variant={variant}
      data-size={size}
    />
  );
}
