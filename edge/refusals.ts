import type { Failure } from "../shared/failure.ts";

/** What isn't there; also said of what somebody may not see. */
export const NOT_FOUND: Failure = {
  kind: "not-found",
  message: "There is nothing at this address.",
  nextStep: "Check the address.",
  retryable: false,
};
export const SIGN_IN_FIRST: Failure = {
  kind: "unauthenticated",
  message: "This needs an account.",
  nextStep: "Sign in and try again; what you made is safe in your browser.",
  retryable: false,
};
/** @param resetMs until the next request is let through */
export const tooMany = (resetMs: number): Failure => ({
  kind: "rate-limited",
  message: "Too many requests at once.",
  nextStep: `Try again in ${Math.ceil(resetMs / 1000)} s.`,
  retryable: true,
  retryAfterMs: resetMs,
});
export const KEY_UNKNOWN: Failure = {
  kind: "unauthenticated",
  message: "This API key isn’t known, was revoked or has expired.",
  nextStep: "Make another one under Account.",
  retryable: false,
};
export const KEY_NOT_TAKEN: Failure = {
  kind: "forbidden",
  message: "This isn’t open to API keys.",
  nextStep: "/api/openapi.json says which calls are; the others need a session.",
  retryable: false,
};
/** @param scope the one that the key hasn't got */
export const keyTooNarrow = (scope: string): Failure => ({
  kind: "forbidden",
  message: `This API key may not ${scope}.`,
  nextStep: `Use a key with the scope “${scope}”.`,
  retryable: false,
});
