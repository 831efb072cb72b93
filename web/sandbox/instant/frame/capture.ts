import type { FromFrame } from "../messages.ts";
import { formatArguments, formatValue } from "./format-value.ts";
import { BROKEN } from "./registry.ts";

const LEVELS = ["log", "info", "warn", "error", "debug"] as const;

/** More entries than this in a second are dropped and counted: a loop must not drown the app. */
const ENTRIES_PER_SECOND = 200;

/** Sends the page's console to the engine, with where each call was made. */
export function captureConsole(send: (message: FromFrame) => void) {
  let second = 0;
  let count = 0;
  let dropped = 0;
  for (const level of LEVELS) {
    const original = console[level].bind(console);
    console[level] = (...values: unknown[]) => {
      original(...values);
      const at = Date.now();
      if (Math.floor(at / 1_000) !== second) {
        if (dropped > 0) {
          const text = `${dropped} more entries were left out.`;
          send({ type: "console", level: "warn", text, at, stack: "" });
        }
        second = Math.floor(at / 1_000);
        count = dropped = 0;
      }
      count += 1;
      if (count > ENTRIES_PER_SECOND) dropped += 1;
      else {
        const stack = new Error("place").stack ?? "";
        send({ type: "console", level, text: formatArguments(values), at, stack });
      }
    };
  }
}

/** An error as message and stack; what isn't an `Error` is shown as a value. */
export function describeError(error: unknown): { message: string; stack: string } {
  if (error instanceof Error) {
    const message = error.message.split("\n")[0]!;
    const name = error.name === "Error" ? "" : `${error.name}: `;
    return { message: name + message, stack: error.stack ?? "" };
  }
  return { message: formatValue(error), stack: "" };
}

/** Reports what the page throws: React's render errors come here too (reportError). */
export function captureErrors(report: (error: unknown) => void) {
  addEventListener("error", (event) => {
    if (event.error !== null && event.error !== undefined) {
      if (event.error !== BROKEN) report(event.error);
    } else if (event.message && !event.message.startsWith("ResizeObserver loop")) {
      report(event.message);
    }
  });
  addEventListener("unhandledrejection", ({ reason }) => {
    if (reason !== BROKEN) report(reason);
  });
}
