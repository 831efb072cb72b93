import { knownPerson } from "../../../account/known-person.ts";
import { Kbd } from "../../../ui/Kbd.tsx";
import { PlainButton } from "../../../ui/PlainButton.tsx";

export interface EmptySheetProps {
  readonly onChoose: () => void;
  readonly onPaste: () => void;
  readonly onWrite: () => void;
  readonly onExample?: () => void;
  readonly onIntent?: () => void;
}

/** The sheet that waits for a CV. */
export function EmptySheet(props: EmptySheetProps) {
  const { onChoose, onPaste, onWrite, onExample, onIntent } = props;
  return (
    <div className="sheet-page sheet-empty">
      <div>
        <h1 className="sheet-title">
          Drop your CV.
          <br />
          Get a website.
        </h1>
        <p className="sheet-under">
          It is read in this browser.{" "}
          {knownPerson() === null
            ? "Nothing is sent."
            : "What you make of it is kept in your account, too."}
        </p>
      </div>
      <div className="sheet-foot">
        <div className="sheet-acts">
          <PlainButton
            variant="primary"
            size="large"
            onClick={onChoose}
            onPointerEnter={onIntent}
            onFocus={onIntent}
          >
            Choose a file
          </PlainButton>
          <PlainButton size="large" onClick={onPaste}>
            Paste text
          </PlainButton>
          {onExample !== undefined && (
            <PlainButton size="large" onClick={onExample} onPointerEnter={onIntent}>
              Try an example
            </PlainButton>
          )}
        </div>
        <WriteInstead onWrite={onWrite} />
        <p className="sheet-small">
          PDF, Word, text, Markdown, HTML, JSON Résumé, LinkedIn export. Up to 10 MB.{" "}
          <span className="sheet-keys">
            Drop it anywhere in this window, or paste it with <Kbd keys="Mod+V" />.
          </span>
        </p>
      </div>
    </div>
  );
}

/** The quiet third way: no CV at hand. A link, so that it opens in a tab of its own too. */
function WriteInstead({ onWrite }: Pick<EmptySheetProps, "onWrite">) {
  return (
    <p className="sheet-small">
      No CV at hand?{" "}
      <a
        className="ui-link"
        href="/write"
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onWrite();
        }}
      >
        Answer a few questions
      </a>
    </p>
  );
}
