import type { CSSProperties, ReactNode } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import { Icon } from "./Icon.tsx";
import type { Option } from "./option.ts";
import "./choices.css";
import "./field.css";

export interface CardOption<Id extends string = string> extends Option<Id> {
  /** Shown above the words; decoration for screen readers. */
  readonly picture?: ReactNode;
}

export interface RadioCardsProps<Id extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly CardOption<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly columns?: number;
  readonly isDisabled?: boolean;
}

/** One of a few, each with a picture. */
export function RadioCards<Id extends string>(props: RadioCardsProps<Id>) {
  const { label, hideLabel, options, value, onChange, columns = 2, isDisabled = false } = props;
  return (
    <RadioGroup
      className="ui-cards ui-field"
      data-label={hideLabel === true ? "hidden" : undefined}
      value={value}
      isDisabled={isDisabled}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      <Label className="ui-label">{label}</Label>
      <div className="ui-cards-list" style={{ "--cards-columns": columns } as CSSProperties}>
        {options.map((option) => (
          <Card key={option.id} option={option} />
        ))}
      </div>
    </RadioGroup>
  );
}

function Card({ option }: { readonly option: CardOption }) {
  const { id, label, detail, picture, isDisabled = false } = option;
  return (
    <Radio value={id} isDisabled={isDisabled} className="ui-card">
      {({ isSelected }) => (
        <>
          {picture !== undefined && (
            <span className="ui-card-picture" aria-hidden="true">
              {picture}
            </span>
          )}
          <span className="ui-card-words">
            <b>{label}</b>
            {isSelected && <Icon name="check" size={16} />}
            {detail !== undefined && <span className="ui-choice-detail">{detail}</span>}
          </span>
        </>
      )}
    </Radio>
  );
}
