/** What more than one part of the agent answers alike. */
import type { Failure } from "../failure.ts";

export const STOPPED: Failure = {
  kind: "cancelled",
  message: "Stopped.",
  nextStep: "Ask again whenever you like.",
  retryable: true,
};

export const NO_PAGE: Failure = {
  kind: "build-failed",
  message: "The site was built without a page.",
  nextStep: "Bring index.html back.",
  detail: "There is no index.html.",
  retryable: false,
};
