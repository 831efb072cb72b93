/**
 * One boot of `@webcontainer/api` in a page: a workspace of the runner, which lives as long as the
 * page's WebSocket.
 */
import { Buffer } from "node:buffer";
import type { Result } from "../../../shared/failure.ts";
import type { RunningProcess, Workspace, Workspaces } from "../workspace.ts";
import { filesOfTree, treeOfFiles } from "./file-tree.ts";
import {
  QUESTIONS,
  questionSchema,
  type AnswerTo,
  type FromRunner,
  type QuestionName,
  type QuestionOf,
} from "./messages.ts";

export interface SessionParts {
  readonly workspaces: Workspaces;
  /** Unique among all sessions, a DNS label of at most 50 characters, not to be guessed. */
  readonly id: string;
  /** Where a browser reaches a port of this workspace. */
  readonly previewUrl: (port: number) => string;
  readonly send: (message: FromRunner) => void;
}

/** What the proxy puts into every page of the workspace. */
export interface PreviewScript {
  readonly source: string;
  readonly type?: "module" | "importmap" | undefined;
  readonly defer?: boolean | undefined;
  readonly async?: boolean | undefined;
}

/** WebContainer's own shell has another name on a machine. */
const SHELL = "jsh";
const OUR_SHELL = { command: "/bin/bash", args: ["--norc", "-i"] } as const;
const SHELL_ENVIRONMENT = { TERM: "xterm-256color", PS1: "\\W $ ", HISTCONTROL: "ignoredups" };

const nameCode: Readonly<Record<string, string>> = {
  "not-found": "ENOENT",
  forbidden: "EACCES",
  "too-large": "EFBIG",
  "quota-exceeded": "ENOSPC",
};

class CallError extends Error {
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { kind, message, detail } = result.failure;
  const code = nameCode[kind] ?? "EINVAL";
  throw new CallError(`${code}: ${message}${detail ? ` ${detail}` : ""}`, code);
}

type Handlers = { readonly [Name in QuestionName]: (input: QuestionOf<Name>) => Promise<unknown> };

