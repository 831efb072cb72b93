import {
  Input,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components";
import { FieldLabel, FieldNotes, type FieldWords } from "./FieldParts.tsx";

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, "children" | "className" | "style">, FieldWords {
  readonly multiline?: boolean;
  /** Lines to begin with, when multiline; it grows with the text. */
  readonly rows?: number;
  readonly placeholder?: string;
  readonly className?: string;
}

/** A line of text, or several. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, description, error, multiline, rows, placeholder, ...rest } = props;
  const words = placeholder === undefined ? {} : { placeholder };
  return (
    <AriaTextField
      {...rest}
      className={`ui-field ${rest.className ?? ""}`}
      data-label={hideLabel === true ? "hidden" : undefined}
      // Said only where it is so: a plain “false” would keep the browser’s own findings from being shown.
      {...(error === undefined ? {} : { isInvalid: true })}
    >
      <FieldLabel label={label} />
      {multiline === true ? (
        <TextArea className="ui-input" rows={rows ?? 3} {...words} />
      ) : (
        <Input className="ui-input" {...words} />
      )}
      <FieldNotes
        {...(description === undefined ? {} : { description })}
        {...(error === undefined ? {} : { error })}
      />
    </AriaTextField>
  );
}
