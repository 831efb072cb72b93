import { fail, ok } from "../../shared/failure.ts";
import { AGENT_LIMITS } from "../../shared/limits.ts";
import type { Shell, ShellProcess } from "../../shared/ports/sandbox.ts";
import type { WorkspaceShell } from "../../shared/ports/workspace.ts";

/** Letters that are kept of what a program prints: its end says how it went. */
const MOST_PRINTED = 20_000;
/** Colours and cursor moves of a terminal (ECMA-48). */
// oxlint-disable-next-line no-control-regex
const TERMINAL_CODES = /\u001b(?:\[[\d;?]*[ -/]*[@-~]|\][^\u0007]*\u0007)/g;

/** A sandbox’s shell as the agent may use it: one program to its end, ended when stopped or too slow. */
export function studioShell(shell: Shell): WorkspaceShell {
  return {
    run: async (program, args, signal) => {
      const spawned = await shell.spawn(program, args);
      if (!spawned.ok) return spawned;
      const process = spawned.value;
      const kill = () => process.kill();
      let isTooSlow = false;
      const timer = setTimeout(() => {
        isTooSlow = true;
        kill();
      }, AGENT_LIMITS.commandMs);
      signal.addEventListener("abort", kill, { once: true });
      if (signal.aborted) kill();
      const output = await printedBy(process);
      const exitCode = await process.exit;
      clearTimeout(timer);
      signal.removeEventListener("abort", kill);
      return isTooSlow ? fail(TOO_SLOW) : ok({ exitCode, output });
    },
  };
}

async function printedBy({ output }: ShellProcess): Promise<string> {
  let printed = "";
  for await (const text of output) printed = (printed + text).slice(-MOST_PRINTED);
  return printed.replace(TERMINAL_CODES, "").replaceAll("\r\n", "\n");
}

const TOO_SLOW = {
  kind: "timed-out",
  message: "The command took too long and was ended.",
  nextStep: "Run it in the terminal.",
  retryable: false,
} as const;
