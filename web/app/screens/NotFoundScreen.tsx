import { CannotOpenScreen } from "./CannotOpenScreen.tsx";

/** For an address that names no screen. */
export const NotFoundScreen = () => (
  <CannotOpenScreen
    failure={{
      kind: "not-found",
      message: "There is nothing at this address.",
      nextStep: "Your portfolios are on the first page.",
      retryable: false,
    }}
  />
);
