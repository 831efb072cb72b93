import { CannotOpenScreen } from "./CannotOpenScreen.tsx";

/** For a bug that reached the edge of the app: what was made is in the browser's storage already. */
export const FailedScreen = ({ error }: { readonly error: unknown }) => (
  <CannotOpenScreen
    failure={{
      kind: "unavailable",
      message: "This screen stopped working.",
      nextStep: "What you made is kept in this browser. Reload the page to go on.",
      detail: error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error),
      retryable: true,
    }}
  />
);
