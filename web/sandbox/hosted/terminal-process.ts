import type { MachineProcess } from "../node/node-machine.ts";
import { markReader } from "./shell-words.ts";

export interface TerminalOrder {
  readonly url: string;
  /** Typed first: starts the program. */
  readonly line: string;
  readonly resize: (columns: number, rows: number) => void;
  /** Ends the process with this number on the machine, and what it started. */
  readonly end: (pid: number) => void;
  /** The line broke while the program ran. */
  readonly onBroken: (detail: string) => void;
}

export interface TerminalProcess extends MachineProcess {
  /** The number of the program's shell on the machine; `null` before it is known and after it has ended. */
  readonly pid: number | null;
  /** Lets go of it: it goes on over there, unheard. */
  leave(): void;
}

/** Resizes of a moment are one, in milliseconds. */
const RESIZE_PAUSE = 150;
const OPEN_WITHIN = 20_000;

/** Runs one program in a terminal over a WebSocket. Resolves when it has begun. @throws when it can't */
export async function openTerminalProcess(order: TerminalOrder): Promise<TerminalProcess> {
  const socket = new WebSocket(order.url);
  socket.binaryType = "arraybuffer";
  const begun = Promise.withResolvers<void>();
  const exit = Promise.withResolvers<number>();
  const state = { pid: null as number | null, isLeft: false, isOver: false };
  const output = textStream();
  const over = (code: number) => {
    if (state.isOver) return;
    Object.assign(state, { isOver: true, pid: null });
    output.close();
    exit.resolve(code);
    socket.close();
  };
  const read = markReader({
    onPid: (pid) => {
      state.pid = pid;
      begun.resolve();
    },
    onText: output.push,
    onExit: over,
  });
  const decoder = new TextDecoder();
  socket.addEventListener("open", () => socket.send(order.line));
  socket.addEventListener("message", ({ data }: MessageEvent<string | ArrayBuffer>) => {
    // Texts are the provider's own words about the terminal; what programs print comes as bytes.
    if (typeof data !== "string") read(decoder.decode(data, { stream: true }));
    else if (!isControl(data)) read(data);
  });
  socket.addEventListener("close", ({ code, reason }) => {
    begun.reject(new Error(`The terminal closed (${code}).`));
    const ended = exitCodeIn(reason);
    if (!state.isOver && !state.isLeft && ended === null) order.onBroken(`closed with ${code}`);
    over(ended ?? 1);
  });
  const late = setTimeout(() => socket.close(), OPEN_WITHIN);
  await begun.promise.finally(() => clearTimeout(late));

  let resizing: ReturnType<typeof setTimeout> | undefined;
  const leave = () => {
    state.isLeft = true;
    over(0);
  };
  return {
    get pid() {
      return state.pid;
    },
    output: output.stream,
    exit: exit.promise,
    write: (text) => socket.readyState === WebSocket.OPEN && socket.send(text),
    resize: (columns, rows) => {
      clearTimeout(resizing);
      resizing = setTimeout(() => state.isOver || order.resize(columns, rows), RESIZE_PAUSE);
    },
    kill: () => {
      if (state.pid !== null) order.end(state.pid);
      leave();
    },
    leave,
  };
}

function textStream() {
  let controller: ReadableStreamDefaultController<string>;
  let isClosed = false;
  const stream = new ReadableStream<string>({
    start: (given) => {
      controller = given;
    },
    cancel: () => {
      isClosed = true;
    },
  });
  return {
    stream,
    push: (text: string) => {
      if (!isClosed) controller.enqueue(text);
    },
    close: () => {
      if (!isClosed) controller.close();
      isClosed = true;
    },
  };
}

function isControl(text: string): boolean {
  try {
    return (JSON.parse(text) as { type?: unknown }).type === "control";
  } catch {
    return false;
  }
}

/** Daytona closes a terminal with its program's end as JSON. */
function exitCodeIn(reason: string): number | null {
  try {
    const { exitCode } = JSON.parse(reason) as { exitCode?: unknown };
    return typeof exitCode === "number" ? exitCode : null;
  } catch {
    return null;
  }
}
