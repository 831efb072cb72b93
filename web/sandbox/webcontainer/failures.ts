import type { Failure } from "../../../shared/failure.ts";
import { plainText } from "./output-lines.ts";

export const GONE: Failure = {
  kind: "unavailable",
  message: "This preview has been closed.",
  nextStep: "Open the portfolio again; its files are safe.",
  retryable: false,
};

export const NOT_STARTED: Failure = {
  kind: "unavailable",
  message: "The sandbox hasn’t started yet.",
  nextStep: "Wait until it runs.",
  retryable: true,
};

/** The watchdog's. */
export const QUIET: Failure = {
  kind: "timed-out",
  message: "Node in the browser stopped answering.",
  nextStep: "Your files are safe. Try again, or stay with the instant preview.",
  retryable: true,
};

/** The container raised an error of its own, or its frame lost what it runs on. */
export const lost = (detail: string): Failure => ({
  kind: "unavailable",
  message: "Node in the browser was lost.",
  nextStep: "Your files are safe. Try again, or stay with the instant preview.",
  detail,
  retryable: true,
});

export const viteStopped = (lines: readonly string[]): Failure => ({
  kind: "build-failed",
  message: "Vite couldn’t run the project.",
  nextStep: "Look at vite.config.ts and the log; your files are safe.",
  detail: lines.slice(-30).map(plainText).join("\n"),
  retryable: true,
});
