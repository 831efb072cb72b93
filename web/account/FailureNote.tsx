import type { ReactNode } from "react";
import type { Failure } from "../../shared/failure.ts";

export interface FailureNoteProps {
  readonly failure: Failure | null;
  /** The way to its next step, where that is another page. */
  readonly way?: ReactNode;
}

/** What went wrong with a form, beside its button: what happened and what to do. */
export function FailureNote({ failure, way }: FailureNoteProps) {
  if (failure === null) return null;
  return (
    <div className="account-failure" role="alert">
      <strong>{failure.message}</strong> {failure.nextStep}
      {way && <p>{way}</p>}
    </div>
  );
}
