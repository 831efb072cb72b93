/** The built worker in a process group of its own, run again when it ends by itself. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Writable } from "node:stream";
import { fromRoot, ROOT } from "../paths.ts";
import type { WorkerMessage } from "./worker-process.ts";

export interface StartedWorker {
  /** Resolves when it has ended for good, with the exit code. */
  readonly ended: Promise<number>;
  /** The process group's id, for tests that end it hard. */
  groupId(): number;
  stop(): Promise<void>;
}

/** Ends in a row, without a quarter of a minute between them, after which it isn't run again. */
const MOST_RESTARTS = 3;
const LASTED_MS = 15_000;
const STOP_WITHIN_MS = 5_000;

/**
 * Starts it; resolves when it answers.
 * @param mostRestarts after so many quick ends in a row it isn't run again
 * @throws when it ends before that
 */
export async function startWorker(
  settings: WorkerMessage,
  log: Writable,
  mostRestarts = MOST_RESTARTS,
): Promise<StartedWorker> {
  let stopping = false;
  let failures = 0;
  let child = await runOnce(settings, log);
  const ended = (async () => {
    for (;;) {
      const startedAt = Date.now();
      const code = await exitOf(child);
      if (stopping) return 0;
      failures = Date.now() - startedAt > LASTED_MS ? 1 : failures + 1;
      if (failures > mostRestarts) return code || 1;
      killGroup(child);
      child = await runOnce(settings, log);
    }
  })();
  ended.catch(() => undefined);
  return {
    ended,
    groupId: () => child.pid!,
    stop: async () => {
      stopping = true;
      child.kill("SIGINT");
      const tooLong = setTimeout(() => killGroup(child), STOP_WITHIN_MS);
      await exitOf(child);
      clearTimeout(tooLong);
      killGroup(child);
    },
  };
}

async function runOnce(settings: WorkerMessage, log: Writable): Promise<ChildProcess> {
  const child = spawn(process.execPath, [fromRoot("scripts/local/worker-process.ts")], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Its own group: a Ctrl-C reaches the starter alone, which then ends all in order.
    detached: true,
  });
  child.stdout!.pipe(log, { end: false });
  child.stderr!.pipe(log, { end: false });
  const ready = once(child, "message");
  child.send(settings);
  const code = await Promise.race([ready.then(() => null), exitOf(child)]);
  if (code !== null) throw new Error("the server ended while starting");
  return child;
}

const exitOf = async (child: ChildProcess): Promise<number> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode ?? 1;
};

/** workerd is a child of the child: it goes with the group. */
function killGroup(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, "SIGKILL");
  } catch {
    // Nothing of it is left.
  }
}
