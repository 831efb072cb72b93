/**
 * Daytona's sessions: a shell that stays, in which commands run one after the other and leave their
 * folder and variables to the next. Each command's output is kept apart by marks that only we know.
 */
import { randomBytes, randomUUID } from "node:crypto";
import { Declined, valueOf } from "../answers.ts";
import { SHELL } from "../launch.ts";
import type { RunningProcess, Workspace } from "../workspace.ts";

type From = "stdout" | "stderr";

export interface SessionCommand {
  readonly id: string;
  readonly command: string;
  exitCode(): number | null;
  readonly log: CommandLog;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
}

export interface CommandLog {
  /** What was written so far, in its order; the oldest is dropped when there is too much. */
  parts(): readonly LogPart[];
  follow(listener: (part: LogPart) => void): () => void;
}

export interface LogPart {
  readonly from: From;
  readonly bytes: Uint8Array;
}

export interface Sessions {
  /** @throws Declined with 409 when it is there */
  create(id: string): Promise<void>;
  /** @throws Declined with 404 */
  commands(id: string): readonly SessionCommand[];
  command(id: string, commandId: string): SessionCommand;
  /** Starts a command when those before it have ended. @throws Declined */
  run(id: string, command: string): SessionCommand;
  /** To the command's standard input. */
  input(id: string, commandId: string, text: string): void;
  remove(id: string): void;
  list(): readonly string[];
}

/** Bytes kept of one command's output. */
const MOST_KEPT = 4 * 2 ** 20;

interface RunningCommand extends SessionCommand {
  readonly mark: string;
  readonly add: (part: LogPart) => void;
  readonly end: (code: number) => void;
}

function newCommand(command: string): RunningCommand {
  const parts: LogPart[] = [];
  let size = 0;
  let code: number | null = null;
  const listeners = new Set<(part: LogPart) => void>();
  let settle = () => {};
  const ended = new Promise<void>((resolve) => (settle = resolve));
  return {
    id: randomUUID(),
    command,
    mark: `\u001e${randomBytes(12).toString("hex")}:`,
    exitCode: () => code,
    ended,
    log: {
      parts: () => parts,
      follow: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    add: (part) => {
      parts.push(part);
      size += part.bytes.length;
      while (size > MOST_KEPT && parts.length > 1) size -= parts.shift()!.bytes.length;
      for (const listener of listeners) listener(part);
    },
    end: (exitCode) => {
      code ??= exitCode;
      settle();
    },
  };
}

/** A command's end as the shell writes it: mark, exit code, and the mark's first character again. */
const END = /^(\d+)\u001e/;

/** Cuts a shell's stream at the marks. Bytes that may be the beginning of one are held back. */
function cutAtMarks(
  current: () => RunningCommand | null,
  from: From,
  onEnd: (code: number) => void,
) {
  let held = Buffer.alloc(0);
  return (bytes: Uint8Array) => {
    held = Buffer.concat([held, bytes]);
    for (;;) {
      const command = current();
      if (!command) {
        held = Buffer.alloc(0);
        return;
      }
      const at = held.indexOf(command.mark);
      const rest = at < 0 ? null : held.subarray(at + command.mark.length).toString("latin1");
      const code = rest === null ? null : END.exec(rest);
      if (code === null) {
        const safe = at < 0 ? startOfMark(held, command.mark) : at;
        if (safe > 0) command.add({ from, bytes: Uint8Array.from(held.subarray(0, safe)) });
        held = held.subarray(safe);
        return;
      }
      if (at > 0) command.add({ from, bytes: Uint8Array.from(held.subarray(0, at)) });
      held = held.subarray(at + command.mark.length + code[0].length);
      onEnd(Number(code[1]));
    }
  };
}

/** Where at the end of the bytes a mark may begin; their length when none does. */
function startOfMark(bytes: Buffer, mark: string): number {
  const last = bytes.lastIndexOf(mark[0]!);
  const isPart = last >= 0 && mark.startsWith(bytes.subarray(last).toString("latin1"));
  return isPart ? last : bytes.length;
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** One shell with its commands. */
function newSession(shell: RunningProcess) {
  const commands: RunningCommand[] = [];
  const waiting: RunningCommand[] = [];
  let current: RunningCommand | null = null;
  let hasEnded = false;
  let marksSeen = 0;

  const next = () => {
    current = waiting.shift() ?? null;
    marksSeen = 0;
    if (!current) return;
    const { command, mark } = current;
    // One line, read whole before it runs: what the command reads from its input is what comes after.
    const say = `printf '%s%d\\036' ${quoted(mark)} "$code"`;
    shell.write(`eval ${quoted(command)}; code=$?; ${say}; ${say} >&2\n`);
  };
  const onMark = (code: number) => {
    marksSeen += 1;
    // Both streams say it; the command has ended when both have.
    if (marksSeen < 2) return;
    current?.end(code);
    next();
  };
  /** A stream that has seen its mark adds nothing more to this command. */
  const streams = {
    stdout: cutAtMarks(() => current, "stdout", onMark),
    stderr: cutAtMarks(() => current, "stderr", onMark),
  };
  shell.onOutput((bytes, from) => streams[from](bytes));
  void shell.exit.then(({ code }) => {
    hasEnded = true;
    for (const command of current ? [current, ...waiting] : waiting) command.end(code);
  });
  return {
    commands,
    hasEnded: () => hasEnded,
    current: () => current,
    shell,
    run: (text: string): RunningCommand => {
      const command = newCommand(text);
      commands.push(command);
      waiting.push(command);
      if (!current) next();
      return command;
    },
  };
}

/** The sessions of one sandbox. */
export function createSessions(
  workspace: Workspace,
  environment: () => Readonly<Record<string, string>>,
): Sessions {
  const sessions = new Map<string, ReturnType<typeof newSession>>();
  const find = (id: string) => {
    const session = sessions.get(id);
    if (!session) throw new Declined(404, `There is no session “${id}”.`, "PROCESS_NOT_FOUND");
    return session;
  };
  const findCommand = (id: string, commandId: string) => {
    const command = find(id).commands.find((each) => each.id === commandId);
    if (!command) throw new Declined(404, "There is no such command.", "PROCESS_NOT_FOUND");
    return command;
  };
  return {
    create: async (id) => {
      if (sessions.has(id)) throw new Declined(409, `A session “${id}” is there.`, "CONFLICT");
      const shell = valueOf(await workspace.spawn({ command: SHELL, environment: environment() }));
      sessions.set(id, newSession(shell));
    },
    commands: (id) => find(id).commands,
    command: findCommand,
    run: (id, command) => {
      const session = find(id);
      if (session.hasEnded()) {
        throw new Declined(410, "The session’s shell has ended. Make a new one.", "SESSION_ENDED");
      }
      return session.run(command);
    },
    input: (id, commandId, text) => {
      const session = find(id);
      if (session.current() !== findCommand(id, commandId)) {
        throw new Declined(410, "The command has ended.", "COMMAND_ALREADY_COMPLETED");
      }
      session.shell.write(text);
    },
    remove: (id) => {
      find(id).shell.kill();
      sessions.delete(id);
    },
    list: () => [...sessions.keys()],
  };
}
