import { useEffect, useId, useRef } from "react";
import { PlainButton } from "../../../ui/PlainButton.tsx";
import "../../../ui/field.css";

export interface PasteSheetProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onRead: (text: string) => void;
  readonly onCancel: () => void;
}

/** The sheet to write or paste on. What was typed stays when one goes back and comes again. */
export function PasteSheet({ text, onChange, onRead, onCancel }: PasteSheetProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const isBlank = text.trim() === "";
  return (
    <form
      className="sheet-page"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBlank) onRead(text);
      }}
    >
      <h1 className="sheet-lead">
        <label htmlFor={id}>Paste your CV</label>
      </h1>
      <p className="sheet-hint" id={`${id}-hint`}>
        Plain text, Markdown or a JSON Résumé.
      </p>
      <textarea
        ref={field}
        id={id}
        aria-describedby={`${id}-hint`}
        className="ui-input sheet-text"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onCancel();
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && !isBlank) onRead(text);
        }}
      />
      <div className="sheet-acts">
        <PlainButton type="submit" variant="primary" size="large" disabled={isBlank}>
          Make a website
        </PlainButton>
        <PlainButton size="large" onClick={onCancel}>
          Back
        </PlainButton>
      </div>
    </form>
  );
}
