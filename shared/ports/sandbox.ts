import type { BuildOutput, ConsoleEntry, Problem } from "../build.ts";
import type { Failure, Result } from "../failure.ts";
import type { FileChange, FileContent, ProjectFiles, ProjectPath } from "../project.ts";

/**
 * Where a portfolio's files run (R3.1). One port, many adapters, one contract suite
 * (tests/contracts/sandbox.contract.ts). Files go one way, down; events come up.
 */
export interface Sandbox {
  readonly kind: "instant" | "webcontainer" | "hosted";
  readonly files: SandboxFiles;
  readonly preview: Preview;
  /** Absent where the sandbox has none: then `null`, never a shell that throws. */
  readonly shell: Shell | null;
  /** Starts the dev server on the files written so far. Resolves when the first build has ended, well or badly; problems come as events. */
  start(): Promise<Result<void>>;
  /** Production build, prerendered: the static site. Fails with `build-failed` and the problems' sentence in `detail`. */
  build(): Promise<Result<BuildOutput>>;
  /** The files as the sandbox has them now. */
  snapshot(): Promise<ProjectFiles>;
  /** Calls `listener` for every event from now on, until the returned function is called. */
  subscribe(listener: (event: SandboxEvent) => void): () => void;
  /** Frees workers, ports and processes. Safe to call twice; afterwards calls fail with `unavailable`. */
  dispose(): Promise<void>;
}

export interface SandboxFiles {
  /** Applies a batch as one change: one rebuild, one update of the preview. Later calls wait for earlier ones. */
  write(changes: readonly FileChange[]): Promise<Result<void>>;
  read(path: ProjectPath): Promise<FileContent | null>;
  list(): Promise<readonly ProjectPath[]>;
}

/** How a frame shows the running site. */
export interface Preview {
  /** Set `url` as the frame's `src`, or `html` as its `srcdoc` where no own origin can be had (opaque, `sandbox="allow-scripts"`). */
  readonly source: { readonly url: string } | { readonly html: string };
  /** The frame's `sandbox` attribute. */
  readonly permissions: string;
  /** Ties a frame's window to the sandbox, before its document loads; the returned function unties it. A reload of the frame needs no new call. */
  connect(frame: FrameWindow): () => void;
  /** Loads the site afresh in the connected frame. */
  reload(): void;
}

/** The part of a browser `Window` that the preview needs; `shared/` knows no DOM. */
export interface FrameWindow {
  postMessage(message: unknown, targetOrigin: string, transfer?: never[]): void;
}

export interface Shell {
  spawn(command: string, args: readonly string[]): Promise<Result<ShellProcess>>;
}
export interface ShellProcess {
  readonly output: AsyncIterable<string>;
  readonly exit: Promise<number>;
  write(input: string): void;
  resize(columns: number, rows: number): void;
  kill(): void;
}

export type SandboxEvent =
  | {
      readonly type: "status";
      readonly status: SandboxStatus;
      /** What is being done, for everybody. */
      readonly step?: string;
      /** With `failed`, when a sandbox that ran was lost: what `start()` would have said. */
      readonly failure?: Failure;
    }
  | { readonly type: "build-start"; readonly revision: number }
  | {
      readonly type: "build-end";
      readonly revision: number;
      readonly durationMs: number;
      /** How the change reached the page: by Fast Refresh, by loading it afresh, or not at all (problems). */
      readonly update: "hot" | "reload" | "none";
    }
  /** The whole list of what is wrong now; empty when all is well. */
  | { readonly type: "problems"; readonly problems: readonly Problem[] }
  | { readonly type: "console"; readonly entry: ConsoleEntry }
  /** What installing and the dev server print, without ANSI codes: the log that can be opened (R7.2). */
  | { readonly type: "log"; readonly text: string }
  /** npm changed package.json or its lock file; nothing else ever goes up. For the project to take over. */
  | { readonly type: "packages-change"; readonly changes: readonly FileChange[] }
  /** `preview.source` is another one now: the first had no origin to load from, or has one only now. */
  | { readonly type: "preview-source" }
  /** The page has painted this revision. */
  | { readonly type: "preview-painted"; readonly revision: number };

export type SandboxStatus = "idle" | "starting" | "running" | "failed" | "disposed";
