import type { Failure } from "../../shared/failure.ts";

/** What went wrong, and what to do; nothing where nothing did. */
export const Refusal = ({ failure }: { readonly failure: Failure | null }) =>
  failure === null ? null : (
    <p role="alert" className="publish-failure">
      {failure.message} {failure.nextStep}
    </p>
  );