export class Session {
  readonly id: string;
  forwardPreviewErrors: boolean | "exceptions-only" = false;
  previewScript: PreviewScript | null = null;
  readonly #parts: SessionParts;
  #workspace: Workspace | null = null;
  #opening: Promise<unknown> = Promise.resolve();
  #processes = new Map<number, RunningProcess>();
  #watches = new Map<number, () => void>();
  #isClosed = false;
  #count = 0;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.id = parts.id;
  }

  /** The workspace, for the proxy; `null` before `open` and after `close`. */
  get workspace(): Workspace | null {
    return this.#workspace;
  }

  /** Tells the page's listeners, as the SDK's `preview-message` event. */
  tellPreviewMessage(message: object): void {
    this.#parts.send({ event: "preview-message", message });
  }

  /** Answers one message of the frame. */
  async hear(text: string): Promise<void> {
    const question = questionSchema.safeParse(readJson(text));
    if (!question.success) return;
    const { id, name, input } = question.data;
    try {
      const parsed = QUESTIONS[name].parse(input);
      const value = await (this.#handlers[name] as (given: unknown) => Promise<unknown>)(parsed);
      this.#parts.send({ id, value: value ?? null });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const code = error instanceof CallError ? error.code : "EINVAL";
      this.#parts.send({ id, error: { message, code } });
    }
  }

  /** Ends all that runs and removes the files. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#opening.catch(() => undefined);
    for (const stop of this.#watches.values()) stop();
    const workspace = this.#workspace;
    this.#workspace = null;
    if (workspace !== null) await this.#parts.workspaces.remove(workspace.id);
  }

  get #open(): Workspace {
    if (this.#workspace === null) throw new CallError("The container isn't booted.", "EINVAL");
    return this.#workspace;
  }

  #process(id: number): RunningProcess | undefined {
    return this.#processes.get(id);
  }

  #handlers: Handlers = {
    open: (input) => {
      this.forwardPreviewErrors = input.forwardPreviewErrors ?? false;
      const opening = this.#create();
      this.#opening = opening;
      return opening;
    },
    load: async ({ tree, at }) => {
      valueOf(await this.#open.files.write(filesOfTree(tree, at)));
    },
    read: async ({ path }): Promise<AnswerTo["read"]> => {
      const bytes = valueOf(await this.#open.files.read(path));
      return { base64: Buffer.from(bytes).toString("base64") };
    },
    write: async ({ path, base64 }) => {
      valueOf(await this.#open.files.write([{ path, bytes: Buffer.from(base64, "base64") }]));
    },
    list: async ({ path }): Promise<AnswerTo["list"]> =>
      valueOf(await this.#open.files.list(path)).map(({ name, kind }) => ({
        name,
        isFolder: kind === "folder",
      })),
    makeFolder: async ({ path }) => {
      valueOf(await this.#open.files.makeFolder(path));
    },
    remove: async ({ path, recursive, force }) => {
      const removed = await this.#open.files.remove(path, recursive);
      if (!removed.ok && force && removed.failure.kind === "not-found") return;
      valueOf(removed);
    },
    move: async ({ from, to }) => {
      valueOf(await this.#open.files.move(from, to));
    },
    watch: async ({ watch, path, recursive }) => {
      const folder = path.replace(/^\.?\/?|\/$/g, "");
      const stop = this.#open.watch((paths) => {
        for (const changed of paths) {
          const name = below(folder, changed);
          if (name === null || (!recursive && name.includes("/"))) continue;
          this.#parts.send({ event: "watch", watch, name });
        }
      });
      this.#watches.set(watch, stop);
    },
    unwatch: async ({ watch }) => {
      this.#watches.get(watch)?.();
      this.#watches.delete(watch);
    },
    run: (input) => this.#run(input),
    input: async ({ process, text }) => this.#process(process)?.write(text),
    resize: async ({ process, cols, rows }) =>
      this.#process(process)?.resize({ columns: cols, rows }),
    kill: async ({ process }) => this.#process(process)?.kill(),
    serialize: async ({ path, excludes }): Promise<AnswerTo["serialize"]> => {
      const skipped = new Set(excludes.map((one) => one.replace(/^\*\*\/|\/\*\*$/g, "")));
      const { files } = this.#open;
      const paths = valueOf(await files.walk(path, (name) => skipped.has(name)));
      const read = await Promise.all(
        paths.map(async (file) => {
          const from = path === "." || path === "" ? file : `${path}/${file}`;
          return { path: file, bytes: valueOf(await files.read(from)) };
        }),
      );
      return { tree: treeOfFiles(read) };
    },
    setPreviewScript: async (script) => {
      this.previewScript = script;
    },
  };

  async #create(): Promise<AnswerTo["open"]> {
    if (this.#workspace !== null) throw new CallError("The container is booted already.", "EEXIST");
    const workspace = valueOf(await this.#parts.workspaces.create(this.id));
    this.#workspace = workspace;
    const { send, previewUrl } = this.#parts;
    workspace.on((event) => {
      if (event.kind === "limit") return send({ event: "error", message: event.message });
      const { port } = event.port;
      const state = event.kind === "port-open" ? "open" : "close";
      send({ event: "port", port, state, url: previewUrl(port) });
    });
    return { cwd: workspace.folder, path: "/usr/local/bin:/usr/bin:/bin" };
  }

  async #run(input: QuestionOf<"run">): Promise<AnswerTo["run"]> {
    const { terminal, cwd } = input;
    const isShell = input.command === SHELL;
    const environment = {
      ...(isShell && SHELL_ENVIRONMENT),
      ...Object.fromEntries(
        Object.entries(input.env ?? {}).map(([name, value]) => [name, String(value)]),
      ),
    };
    const started = valueOf(
      await this.#open.spawn({
        ...(isShell ? OUR_SHELL : { command: input.command, args: input.args }),
        ...(cwd !== undefined && { cwd }),
        ...(terminal && { pty: { columns: terminal.cols, rows: terminal.rows } }),
        environment,
      }),
    );
    const process = (this.#count += 1);
    this.#processes.set(process, started);
    const decoder = new TextDecoder();
    started.onOutput((bytes) => {
      const text = decoder.decode(bytes, { stream: true });
      if (text !== "") this.#parts.send({ event: "output", process, text });
    });
    void started.exit.then(({ code }) => {
      this.#processes.delete(process);
      this.#parts.send({ event: "exit", process, code });
    });
    return { process };
  }
}

/** A changed path as seen from a watched folder; `null` when it lies elsewhere. */
function below(folder: string, path: string): string | null {
  if (folder === "" || folder === ".") return path;
  if (path === folder) return path.split("/").at(-1) ?? path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
