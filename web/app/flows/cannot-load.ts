import type { Failure } from "../../../shared/failure.ts";

/** What a chunk that can't be fetched (a new release, no network) becomes. */
export const cannotLoad = (error: unknown): Failure => ({
  kind: "unavailable",
  message: "A part of the app couldn’t be loaded.",
  nextStep: "Check your connection and reload the page. Your portfolios are safe in this browser.",
  detail: String(error),
  retryable: true,
});
