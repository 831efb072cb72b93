import { fail, ok, type Failure } from "../../../shared/failure.ts";
import type { Shell } from "../../../shared/ports/sandbox.ts";
import type { NodeMachine } from "./node-machine.ts";

const SIZE = { cols: 80, rows: 24 };

const notRunning: Failure = {
  kind: "unavailable",
  message: "The terminal needs the sandbox to run.",
  nextStep: "Wait until it has started.",
  retryable: true,
};

/**
 * Runs programs in a pseudo-terminal of the machine.
 * @param untilInstalled npm waits for this before it runs
 */
export function machineShell(
  machine: () => NodeMachine | null,
  untilInstalled: () => Promise<void>,
): Shell {
  return {
    spawn: async (command, args) => {
      if (command === "npm") await untilInstalled();
      const running = machine();
      if (running === null) return fail(notRunning);
      try {
        const process = await running.spawn(command, args, { terminal: SIZE });
        return ok({ ...process, output: chunks(process.output) });
      } catch (error) {
        return fail({ ...notRunning, kind: "not-found", detail: String(error) });
      }
    },
  };
}

/** Not every browser iterates a stream by itself. */
async function* chunks(stream: ReadableStream<string>): AsyncIterable<string> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
