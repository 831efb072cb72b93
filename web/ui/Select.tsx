import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from "react-aria-components";
import { FieldLabel, FieldNotes, type FieldWords } from "./FieldParts.tsx";
import { Icon } from "./Icon.tsx";
import type { Option } from "./option.ts";
import "./overlays.css";

export interface SelectProps<Id extends string> extends FieldWords {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
}

/** One of a list, closed until it is needed. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { options, value, onChange, isDisabled = false, error, description } = props;
  return (
    <AriaSelect
      className="ui-field"
      data-label={props.hideLabel === true ? "hidden" : undefined}
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
      placeholder={props.placeholder ?? "Choose"}
      isDisabled={isDisabled}
      {...(error === undefined ? {} : { isInvalid: true })}
    >
      <FieldLabel label={props.label} />
      <Button className="ui-input ui-select-button">
        <SelectValue className="ui-select-value">
          {({ selectedText, defaultChildren, isPlaceholder }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <Icon name="chevrons-up-down" size={16} />
      </Button>
      <FieldNotes
        {...(description === undefined ? {} : { description })}
        {...(error === undefined ? {} : { error })}
      />
      <Popover className="ui-popover" offset={4}>
        <ListBox className="ui-listbox" items={options}>
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** A row of an open list. */
export function OptionRow({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      isDisabled={option.isDisabled === true}
      className="ui-option"
    >
      {({ isSelected }) => (
        <>
          <span>
            {option.label}
            {option.detail !== undefined && (
              <span className="ui-option-detail">{option.detail}</span>
            )}
          </span>
          <span className="ui-option-end">{isSelected && <Icon name="check" size={16} />}</span>
        </>
      )}
    </ListBoxItem>
  );
}
