import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { Icon } from "./Icon.tsx";
import "./button.css";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";

export interface ButtonProps extends Omit<AriaButtonProps, "children" | "className" | "style"> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly children: ReactNode;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words. While `isPending` it keeps its width and its focus, and says that it waits. */
export function Button(props: ButtonProps) {
  const { variant = "secondary", size = "medium", children, className = "", ...rest } = props;
  return (
    <AriaButton
      {...rest}
      className={`ui-button ${className}`}
      data-variant={variant}
      data-size={size}
    >
      <span className="ui-button-words">{children}</span>
      {rest.isPending === true && (
        <span className="ui-button-wait">
          <Icon name="loader-circle" size={16} />
        </span>
      )}
    </AriaButton>
  );
}
