/** Starting processes for a workspace, with or without a pseudo-terminal, and ending them for good. */
import { spawn as spawnChild } from "node:child_process";
import { constants } from "node:os";
import type { Owner } from "./beneath.ts";
import { limitedCommand, OUR_ENVIRONMENT, type CommandLine } from "./launch.ts";
import type { RunnerLimits } from "./limits.ts";
import { processesOfUid, treeOf } from "./process-table.ts";
import type { EndReason, ProcessExit, RunningProcess, TerminalSize } from "./workspace.ts";

export interface Launch {
  readonly command: CommandLine;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly owner: Owner | null;
  readonly limits: RunnerLimits;
  readonly pty: TerminalSize | null;
  readonly lastsMs: number;
}

/** A process, and what only the workspace may do with it. */
export interface OwnProcess extends RunningProcess {
  /** Notes why it, or something it started, was ended. */
  blame(reason: EndReason): void;
}

type OutputListener = (bytes: Uint8Array, from: "stdout" | "stderr") => void;

/** What a started program gives, with a terminal or without. */
interface Started {
  readonly pid: number;
  pause(): void;
  resume(): void;
  write(bytes: string | Uint8Array): void;
  endInput(): void;
  resize(size: TerminalSize): void;
}

interface Events {
  readonly onOutput: OutputListener;
  readonly onExit: (code: number) => void;
}

/** A daemon may hold on to the output of the process that started it; nobody waits for that longer. */
const OUTPUT_ENDS_WITHIN_MS = 300;

const exitCode = (
  code: number | null,
  signal: NodeJS.Signals | number | null | undefined,
): number => {
  const number = typeof signal === "string" ? constants.signals[signal] : (signal ?? 0);
  return number > 0 ? 128 + number : (code ?? 1);
};

/** Starts a program. @throws when the system has no process left for us */
export async function startProcess(launch: Launch): Promise<OwnProcess> {
  const listeners = new Set<OutputListener>();
  let settle: (exit: ProcessExit) => void = () => undefined;
  const exit = new Promise<ProcessExit>((resolve) => (settle = resolve));
  let reason: EndReason | null = null;
  let hasEnded = false;
  const events: Events = {
    onOutput: (bytes, from) => {
      for (const listener of listeners) listener(bytes, from);
    },
    onExit: (code) => {
      hasEnded = true;
      clearTimeout(clock);
      settle({ code, reason });
    },
  };
  const started = launch.pty
    ? await startInTerminal(launch, launch.pty, events)
    : await startPiped(launch, events);
  const blame = (why: EndReason) => {
    reason ??= why;
  };
  const tooLong = () => {
    blame("time");
    signalTree(started.pid, "SIGKILL", launch.owner);
  };
  const clock = setTimeout(tooLong, Math.min(launch.lastsMs, launch.limits.processMs));
  return {
    ...started,
    exit,
    blame,
    onOutput: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    kill: (signal = "SIGTERM") => {
      if (hasEnded) return;
      signalTree(started.pid, signal, launch.owner);
      setTimeout(() => {
        if (!hasEnded) signalTree(started.pid, "SIGKILL", launch.owner);
      }, launch.limits.graceMs).unref();
    },
  };
}

const limitedCommandOf = ({ owner, limits, environment, command, pty }: Launch): CommandLine =>
  limitedCommand(
    owner,
    limits,
    pty ? { TERM: "xterm-256color", COLORTERM: "truecolor", ...environment } : environment,
    command,
  );

async function startPiped(launch: Launch, events: Events): Promise<Started> {
  const [file, ...args] = limitedCommandOf(launch);
  const child = spawnChild(file, args, {
    cwd: launch.cwd,
    env: OUR_ENVIRONMENT,
    stdio: ["pipe", "pipe", "pipe"],
    // A session and group of its own, which `kill` reaches as a whole.
    detached: true,
  });
  await new Promise<void>((settle, reject) => {
    child.once("spawn", settle);
    child.once("error", reject);
  });
  const { stdin, stdout, stderr } = child;
  // A process that doesn't read what it is sent, or has gone meanwhile, is no error of ours.
  stdin.on("error", () => undefined);
  stdout.on("data", (bytes: Buffer) => events.onOutput(bytes, "stdout"));
  stderr.on("data", (bytes: Buffer) => events.onOutput(bytes, "stderr"));
  child.once("exit", (code, signal) => {
    const done = () => {
      clearTimeout(tooLong);
      stdout.destroy();
      stderr.destroy();
      events.onExit(exitCode(code, signal));
    };
    const tooLong = setTimeout(done, OUTPUT_ENDS_WITHIN_MS);
    child.once("close", done);
  });
  return {
    pid: child.pid!,
    pause: () => void (stdout.pause(), stderr.pause()),
    resume: () => void (stdout.resume(), stderr.resume()),
    write: (bytes) => void stdin.write(bytes),
    endInput: () => void stdin.end(),
    resize: () => undefined,
  };
}

async function startInTerminal(
  launch: Launch,
  { columns, rows }: TerminalSize,
  events: Events,
): Promise<Started> {
  const { spawn } = await import("@lydell/node-pty");
  const [file, ...args] = limitedCommandOf(launch);
  const terminal = spawn(file, args, {
    cols: columns,
    rows,
    cwd: launch.cwd,
    env: OUR_ENVIRONMENT,
    // Bytes, as the declaration doesn't say.
    encoding: null,
  });
  terminal.onData((bytes) => events.onOutput(bytes as unknown as Uint8Array, "stdout"));
  let hasEnded = false;
  terminal.onExit(({ exitCode: code, signal }) => {
    hasEnded = true;
    events.onExit(exitCode(code, signal));
  });
  const unlessEnded = (work: () => void) => {
    if (!hasEnded) work();
  };
  return {
    pid: terminal.pid,
    pause: () => unlessEnded(() => terminal.pause()),
    resume: () => unlessEnded(() => terminal.resume()),
    write: (bytes) => unlessEnded(() => terminal.write(bytes as string)),
    endInput: () => undefined,
    resize: (size) => unlessEnded(() => terminal.resize(size.columns, size.rows)),
  };
}

const signal = (pid: number, name: NodeJS.Signals): boolean => {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    // It has gone.
    return false;
  }
};

/** A process, its group, and what descends from it though it has left the group. */
function signalTree(root: number, name: NodeJS.Signals, owner: Owner | null): void {
  const others = owner ? treeOf(root, processesOfUid(owner.uid)) : [root];
  signal(-root, name);
  for (const pid of others) signal(pid, name);
}

const MOST_ROUNDS = 200;

/**
 * Ends all processes that `find` finds, until none is left. They are held first: what is held makes no
 * more of its kind.
 */
export async function endAll(find: () => readonly { readonly pid: number }[]): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let found = find();
    if (found.length === 0) return;
    for (let held = 0, rounds = 0; held !== found.length && rounds < 50; rounds++) {
      held = found.length;
      for (const { pid } of found) signal(pid, "SIGSTOP");
      found = find();
    }
    for (const { pid } of found) signal(pid, "SIGKILL");
    await new Promise((wake) => setTimeout(wake, 5));
  }
}
