import type { Failure } from "../../shared/failure.ts";

/** What went wrong with a form, beside its button: what happened and what to do. */
export function FailureNote({ failure }: { readonly failure: Failure | null }) {
  if (failure === null) return null;
  return (
    <p className="account-failure" role="alert">
      <strong>{failure.message}</strong> {failure.nextStep}
    </p>
  );
}
