import type { ReactNode } from "react";
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from "react-aria-components";
import { Icon } from "./Icon.tsx";
import "./choices.css";

export interface CheckboxProps extends Omit<AriaCheckboxProps, "children" | "className" | "style"> {
  readonly children: ReactNode;
  readonly detail?: string;
}

/** Yes or no, in a list of several. */
export function Checkbox({ children, detail, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="ui-check">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="ui-check-box">
            {isIndeterminate && <Icon name="minus" size={12} />}
            {isSelected && !isIndeterminate && <Icon name="check" size={12} />}
          </span>
          <span>
            {children}
            {detail !== undefined && <span className="ui-choice-detail">{detail}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  );
}
