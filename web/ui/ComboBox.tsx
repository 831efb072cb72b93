import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  Popover,
  type ComboBoxProps as AriaComboBoxProps,
} from "react-aria-components";
import { FieldLabel, FieldNotes, type FieldWords } from "./FieldParts.tsx";
import { Icon } from "./Icon.tsx";
import type { Option } from "./option.ts";
import { OptionRow } from "./Select.tsx";
import "./overlays.css";

export interface ComboBoxProps<Id extends string>
  extends
    Omit<
      AriaComboBoxProps<Option<Id>>,
      "children" | "className" | "style" | "items" | "value" | "onChange" | "defaultItems"
    >,
    FieldWords {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id | null) => void;
  readonly placeholder?: string;
  /** Said when nothing fits what was typed. */
  readonly empty?: string;
}

/** One of a long list, found by typing. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { label, hideLabel, description, error, options, value, onChange, ...more } = props;
  const { placeholder, empty, ...rest } = more;
  return (
    <AriaComboBox
      {...rest}
      className="ui-field"
      data-label={hideLabel === true ? "hidden" : undefined}
      defaultItems={options}
      allowsEmptyCollection
      value={value}
      onChange={(key) => onChange(options.find(({ id }) => id === key)?.id ?? null)}
      {...(error === undefined ? {} : { isInvalid: true })}
    >
      <FieldLabel label={label} />
      <div className="ui-group">
        <Input className="ui-input" {...(placeholder === undefined ? {} : { placeholder })} />
        <Button className="ui-group-button">
          <Icon name="chevrons-up-down" size={16} />
        </Button>
      </div>
      <FieldNotes
        {...(description === undefined ? {} : { description })}
        {...(error === undefined ? {} : { error })}
      />
      <Popover className="ui-popover" offset={4}>
        <ListBox<Option<Id>>
          className="ui-listbox"
          renderEmptyState={() => <p className="ui-empty-options">{empty ?? "Nothing fits"}</p>}
        >
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
