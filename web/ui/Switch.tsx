import type { ReactNode } from "react";
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from "react-aria-components";
import "./choices.css";

export interface SwitchProps extends Omit<AriaSwitchProps, "children" | "className" | "style"> {
  readonly children: ReactNode;
  readonly detail?: string;
}

/** On or off, at once. */
export function Switch({ children, detail, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="ui-switch">
      <span className="ui-switch-track" />
      <span>
        {children}
        {detail !== undefined && <span className="ui-choice-detail">{detail}</span>}
      </span>
    </AriaSwitch>
  );
}
