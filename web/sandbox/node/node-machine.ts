import type { Failure, Result } from "../../../shared/failure.ts";
import type { FileChange, ProjectFiles } from "../../../shared/project.ts";

/** Something with Node in which a project is installed, served and built, wherever it stands. */
export interface NodeMachine {
  write(changes: readonly FileChange[]): Promise<void>;
  read(path: string): Promise<Uint8Array | null>;
  /** Paths of the project's own files, sorted: without what tools make. */
  list(): Promise<readonly string[]>;
  /** All files below a folder, by their paths from the project's own; `.` is the project, as `list` has it. */
  readAll(folder: string): Promise<ReadonlyMap<string, Uint8Array>>;
  spawn(command: string, args: readonly string[], options?: SpawnOptions): Promise<MachineProcess>;
  /**
   * Starts the project's dev server: `files` of ours, by their names, of which `entry` is run with Node.
   * Killing it lets go of it where the site is meant to outlive the page.
   */
  serve(files: Readonly<Record<string, string>>, entry: string): Promise<MachineProcess>;
  /** Where a browser reaches what listens on this port, once it does. */
  address(port: number): Promise<string>;
  /** Called once when it is gone, with what is known of why. Its calls reject from then on. */
  onLost(listener: (message: string) => void): void;
  /** What a page threw, where the machine hears it. */
  onPageError(listener: (error: PageError) => void): void;
  /** Lets go of it, once: what was started here ends, but for what is meant to outlive the page. */
  release(): Promise<void>;
}

export interface MachineProcess {
  readonly output: ReadableStream<string>;
  readonly exit: Promise<number>;
  write(text: string): void;
  resize(columns: number, rows: number): void;
  kill(): void;
}

export interface SpawnOptions {
  readonly terminal?: { readonly cols: number; readonly rows: number };
}

export interface PageError {
  readonly message: string;
  readonly stack: string;
}

/** A machine for one project. */
export interface TakenMachine {
  readonly machine: NodeMachine;
  /** Files that lie on it already, their packages installed; `null`: it is empty. */
  readonly has: ProjectFiles | null;
}

/** Where machines come from, and how a person is told of it. */
export interface MachinePlace {
  /** Gives a machine as soon as there is one. `onStep` is told what is waited for, `onLine` what that prints; `left` that nobody waits any longer. */
  take(asked: {
    readonly files: ProjectFiles;
    readonly onStep: (step: string) => void;
    readonly onLine: (line: string) => void;
    readonly left: AbortSignal;
  }): Promise<Result<TakenMachine>>;
  readonly failures: MachineFailures;
  /** Pages themselves tell what they throw: the machine doesn't hear it. */
  readonly pagesTell: boolean;
}

/** Its ends, in its own words. */
export interface MachineFailures {
  /** It is gone, or its line broke. */
  lost(detail: string): Failure;
  /** It is there and says nothing. */
  readonly quiet: Failure;
  /** The dev server ended with this code; `lines` are its last. */
  stopped(code: number | null, lines: readonly string[]): Failure;
}
