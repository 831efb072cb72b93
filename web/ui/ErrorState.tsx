import type { ReactNode } from "react";
import type { Failure } from "../../shared/failure.ts";
import "./states.css";

export interface ErrorStateProps {
  readonly failure: Failure;
  /** What can be done from here: a button or a link. */
  readonly action?: ReactNode;
}

/** What happened, what is safe, what to do next; the exact words in the opened detail. */
export function ErrorState({ failure, action }: ErrorStateProps) {
  return (
    <div className="ui-state" data-kind="error" role="alert">
      <p className="ui-state-title">{failure.message}</p>
      <p className="ui-state-text">{failure.nextStep}</p>
      {action !== undefined && <div className="ui-state-act">{action}</div>}
      {failure.detail !== undefined && (
        <details>
          <summary>What exactly happened</summary>
          <pre>{failure.detail}</pre>
        </details>
      )}
    </div>
  );
}
