import type { Failure } from "../../../shared/failure.ts";
import type { MachineFailures } from "./node-machine.ts";
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

const NEXT_STEP = "Your files are safe. Try again, or stay with the instant preview.";

/** The ends of a machine by its name: “Node in the browser”. */
export const machineFailures = (name: string): MachineFailures => ({
  lost: (detail) => ({
    kind: "unavailable",
    message: `${name} was lost.`,
    nextStep: NEXT_STEP,
    detail,
    retryable: true,
  }),
  quiet: {
    kind: "timed-out",
    message: `${name} stopped answering.`,
    nextStep: NEXT_STEP,
    retryable: true,
  },
  stopped: (_code, lines) => viteStopped(lines),
});

export const viteStopped = (lines: readonly string[]): Failure => ({
  kind: "build-failed",
  message: "Vite couldn’t run the project.",
  nextStep: "Look at vite.config.ts and the log; your files are safe.",
  detail: lines.slice(-30).map(plainText).join("\n"),
  retryable: true,
});
