import type { ReactNode } from "react";
import { TextField } from "../../../ui/TextField.tsx";
import { BetterWords } from "./BetterWords.tsx";
import { DateField } from "./DateField.tsx";
import { valueAt, type Json } from "./edit-json.ts";
import { LinesField } from "./LinesField.tsx";
import { useResumeEditing } from "./resume-editing.tsx";
import type { FieldKind, FormField } from "./resume-fields.ts";
import { WordsField } from "./WordsField.tsx";

const INPUT_TYPES: Partial<Record<FieldKind, "url" | "email" | "tel">> = {
  url: "url",
  email: "email",
  phone: "tel",
};

const asText = (value: Json | undefined) => (typeof value === "string" ? value : "");
const asTexts = (value: Json | undefined) =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

/** The fields of one entry, two in a row where the table says so. */
export function FieldRows({
  fields,
  pointer,
}: {
  readonly fields: readonly FormField[];
  readonly pointer: string;
}) {
  return (
    <div className="form-rows">
      {fields.map((field) => (
        <div
          key={field.key}
          className="form-row"
          data-half={field.half || undefined}
          data-pointer={`${pointer}/${field.key}`}
        >
          <FieldRow field={field} pointer={`${pointer}/${field.key}`} />
        </div>
      ))}
    </div>
  );
}

interface FieldRowProps {
  readonly field: FormField;
  readonly pointer: string;
}

/** One field of the résumé, by its kind. An edit shows in the preview at once. */
function FieldRow({ field, pointer }: FieldRowProps): ReactNode {
  const { document, set } = useResumeEditing();
  const value = valueAt(document, pointer);
  const act = { label: `Edit ${field.label.toLowerCase()}`, group: `resume:${pointer}` };
  const better = { label: `Better words: ${field.label.toLowerCase()}` };
  const setText = (text: string) => set(pointer, text === "" ? undefined : text, act);
  const setTexts = (texts: readonly string[]) =>
    set(pointer, texts.length === 0 ? undefined : texts, act);
  const hint = field.hint === undefined ? {} : { description: field.hint };

  switch (field.kind) {
    case "date":
      return (
        <DateField
          label={field.label}
          value={asText(value)}
          onChange={setText}
          placeholder={field.empty ?? "Mar 2020"}
        />
      );
    case "lines":
      return (
        <LinesField
          label={field.label}
          lines={asTexts(value)}
          pointer={pointer}
          onChange={setTexts}
          onTake={(texts) => set(pointer, texts, better)}
        />
      );
    case "words":
      return <WordsField label={field.label} words={asTexts(value)} onChange={setTexts} />;
    case "long":
      return (
        <>
          <TextField
            label={field.label}
            value={asText(value)}
            onChange={setText}
            multiline
            {...hint}
          />
          <BetterWords
            of={field.label.toLowerCase()}
            text={asText(value)}
            onTake={(words) => set(pointer, words, better)}
          />
        </>
      );
    default:
      return (
        <TextField
          label={field.label}
          value={asText(value)}
          onChange={setText}
          type={INPUT_TYPES[field.kind] ?? "text"}
          {...hint}
        />
      );
  }
}
