/** The toolbox's processes: commands, sessions, terminals. Shapes are those of the toolbox API client. */
import type { WebSocket } from "ws";
import { Declined, readJson, valueOf } from "../answers.ts";
import { SHELL } from "../launch.ts";
import { on, type Asked, type Handler, type Route } from "../router.ts";
import type { TerminalSize } from "../workspace.ts";
import { textsOf } from "./record.ts";
import type { RunningSandbox } from "./sandboxes.ts";
import type { LogPart, SessionCommand } from "./sessions.ts";
import type { Terminal } from "./terminals.ts";

type Open = (asked: Asked) => RunningSandbox;

/** Bytes of output that one answer carries; the oldest is dropped. */
const MOST_OUTPUT = 8 * 2 ** 20;

/** The routes of a sandbox's processes. */
export function processRoutes(open: Open): Route<Handler>[] {
  return [
    on("POST /process/execute", async (asked) =>
      execute(open(asked), await readJson(asked.request)),
    ),
    ...sessionRoutes(open),
    ...terminalRoutes(open),
  ];
}

async function execute(sandbox: RunningSandbox, body: Record<string, unknown>): Promise<unknown> {
  const { command, cwd, timeout } = body;
  if (typeof command !== "string" || command === "")
    throw new Declined(400, "“command” is missing.");
  const seconds = typeof timeout === "number" && timeout > 0 ? timeout : null;
  const running = valueOf(
    await sandbox.workspace.spawn({
      command: SHELL,
      args: ["-c", command],
      environment: { ...sandbox.environment(), ...textsOf(body.envs) },
      ...(typeof cwd === "string" && cwd !== "" ? { cwd } : {}),
      ...(seconds ? { lastsMs: seconds * 1000 } : {}),
    }),
  );
  running.endInput();
  const parts: Uint8Array[] = [];
  let size = 0;
  running.onOutput((bytes) => {
    parts.push(bytes);
    size += bytes.length;
    while (size > MOST_OUTPUT && parts.length > 1) size -= parts.shift()!.length;
  });
  const { code, reason } = await running.exit;
  if (reason === "time") {
    const message = `The command took longer than ${seconds} s and was ended.`;
    throw new Declined(408, message, "PROCESS_EXECUTION_TIMEOUT");
  }
  const result = Buffer.concat(parts).toString("utf8");
  const ended = reason ? `\nEnded: the workspace used more than its share of ${reason}.\n` : "";
  return { exitCode: code, result: result + ended };
}

const shownCommand = (command: SessionCommand) => ({
  id: command.id,
  command: command.command,
  ...(command.exitCode() === null ? {} : { exitCode: command.exitCode() }),
});

const outputOf = ({ log }: SessionCommand) => {
  const text = (fits: (from: string) => boolean) =>
    Buffer.concat(log.parts().flatMap(({ from, bytes }) => (fits(from) ? [bytes] : []))).toString();
  return {
    output: text(() => true),
    stdout: text((from) => from === "stdout"),
    stderr: text((from) => from === "stderr"),
  };
};

function sessionRoutes(open: Open): Route<Handler>[] {
  const show = (sandbox: RunningSandbox, sessionId: string) => ({
    sessionId,
    commands: sandbox.sessions.commands(sessionId).map(shownCommand),
  });
  return [
    on("POST /process/session", async (asked) => {
      const { sessionId } = await readJson(asked.request);
      if (typeof sessionId !== "string" || sessionId === "") {
        throw new Declined(400, "“sessionId” is missing.");
      }
      await open(asked).sessions.create(sessionId);
      return {};
    }),
    on("GET /process/session", async (asked) => {
      const sandbox = open(asked);
      return sandbox.sessions.list().map((id) => show(sandbox, id));
    }),
    on("GET /process/session/:session", async (asked) => show(open(asked), asked.params.session!)),
    on("DELETE /process/session/:session", async (asked) => {
      open(asked).sessions.remove(asked.params.session!);
      return {};
    }),
    on("POST /process/session/:session/exec", async (asked) => {
      const body = await readJson(asked.request);
      if (typeof body.command !== "string") throw new Declined(400, "“command” is missing.");
      const command = open(asked).sessions.run(asked.params.session!, body.command);
      if (body.runAsync === true || body.async === true) return { cmdId: command.id };
      await command.ended;
      return { cmdId: command.id, exitCode: command.exitCode(), ...outputOf(command) };
    }),
    on("GET /process/session/:session/command/:command", async (asked) =>
      shownCommand(commandOf(open, asked)),
    ),
    on("GET /process/session/:session/command/:command/logs", async (asked) =>
      outputOf(commandOf(open, asked)),
    ),
    on("POST /process/session/:session/command/:command/input", async (asked) => {
      const { data } = await readJson(asked.request);
      if (typeof data !== "string") throw new Declined(400, "“data” is missing.");
      const { session, command } = asked.params;
      open(asked).sessions.input(session!, command!, data.endsWith("\n") ? data : `${data}\n`);
      return {};
    }),
  ];
}

