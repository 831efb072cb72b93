import { useRef, useState, type RefObject } from "react";
import { EmptySheet } from "./EmptySheet.tsx";
import { FailedSheet } from "./FailedSheet.tsx";
import { PasteSheet } from "./PasteSheet.tsx";
import { ReadingSheet } from "./ReadingSheet.tsx";
import type { StartScreenProps } from "./start-screen-props.ts";

/** What the browser's picker offers first; any other file may be chosen, its content decides. */
const ACCEPTED =
  ".pdf,.docx,.txt,.md,.markdown,.json,.html,.htm,.zip,application/pdf,text/plain,text/markdown,text/html,application/json,application/zip";

export interface CvSheetProps extends StartScreenProps {
  readonly isOver: boolean;
  /** The template that “Try an example” takes. */
  readonly exampleId: string | null;
}

/** The sheet of paper: empty, being pasted on, being read, or saying why it can't be read. */
export function CvSheet(props: CvSheetProps) {
  const { reading, isOver } = props;
  const input = useRef<HTMLInputElement>(null);
  const [isPasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState("");
  const state = reading.status === "idle" && isPasting ? "pasting" : reading.status;
  return (
    <section
      className="sheet"
      aria-label="Your CV"
      data-state={state}
      data-over={isOver || undefined}
    >
      <FileInput input={input} onFile={props.onFile} />
      <SheetInside
        {...props}
        state={state}
        pasted={pasted}
        onPasted={setPasted}
        onPaste={(now) => {
          if (reading.status === "failed") props.onDismissFailure();
          setPasting(now);
        }}
        onChoose={() => {
          props.onIntent?.();
          input.current?.click();
        }}
      />
      {isOver && (
        <div className="sheet-over" aria-hidden="true">
          <p className="sheet-title">Let go.</p>
          <p className="sheet-under">It is read here, in this browser.</p>
        </div>
      )}
    </section>
  );
}

interface SheetInsideProps extends CvSheetProps {
  readonly state: "idle" | "pasting" | "reading" | "failed";
  readonly pasted: string;
  readonly onPasted: (text: string) => void;
  readonly onPaste: (isPasting: boolean) => void;
  readonly onChoose: () => void;
}

function SheetInside(props: SheetInsideProps) {
  const { reading, state, pasted, onPaste, onChoose, exampleId } = props;
  if (reading.status === "reading") {
    return (
      <ReadingSheet
        reading={reading}
        {...(props.onCancel === undefined ? {} : { onCancel: props.onCancel })}
      />
    );
  }
  if (reading.status === "failed") {
    return (
      <FailedSheet
        fileName={reading.fileName}
        failure={reading.failure}
        onChoose={onChoose}
        onPaste={() => onPaste(true)}
        onDismiss={() => {
          props.onDismissFailure();
          onPaste(false);
        }}
      />
    );
  }
  if (state === "pasting") {
    return (
      <PasteSheet
        text={pasted}
        onChange={props.onPasted}
        onRead={props.onText}
        onCancel={() => onPaste(false)}
      />
    );
  }
  return (
    <EmptySheet
      onChoose={onChoose}
      onPaste={() => onPaste(true)}
      onWrite={props.onWrite}
      {...(exampleId === null ? {} : { onExample: () => props.onExample(exampleId) })}
      {...(props.onIntent === undefined ? {} : { onIntent: props.onIntent })}
    />
  );
}

interface FileInputProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onFile: (file: File) => void;
}

/** The browser's own picker; the buttons on the sheet open it. */
function FileInput({ input, onFile }: FileInputProps) {
  return (
    <input
      ref={input}
      className="visually-hidden"
      type="file"
      tabIndex={-1}
      aria-label="Choose your CV"
      accept={ACCEPTED}
      onChange={(event) => {
        const [file] = event.target.files ?? [];
        // Emptied, so that the same file can be chosen again after it was mended.
        event.target.value = "";
        if (file !== undefined) onFile(file);
      }}
    />
  );
}
