/** Daytona's pseudo-terminals: each has a name, and any number of WebSockets that watch and type. */
import { WebSocket } from "ws";
import { Declined, valueOf } from "../answers.ts";
import { SHELL } from "../launch.ts";
import type { RunningProcess, TerminalSize, Workspace } from "../workspace.ts";

export interface TerminalRequest extends TerminalSize {
  readonly id: string;
  readonly cwd: string | null;
  readonly environment: Readonly<Record<string, string>>;
}

export interface Terminal extends TerminalSize {
  readonly id: string;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  isActive(): boolean;
  /** Shows the terminal to a WebSocket; `wantsExit`: it understands being told of the end. */
  connect(socket: WebSocket, wantsExit: boolean): void;
}

export interface Terminals {
  /** @throws Declined with 409 when the name is taken */
  create(request: TerminalRequest): Promise<Terminal>;
  /** @throws Declined with 404 */
  get(id: string): Terminal;
  list(): readonly Terminal[];
  resize(id: string, size: TerminalSize): Terminal;
  remove(id: string): void;
}

/** Bytes on their way to a slow watcher, above which the program waits, and below which it goes on. */
const MOST_BUFFERED = 1_000_000;
const MOST_TERMINALS = 20;
/** Pieces of output kept for the first watcher. */
const MOST_UNSEEN = 64;

interface Own extends Terminal {
  columns: number;
  rows: number;
  readonly shell: RunningProcess;
}

/** The terminals of one sandbox. */
export function createTerminals(
  workspace: Workspace,
  environment: () => Readonly<Record<string, string>>,
): Terminals {
  const terminals = new Map<string, Own>();
  const find = (id: string): Own => {
    const terminal = terminals.get(id);
    if (!terminal) throw new Declined(404, `There is no terminal “${id}”.`, "PROCESS_NOT_FOUND");
    return terminal;
  };
  return {
    create: async (request) => {
      if (terminals.has(request.id)) {
        throw new Declined(409, `A terminal “${request.id}” is there already.`, "CONFLICT");
      }
      if (terminals.size >= MOST_TERMINALS) {
        throw new Declined(429, "The sandbox has too many terminals. Close one.", "QUOTA_EXCEEDED");
      }
      const { columns, rows } = request;
      const shell = valueOf(
        await workspace.spawn({
          command: SHELL,
          args: ["-i"],
          pty: { columns, rows },
          environment: { ...environment(), ...request.environment },
          ...(request.cwd === null ? {} : { cwd: request.cwd }),
        }),
      );
      const terminal = watchShell(shell, request, workspace.folder);
      terminals.set(request.id, terminal);
      void shell.exit.then(() => {
        if (terminals.get(request.id) === terminal) terminals.delete(request.id);
      });
      return terminal;
    },
    get: find,
    list: () => [...terminals.values()],
    resize: (id, { columns, rows }) => {
      const terminal = find(id);
      terminal.shell.resize({ columns, rows });
      Object.assign(terminal, { columns, rows });
      return terminal;
    },
    remove: (id) => {
      // A shell in a terminal ignores being asked; hanging up is what it listens to.
      find(id).shell.kill("SIGHUP");
      terminals.delete(id);
    },
  };
}

function watchShell(shell: RunningProcess, request: TerminalRequest, folder: string): Own {
  const watchers = new Set<WebSocket>();
  let exitCode: number | null = null;
  let isPaused = false;
  /** What was written before anybody watched: the first prompt. `null` from then on. */
  let unseen: Uint8Array[] | null = [];

  const flow = () => {
    const most = Math.max(0, ...[...watchers].map(({ bufferedAmount }) => bufferedAmount));
    if (!isPaused && most > MOST_BUFFERED) {
      isPaused = true;
      shell.pause();
    } else if (isPaused && most < MOST_BUFFERED / 2) {
      isPaused = false;
      shell.resume();
    }
  };
  shell.onOutput((bytes) => {
    unseen?.push(bytes);
    if (unseen && unseen.length > MOST_UNSEEN) unseen.shift();
    for (const watcher of watchers) watcher.send(bytes, { binary: true }, flow);
    flow();
  });

  const sayExit = (watcher: WebSocket, wantsExit: boolean) => {
    const end = { exitCode, ...(exitCode === 0 ? {} : { exitReason: `exit code ${exitCode}` }) };
    if (wantsExit) watcher.send(JSON.stringify({ type: "control", status: "exited", ...end }));
    watcher.close(1000, JSON.stringify(end));
  };
  void shell.exit.then(({ code }) => {
    exitCode = code;
  });

  return {
    id: request.id,
    columns: request.columns,
    rows: request.rows,
    cwd: request.cwd ?? folder,
    environment: request.environment,
    createdAt: Date.now(),
    shell,
    isActive: () => exitCode === null,
    connect: (watcher, wantsExit) => {
      watchers.add(watcher);
      watcher.send(JSON.stringify({ type: "control", status: "connected" }));
      for (const bytes of unseen ?? []) watcher.send(bytes, { binary: true });
      unseen = null;
      watcher.on("message", (message: Buffer) => shell.write(message));
      watcher.on("error", () => watcher.terminate());
      watcher.on("close", () => {
        watchers.delete(watcher);
        flow();
      });
      void shell.exit.then(() => {
        if (watcher.readyState === WebSocket.OPEN) sayExit(watcher, wantsExit);
      });
    },
  };
}