/** The command that an address names. @throws Declined with 404 */
export const commandOf = (open: Open, asked: Asked): SessionCommand =>
  open(asked).sessions.command(asked.params.session!, asked.params.command!);

/** What the SDK tells the two streams apart by, before each piece. */
const LABELS = { stdout: Buffer.from([1, 1, 1]), stderr: Buffer.from([2, 2, 2]) };

/** Bytes on their way to a reader, above which it misses some: the command doesn't wait for it. */
const MOST_BUFFERED = 8 * 2 ** 20;

/** Sends a command's output so far, then as it comes, and closes when it has ended. */
export function followLog(command: SessionCommand, socket: WebSocket): void {
  const send = ({ from, bytes }: LogPart) => {
    if (socket.bufferedAmount > MOST_BUFFERED) return;
    socket.send(Buffer.concat([LABELS[from], bytes]), { binary: true });
  };
  for (const part of command.log.parts()) send(part);
  const stop = command.log.follow(send);
  socket.on("close", stop);
  socket.on("error", () => socket.terminate());
  void command.ended.then(() => socket.close(1000));
}

const numberBetween = (value: unknown, least: number, most: number, otherwise: number): number => {
  const number = Number(value ?? otherwise);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Declined(400, `A terminal’s size is from ${least} to ${most}.`);
};

/** A terminal's size as it was asked for. @throws Declined */
export const sizeOf = (cols: unknown, rows: unknown): TerminalSize => ({
  columns: numberBetween(cols, 1, 1000, 80),
  rows: numberBetween(rows, 1, 1000, 24),
});

const shownTerminal = (terminal: Terminal) => ({
  id: terminal.id,
  cols: terminal.columns,
  rows: terminal.rows,
  cwd: terminal.cwd,
  envs: terminal.environment,
  active: terminal.isActive(),
  lazyStart: false,
  createdAt: new Date(terminal.createdAt).toISOString(),
});

function terminalRoutes(open: Open): Route<Handler>[] {
  return [
    on("POST /process/pty", async (asked) => {
      const { id, cols, rows, cwd, envs } = await readJson(asked.request);
      if (typeof id !== "string" || id === "") throw new Declined(400, "“id” is missing.");
      const terminal = await open(asked).terminals.create({
        id,
        ...sizeOf(cols, rows),
        cwd: typeof cwd === "string" && cwd !== "" ? cwd : null,
        environment: textsOf(envs),
      });
      return { sessionId: terminal.id };
    }),
    on("GET /process/pty", async (asked) => ({
      sessions: open(asked).terminals.list().map(shownTerminal),
    })),
    on("GET /process/pty/:pty", async (asked) =>
      shownTerminal(open(asked).terminals.get(asked.params.pty!)),
    ),
    on("DELETE /process/pty/:pty", async (asked) => {
      open(asked).terminals.remove(asked.params.pty!);
      return {};
    }),
    on("POST /process/pty/:pty/resize", async (asked) => {
      const { cols, rows } = await readJson(asked.request);
      return shownTerminal(open(asked).terminals.resize(asked.params.pty!, sizeOf(cols, rows)));
    }),
  ];
}
