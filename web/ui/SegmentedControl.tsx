import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { Icon, type IconName } from "./Icon.tsx";
import type { Option } from "./option.ts";
import "./choices.css";

export interface SegmentOption<Id extends string = string> extends Option<Id> {
  /** Shown instead of the words, which stay the name. */
  readonly icon?: IconName;
}

export interface SegmentedControlProps<Id extends string> {
  readonly label: string;
  readonly options: readonly SegmentOption<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly isDisabled?: boolean;
  /** Takes the whole width, shared evenly. */
  readonly isStretched?: boolean;
}

/** One of two to five, all in view. */
export function SegmentedControl<Id extends string>(props: SegmentedControlProps<Id>) {
  const { label, options, value, onChange, isDisabled = false, isStretched = false } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="ui-segments"
      data-stretch={isStretched || undefined}
      selectionMode="single"
      disallowEmptySelection
      isDisabled={isDisabled}
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find(({ id }) => keys.has(id));
        if (chosen !== undefined && chosen.id !== value) onChange(chosen.id);
      }}
    >
      {options.map(({ id, label: words, icon, isDisabled: isOff = false }) => (
        <ToggleButton
          key={id}
          id={id}
          className="ui-segment"
          isDisabled={isOff}
          {...(icon === undefined ? {} : { "aria-label": words })}
        >
          {icon === undefined ? words : <Icon name={icon} size={16} />}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
