import type { Failure } from "../../../../shared/failure.ts";
import { PlainButton } from "../../../ui/PlainButton.tsx";

export interface FailedSheetProps {
  readonly fileName: string;
  readonly failure: Failure;
  readonly onChoose: () => void;
  readonly onPaste: () => void;
  readonly onDismiss: () => void;
}

/** The sheet when a file couldn't be read: what happened, what to do, and every way on. */
export function FailedSheet({ fileName, failure, onChoose, onPaste, onDismiss }: FailedSheetProps) {
  return (
    <div className="sheet-page sheet-failed">
      <div role="alert">
        <p className="sheet-file">{fileName}</p>
        <h1 className="sheet-said">{failure.message}</h1>
        <p className="sheet-under">{failure.nextStep}</p>
        {failure.detail !== undefined && (
          <details className="sheet-log">
            <summary>What exactly happened</summary>
            <pre>{failure.detail}</pre>
          </details>
        )}
      </div>
      <div className="sheet-foot">
        <div className="sheet-acts">
          <PlainButton variant="primary" size="large" onClick={onChoose}>
            Choose another file
          </PlainButton>
          <PlainButton size="large" onClick={onPaste}>
            Paste text
          </PlainButton>
          <PlainButton variant="quiet" size="large" onClick={onDismiss}>
            Back
          </PlainButton>
        </div>
      </div>
    </div>
  );
}
