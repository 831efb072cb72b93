import {
  Toolbar as AriaToolbar,
  type ToolbarProps as AriaToolbarProps,
} from "react-aria-components";
import "./choices.css";

export interface ToolbarProps extends Omit<AriaToolbarProps, "className" | "style"> {
  readonly label: string;
  readonly className?: string;
}

/** Buttons in a row (or column): one stop for Tab, arrows between them. */
export function Toolbar({ label, className = "", ...rest }: ToolbarProps) {
  return <AriaToolbar {...rest} aria-label={label} className={`ui-toolbar ${className}`} />;
}
