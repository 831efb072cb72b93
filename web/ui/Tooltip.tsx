import type { ReactElement } from "react";
import {
  Tooltip as AriaTooltip,
  TooltipTrigger,
  type TooltipProps as AriaTooltipProps,
} from "react-aria-components";
import { Kbd } from "./Kbd.tsx";
import "./overlays.css";

export interface TooltipProps {
  readonly text: string;
  /** e.g. `Mod+Z`. */
  readonly shortcut?: string;
  readonly placement?: NonNullable<AriaTooltipProps["placement"]>;
  /** One focusable react-aria component. */
  readonly children: ReactElement;
}

/** Words that appear on hover (after half a second) and at once on keyboard focus. */
export function Tooltip({ text, shortcut, placement = "bottom", children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={60}>
      {children}
      <AriaTooltip className="ui-tooltip" placement={placement} offset={6}>
        {text}
        {shortcut !== undefined && <Kbd keys={shortcut} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
