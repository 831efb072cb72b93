import type { Problem, StackFrame } from "../../../shared/build.ts";
import type { MachineProcess, NodeMachine } from "./node-machine.ts";
// oxlint-disable-next-line import/default -- Vite gives the file as text
import previewScript from "./inside/preview.mjs?raw";
// oxlint-disable-next-line import/default -- the same
import serveScript from "./inside/serve.mjs?raw";
// oxlint-disable-next-line import/default -- the same
import takeOverScript from "./inside/take-over.mjs?raw";
import { readLines } from "./output-lines.ts";

const MARK = "@cv2web@";

/** What the dev server says of a problem; its message may carry colours and a code frame. */
export interface RawProblem extends Pick<Problem, "kind" | "message" | "path" | "line" | "column"> {
  readonly specifier?: string;
}

export interface BuildReport {
  readonly update: "hot" | "reload" | "none";
  readonly problems: readonly RawProblem[];
  readonly durationMs: number;
  /** Counts the updates that were sent to the page; 0 when this sent none. */
  readonly stamp?: number;
  /** Vite has started again: the page must be loaded afresh from outside. */
  readonly isRestart?: boolean;
}

/** What serve.mjs says. */
type Said =
  | ({ readonly type: "ready"; readonly port: number } & Omit<BuildReport, "update">)
  | ({ readonly type: "turn"; readonly revision: number } & BuildReport)
  | { readonly type: "changed"; readonly paths: readonly string[] }
  | ({ readonly type: "outside" } & BuildReport)
  | { readonly type: "located"; readonly id: number; readonly frames: readonly StackFrame[] }
  | { readonly type: "error"; readonly message: string };

export interface ChangedPath {
  readonly path: string;
  readonly type: "create" | "update" | "delete";
}

export interface DevServer {
  /** Resolves when the first build has ended; `null` when the process ended before. */
  readonly ready: Promise<(Omit<BuildReport, "update"> & { readonly port: number }) | null>;
  /** Tells of files that have changed; resolves when the update is on its way to the page. */
  turn(revision: number, changes: readonly ChangedPath[]): Promise<BuildReport | null>;
  /** The places of a page's stack in the project's sources; empty when they can't be told. */
  locate(stack: string): Promise<readonly StackFrame[]>;
  /** Shows an error over the page, as Vite shows its own. */
  showOverlay(problem: Problem): void;
  readonly exit: Promise<number>;
  stop(): void;
}

export interface DevServerListeners {
  readonly onLine: (line: string) => void;
  /** Files that something else than a turn has changed; they are built next. */
  readonly onChanged: (paths: readonly string[]) => void;
  /** A change made in the terminal has been built. */
  readonly onOutside: (report: BuildReport) => void;
}

/** The files of ours that run beside the project's Vite. They lie in node_modules: never the project's. */
const OUR_FILES = {
  "serve.mjs": serveScript,
  "preview.mjs": previewScript,
  "take-over.mjs": takeOverScript,
} as const;

/** Starts the project's Vite under `inside/serve.mjs`. Packages must be installed. */
export async function startDevServer(
  machine: NodeMachine,
  listeners: DevServerListeners,
): Promise<DevServer> {
  const process = await machine.serve(OUR_FILES, "take-over.mjs");
  const waiting = answersOf(process, listeners);
  let asked = 0;
  const send = (message: object) => process.write(`${MARK}${JSON.stringify(message)}\n`);
  return {
    ready: waiting.ready,
    turn: (revision, changes) => {
      const built = waiting.turn(revision);
      send({ type: "turn", revision, changes });
      return built;
    },
    locate: async (stack) => {
      asked += 1;
      const located = waiting.located(asked);
      send({ type: "locate", id: asked, stack });
      return (await located) ?? [];
    },
    showOverlay: (problem) => send({ type: "overlay", err: overlayError(problem) }),
    exit: process.exit,
    stop: () => process.kill(),
  };
}

/** Ties what is said to who waits for it; when the process ends, all who wait get `null`. */
function answersOf(process: MachineProcess, listeners: DevServerListeners) {
  const ready = Promise.withResolvers<(Said & { type: "ready" }) | null>();
  const turns = new Map<number, (report: BuildReport | null) => void>();
  const located = new Map<number, (frames: readonly StackFrame[] | null) => void>();
  let isOver = false;

  const hear = (said: Said) => {
    if (said.type === "ready") ready.resolve(said);
    if (said.type === "outside") listeners.onOutside(said);
    if (said.type === "changed") listeners.onChanged(said.paths);
    if (said.type === "error") listeners.onLine(said.message);
    if (said.type === "turn") {
      turns.get(said.revision)?.(said);
      turns.delete(said.revision);
    }
    if (said.type === "located") {
      located.get(said.id)?.(said.frames);
      located.delete(said.id);
    }
  };
  const wait = <T>(waiting: Map<number, (value: T | null) => void>, key: number) =>
    new Promise<T | null>((settle) => {
      if (isOver) settle(null);
      else waiting.set(key, settle);
    });
  void readLines(process.output, (line) => {
    const said = readSaid(line);
    if (said !== null) hear(said);
    else if (line.trim() !== "") listeners.onLine(line);
  }).then(() => {
    isOver = true;
    ready.resolve(null);
    for (const settle of [...turns.values(), ...located.values()]) settle(null);
  });
  return {
    ready: ready.promise,
    turn: (revision: number) => wait(turns, revision),
    located: (id: number) => wait(located, id),
  };
}

/** A line that serve.mjs said; `null` for everybody else's, and for what a terminal echoes of ours. */
export function readSaid(line: string): Said | null {
  if (!line.startsWith(MARK)) return null;
  try {
    return JSON.parse(line.slice(MARK.length)) as Said;
  } catch {
    return null;
  }
}

/** As Vite's overlay takes it. */
function overlayError({ message, path, line, column, excerpt, stack }: Problem) {
  const place = [path, line, column].filter((part) => part !== undefined).join(":");
  const code = excerpt?.lines.map((text, at) => `${excerpt.start + at} | ${text}`).join("\n");
  const calls = (stack ?? []).map(
    (call) => `    at ${call.functionName} (${call.path}:${call.line})`,
  );
  return { message, stack: calls.join("\n"), id: place, frame: code ?? "" };
}
