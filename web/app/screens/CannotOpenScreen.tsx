import type { Failure } from "../../../shared/failure.ts";
import "./plain-screen.css";

/** Shown in place of a screen that can't be: what happened, what is safe, the one next step. */
export function CannotOpenScreen({ failure }: { readonly failure: Failure }) {
  return (
    <main className="plain-screen">
      <h1>{failure.message}</h1>
      <p>{failure.nextStep}</p>
      {failure.detail && (
        <details>
          <summary>Details</summary>
          <pre>{failure.detail}</pre>
        </details>
      )}
      <a className="ui-button" data-variant="primary" data-size="medium" href="/">
        Go to the start
      </a>
    </main>
  );
}
