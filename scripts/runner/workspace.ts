/**
 * What a workspace of the local runner is to those who serve it: Daytona's API (scripts/runner/daytona)
 * and WebContainer's frame (scripts/runner/headless). A workspace is one folder, the processes that run
 * in it, and the ports they listen on.
 */
import type { Result } from "../../shared/failure.ts";

export interface Workspaces {
  /**
   * Makes an empty workspace. `kept` ones outlive the runner (their files, not their processes); the
   * others are removed when it stops and, after a crash, when it starts again.
   * Fails with `conflict` when the id is taken, `quota-exceeded` when no ports or accounts are left,
   * `invalid` when the id isn't 1–64 of a–z, 0–9 and “-”.
   */
  create(id: string, options?: CreateOptions): Promise<Result<Workspace>>;
  /** One that is there, or that an earlier start kept. Fails with `not-found`. */
  open(id: string): Promise<Result<Workspace>>;
  /** Ends its processes and removes its files; also when it isn't there. */
  remove(id: string): Promise<void>;
  /** Ids of all that are there, those kept by an earlier start included. */
  list(): Promise<readonly string[]>;
  /** Ends every process; removes what isn't kept. */
  close(): Promise<void>;
  /** What holds on this machine, for the words on the screen. */
  readonly containment: Containment;
}

export interface CreateOptions {
  readonly kept?: boolean;
  /** Added to the environment of each process; names that the runner sets itself are ignored. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Containment {
  /** Each workspace has a user id of its own: others' files, processes and memory are closed to it. */
  readonly ownAccount: boolean;
  /** Processes, memory, disk and ports are looked at (Linux' /proc). */
  readonly watched: boolean;
}

export interface Workspace {
  readonly id: string;
  /** Absolute folder of the project: where paths start, and where commands run. */
  readonly folder: string;
  /** Absolute folder that is HOME of its processes (npm's cache, shell history). */
  readonly home: string;
  /** Ports that are its own to listen on; the first is PORT in its environment. */
  readonly ownPorts: readonly number[];
  readonly files: WorkspaceFiles;
  /** Runs a program. Fails with `invalid` (folder), `not-found` (program), `quota-exceeded` (disk). */
  spawn(request: SpawnRequest): Promise<Result<RunningProcess>>;
  /** What it started by `spawn` and still runs. */
  processes(): readonly RunningProcess[];
  /** Ends all that runs, also what left its process group. */
  endProcesses(): Promise<void>;
  /** Changed paths below the project, batched; `node_modules` is left out. Returns how to stop. */
  watch(onChange: (paths: readonly string[]) => void): () => void;
  /** Ports its processes listen on now. */
  listening(): readonly ListeningPort[];
  on(listener: (event: WorkspaceEvent) => void): () => void;
  /** Bytes: resident in all its processes, and on disk when last looked at. */
  usage(): { readonly residentBytes: number; readonly diskBytes: number };
  /** The project as a gzipped tar without `node_modules`. */
  pack(file: string): Promise<Result<null>>;
  /** Puts back what `pack` wrote. */
  unpack(file: string): Promise<Result<null>>;
}

export type WorkspaceEvent =
  | { readonly kind: "port-open"; readonly port: ListeningPort }
  | { readonly kind: "port-close"; readonly port: ListeningPort }
  /** Processes were ended because the workspace used more than its share. */
  | { readonly kind: "limit"; readonly reason: EndReason; readonly message: string };

export interface ListeningPort {
  readonly port: number;
  /** Where to connect to: `127.0.0.1` or `::1`. */
  readonly address: string;
}

export type EndReason = "memory" | "disk" | "time";

export interface FileToWrite {
  /** Relative to the project, or absolute below it. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Permission bits; those it had, or 0o644. */
  readonly mode?: number;
}

export interface FileEntry {
  readonly name: string;
  readonly kind: "file" | "folder" | "link" | "other";
  readonly size: number;
  /** Permission bits. */
  readonly mode: number;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
}

/**
 * Paths are relative to the project or absolute below it. Whatever leads out of it, by `..` or by a
 * symbolic link, fails with `forbidden`, also when a link is put there while the path is walked.
 * What isn't there fails with `not-found`; a full disk share with `quota-exceeded`.
 */
export interface WorkspaceFiles {
  /** Writes each whole (never half a file), folders included; stops at the first that fails. */
  write(files: readonly FileToWrite[]): Promise<Result<null>>;
  /** Fails with `too-large` above the file limit. */
  read(path: string): Promise<Result<Uint8Array>>;
  /** Sorted by name. */
  list(path: string): Promise<Result<readonly FileEntry[]>>;
  stat(path: string): Promise<Result<FileEntry>>;
  makeFolder(path: string, mode?: number): Promise<Result<null>>;
  /** A folder needs `recursive`, or it fails with `invalid`. */
  remove(path: string, recursive?: boolean): Promise<Result<null>>;
  move(from: string, to: string): Promise<Result<null>>;
  setMode(path: string, mode: number): Promise<Result<null>>;
  /** Paths of all files below a folder, relative to it; links aren't followed. */
  walk(path: string, skip?: (name: string) => boolean): Promise<Result<readonly string[]>>;
}

export interface SpawnRequest {
  readonly command: string;
  readonly args?: readonly string[];
  /** Relative to the project, or absolute below it. */
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** A pseudo-terminal of this size; output is then one stream, `stdout`. */
  readonly pty?: TerminalSize;
  /** Milliseconds after which it is ended; at most the runner's own limit. */
  readonly lastsMs?: number;
}

export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

export interface RunningProcess {
  readonly pid: number;
  /**
   * Listen in the turn in which `spawn` came back, or what was written before is missed. Output is
   * bytes: a character may be cut in two.
   */
  onOutput(listener: (bytes: Uint8Array, from: "stdout" | "stderr") => void): () => void;
  /** A reader that can't keep up: the process waits when its pipe is full. */
  pause(): void;
  resume(): void;
  write(text: string | Uint8Array): void;
  /** Closes its standard input (no pseudo-terminal: that takes a Ctrl-D). */
  endInput(): void;
  resize(size: TerminalSize): void;
  /** To its whole group and what descends from it; after a grace it is ended hard. */
  kill(signal?: NodeJS.Signals): void;
  /** After its output has ended too. */
  readonly exit: Promise<ProcessExit>;
}

export interface ProcessExit {
  /** 128 + the signal's number when a signal ended it, as shells say it. */
  readonly code: number;
  readonly reason: EndReason | null;
}
