/**
 * The local runner as a process of its own beside the worker: it runs people's projects where there is no
 * Daytona account. It is run again when it ends by itself, on the same port with the same token.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import type { Writable } from "node:stream";
import { fail, type Failure, type Result, ok } from "../../shared/failure.ts";
import type { RunnerMessage } from "../runner/runner-process.ts";
import type { RunnerSettings } from "../runner/start-runner.ts";
import { fromRoot, ROOT } from "../paths.ts";

export interface LocalRunner {
  readonly port: number;
  /** Opens Daytona's API on it. */
  readonly token: string;
  /** Whether it serves; fails with what keeps it from starting. */
  readonly ready: Promise<Result<null>>;
  /** The process's id, for tests that end it hard. */
  pid(): number;
  /** Ends it, and with it all that it runs. */
  stop(): Promise<void>;
}

/** Ends in a row, without a quarter of a minute between them, after which it isn't run again. */
const MOST_RESTARTS = 5;
const LASTED_MS = 15_000;
const AGAIN_AFTER_MS = 500;
const STOP_WITHIN_MS = 10_000;

export type LocalRunnerSettings = Pick<RunnerSettings, "folder" | "appOrigins">;

/**
 * Starts it and doesn't wait: nothing on the screen needs it in the first moment. Its lines go to `log`.
 */
export async function startLocalRunner(
  settings: LocalRunnerSettings,
  log: Pick<Writable, "write">,
): Promise<LocalRunner> {
  const whole = {
    ...settings,
    token: randomBytes(32).toString("base64url"),
    port: await freePort(),
  };
  let current = runOnce(whole, log);
  const ready = current.answered;
  let isStopping = false;
  let failures = 0;
  const supervise = async () => {
    for (;;) {
      const startedAt = Date.now();
      const answer = await current.answered;
      if (!answer.ok)
        log.write(`${JSON.stringify({ event: "runner-failed", ...answer.failure })}\n`);
      await exitOf(current.child);
      failures = Date.now() - startedAt > LASTED_MS ? 1 : failures + 1;
      if (isStopping || failures > MOST_RESTARTS) return;
      await new Promise((wake) => setTimeout(wake, AGAIN_AFTER_MS));
      if (isStopping) return;
      current = runOnce(whole, log);
    }
  };
  void supervise();
  return {
    port: whole.port,
    token: whole.token,
    ready,
    pid: () => current.child.pid!,
    stop: async () => {
      isStopping = true;
      const { child } = current;
      child.kill("SIGTERM");
      const tooLong = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
      await exitOf(child);
      clearTimeout(tooLong);
    },
  };
}

interface Run {
  readonly child: ChildProcess;
  /** Whether it serves. */
  readonly answered: Promise<Result<null>>;
}

function runOnce(settings: RunnerSettings, log: Pick<Writable, "write">): Run {
  const child = spawn(process.execPath, [fromRoot("scripts/runner/runner-process.ts")], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Its own group: a Ctrl-C reaches the starter alone, which then ends all in order.
    detached: true,
  });
  // A child that is gone before it has read its settings; its exit tells the rest.
  child.on("error", (error) => log.write(`${String(error)}\n`));
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.on("data", (lines: Buffer) => log.write(lines));
  }
  const message = once(child, "message") as Promise<[RunnerMessage]>;
  // Settings go by message: a token among the arguments would be open to every account.
  child.send(settings);
  const died = exitOf(child).then(() => fail(DIED));
  const said = message.then(([answer]) => (answer.ok ? ok(null) : fail(answer.failure)));
  return { child, answered: Promise.race([said, died]) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

const DIED: Failure = {
  kind: "unavailable",
  message: "The local runner ended while it started.",
  nextStep: "Its lines are in the server’s log; RUNNER=off leaves it out.",
  retryable: true,
};

const exitOf = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
};
