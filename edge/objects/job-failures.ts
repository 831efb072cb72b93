import type { Failure } from "../../shared/failure.ts";

export const GONE: Failure = {
  kind: "not-found",
  message: "There is no such job.",
  nextStep: "Jobs are kept for a day; start it again.",
  retryable: false,
};
export const CANCELLED: Failure = {
  kind: "cancelled",
  message: "Stopped, as you asked.",
  nextStep: "Start it again whenever you like.",
  retryable: false,
};
export const TIMED_OUT: Failure = {
  kind: "timed-out",
  message: "It took longer than it may.",
  nextStep: "Try again later, or let your browser do it.",
  retryable: true,
};
export const CRASHED: Failure = {
  kind: "unavailable",
  message: "It stopped on our side.",
  nextStep: "Try again later, or let your browser do it.",
  retryable: true,
};
