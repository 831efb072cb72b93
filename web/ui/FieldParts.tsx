import { FieldError, Label, Text } from "react-aria-components";
import "./field.css";

export interface FieldWords {
  readonly label: string;
  /** Keeps the label for screen readers only, where the place says what it is. */
  readonly hideLabel?: boolean;
  readonly description?: string;
  /** What is wrong and what to do; marks the field as invalid. */
  readonly error?: string;
}

/** What stands above a field. */
export function FieldLabel({ label }: Pick<FieldWords, "label">) {
  return <Label className="ui-label">{label}</Label>;
}

/** What stands below a field: its error, or else its description. */
export function FieldNotes({ description, error }: Pick<FieldWords, "description" | "error">) {
  return (
    <>
      {description !== undefined && error === undefined && (
        <Text slot="description" className="ui-description">
          {description}
        </Text>
      )}
      <FieldError className="ui-error">
        {error === undefined ? ({ validationErrors }) => validationErrors.join(" ") : error}
      </FieldError>
    </>
  );
}
