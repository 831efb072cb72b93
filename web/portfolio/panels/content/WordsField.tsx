import { useId, useState } from "react";
import { Button, Label, Tag, TagGroup, TagList } from "react-aria-components";
import { Icon } from "../../../ui/Icon.tsx";
import { addWords } from "./list-edits.ts";

export interface WordsFieldProps {
  readonly label: string;
  readonly words: readonly string[];
  readonly onChange: (words: readonly string[]) => void;
}

/** Short words as tags: Enter or a comma adds, Backspace or the cross takes away. */
export function WordsField({ label, words, onChange }: WordsFieldProps) {
  const [typed, setTyped] = useState("");
  const id = useId();
  const add = (text: string) => {
    if (text.trim() !== "") onChange(addWords(words, text));
    setTyped("");
  };
  return (
    <div className="words-field">
      <TagGroup onRemove={(keys) => onChange(words.filter((word) => !keys.has(word)))}>
        <Label className="form-label">{label}</Label>
        <TagList className="words-list" items={words.map((word) => ({ id: word }))}>
          {(word) => (
            <Tag textValue={word.id} className="words-word">
              {word.id}
              <Button slot="remove" className="words-remove">
                <Icon name="x" size={16} />
              </Button>
            </Tag>
          )}
        </TagList>
      </TagGroup>
      <input
        id={id}
        className="words-input"
        aria-label={`Add to ${label.toLowerCase()}`}
        placeholder="Add, with Enter or a comma"
        value={typed}
        onChange={({ target }) =>
          /[,;]/.test(target.value) ? add(target.value) : setTyped(target.value)
        }
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) {
            event.preventDefault();
            add(typed);
          }
          if (event.key === "Backspace" && typed === "") onChange(words.slice(0, -1));
        }}
        onBlur={() => add(typed)}
      />
    </div>
  );
}
