/**
 * The document at `/headless`: says `init` to the app's window with a port, then is what
 * `@webcontainer/api` 1.6 expects behind it, by comlink 4.3.
 */
import * as Comlink from "comlink";
import { connectRunner, type Connection } from "./connection.ts";
import { frameFiles } from "./files.ts";

interface BuildOptions {
  readonly workdirName?: string;
  readonly forwardPreviewErrors?: boolean | "exceptions-only";
}
interface RunOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Record<string, string | number | boolean>;
  readonly terminal?: { readonly cols: number; readonly rows: number };
}
type Output = (bytes: Uint8Array | null) => unknown;
type Listener = (...values: unknown[]) => unknown;
interface ScriptOptions {
  readonly type?: "module" | "importmap";
  readonly defer?: boolean;
  readonly async?: boolean;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

async function build(options: BuildOptions) {
  const listeners = new Map<string, Set<Listener>>();
  const tell = (event: string, ...values: unknown[]) => {
    for (const listener of listeners.get(event) ?? []) void listener(...values);
  };
  /** Processes end with the line; nobody else would say so. */
  const onLost = new Set<() => void>();
  const connection = await connectRunner(() => {
    for (const end of onLost) end();
    tell("error", { message: "The local runner has gone." });
  });
  connection.on((message) => {
    if (message.event === "port") {
      tell("port", message.port, message.state, message.url);
      if (message.state === "open") tell("server-ready", message.port, message.url);
    }
    if (message.event === "preview-message") tell("preview-message", message.message);
    if (message.event === "error") tell("error", { message: message.message });
  });
  const { forwardPreviewErrors } = options;
  const runtime = await connection.ask("open", {
    ...(forwardPreviewErrors !== undefined && { forwardPreviewErrors }),
  });

  return Comlink.proxy({
    fs: () => Comlink.proxy(frameFiles(connection)),
    run: (asked: RunOptions, _out: unknown, _err: unknown, output?: Output) =>
      run(connection, onLost, asked, output),
    on: (event: string, listener: Listener) => {
      const those = listeners.get(event) ?? new Set();
      listeners.set(event, those.add(listener));
      return Comlink.proxy(() => void those.delete(listener));
    },
    loadFiles: (tree: Uint8Array, options: { mountPoints?: string } = {}) =>
      connection.ask("load", { tree: decoder.decode(tree), at: options.mountPoints ?? "" }),
    serialize: async (path: string, options: { format: string; excludes?: string[] }) => {
      if (options.format !== "json") {
        throw new Error(`The local runner exports json, not ${options.format}.`);
      }
      const { excludes = [] } = options;
      const { tree } = await connection.ask("serialize", { path, excludes });
      const bytes = encoder.encode(tree);
      return Comlink.transfer(bytes, [bytes.buffer]);
    },
    setPreviewScript: (source: string, given: ScriptOptions = {}) =>
      connection.ask("setPreviewScript", { source, ...given }),
    previewScript: () => null,
    runtimeInfo: () => runtime,
    setCredentials: () => undefined,
    teardown: () => connection.close(),
  });
}

/** A process as the SDK's own wraps it: bytes out, `null` at the end, `onExit` a promise. */
async function run(
  connection: Connection,
  onLost: Set<() => void>,
  { command, args, cwd, env, terminal }: RunOptions,
  output: Output | undefined,
) {
  const exit = Promise.withResolvers<number>();
  // Output may come before the answer that names the process.
  const early: { process: number; text?: string; code?: number }[] = [];
  let process: number | null = null;
  const hear = (message: { process: number; text?: string; code?: number }) => {
    if (process === null) return void early.push(message);
    if (message.process !== process) return;
    if (message.text !== undefined) void output?.(encoder.encode(message.text));
    if (message.code !== undefined) end(message.code);
  };
  const stop = connection.on((message) => {
    if (message.event === "output" || message.event === "exit") hear(message);
  });
  const lose = () => end(137);
  function end(code: number) {
    stop();
    onLost.delete(lose);
    void output?.(null);
    exit.resolve(code);
  }
  onLost.add(lose);
  try {
    ({ process } = await connection.ask("run", {
      command,
      args: [...args],
      ...(cwd !== undefined && { cwd }),
      ...(env && { env }),
      ...(terminal && { terminal }),
    }));
  } catch (error) {
    stop();
    onLost.delete(lose);
    throw error;
  }
  for (const message of early) hear(message);
  const id = process;
  const quietly = (asked: Promise<unknown>) => void asked.catch(() => undefined);
  return Comlink.proxy({
    onExit: exit.promise,
    write: (text: string) => quietly(connection.ask("input", { process: id, text })),
    resize: ({ cols, rows }: { cols: number; rows: number }) =>
      quietly(connection.ask("resize", { process: id, cols, rows })),
    kill: () => quietly(connection.ask("kill", { process: id })),
  });
}

/** The app's window that embeds us; nobody else is told anything. */
function appOrigin(): string | null {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="app-origins"]');
  const allowed = JSON.parse(meta?.content ?? "[]") as string[];
  const embedder =
    location.ancestorOrigins?.[0] ?? new URL(document.referrer || "about:blank").origin;
  return allowed.find((origin) => origin === embedder) ?? null;
}

const target = appOrigin();
if (parent !== window && target !== null) {
  const { port1, port2 } = new MessageChannel();
  Comlink.expose({ build }, port1);
  parent.postMessage({ type: "init" }, target, [port2]);
}
