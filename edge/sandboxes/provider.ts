import type { Result } from "../../shared/failure.ts";
import {
  PROJECT_LIMITS,
  type FileChange,
  type FileContent,
  type ProjectPath,
} from "../../shared/project.ts";

/** A machine at the provider's. */
export interface Machine {
  /** The provider's own id. */
  readonly id: string;
  readonly isStarted: boolean;
}

/** Where a port of a machine is reached; `token` is for us alone, never for a browser. */
export interface PortAddress {
  readonly url: string;
  readonly token: string;
}

export interface Ran {
  readonly exitCode: number;
  /** What it printed, both streams. */
  readonly output: string;
}

/**
 * Who runs hosted sandboxes: machines, their files and processes. Paths are the project's own. All calls
 * fail as `Outbound.call` does; `not-found` where the machine is gone.
 */
export interface SandboxProvider {
  /** Whether it answers at all; two tries. */
  look(): Promise<Result<void>>;
  /** Makes and starts a machine. The same name again gives the same machine: a second try makes no second one. */
  make(name: string): Promise<Result<Machine>>;
  find(id: string): Promise<Result<Machine>>;
  start(id: string): Promise<Result<void>>;
  stop(id: string): Promise<Result<void>>;
  /** Gone afterwards, also when it was before. */
  remove(id: string): Promise<Result<void>>;

  write(id: string, changes: readonly FileChange[]): Promise<Result<void>>;
  /** The project's files without what npm installed and a build made. */
  list(id: string): Promise<Result<readonly ListedFile[]>>;
  /** Those that are there. */
  read(
    id: string,
    paths: readonly ProjectPath[],
  ): Promise<Result<ReadonlyMap<ProjectPath, Uint8Array>>>;

  /** Runs a command of a shell to its end, in the project's folder. */
  run(id: string, command: string, withinMs: number): Promise<Result<Ran>>;
  /** The same, and what it prints is told line by line on its way. */
  follow(
    id: string,
    command: string,
    withinMs: number,
    onLines: (lines: readonly string[]) => Promise<void>,
  ): Promise<Result<Ran>>;
  /** Starts a command that goes on by itself. */
  serve(id: string, command: string): Promise<Result<void>>;
  address(id: string, port: number): Promise<Result<PortAddress>>;
  /** A terminal: the provider's WebSocket, upgraded, to be handed on. */
  terminal(id: string, terminal: TerminalOrder): Promise<Result<Response>>;
  /** Where the terminal that was opened last is, below the project's folder; empty for that itself. */
  terminalFolder(id: string): Promise<Result<string>>;
  resizeTerminal(id: string, terminal: TerminalOrder): Promise<Result<void>>;
}

export interface TerminalOrder {
  /** Names it among the machine's terminals. */
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
  /** Where it begins, below the project's folder; the project's own where that isn't there. */
  readonly folder?: string;
}

export interface ListedFile {
  readonly path: ProjectPath;
  /** Bytes. */
  readonly size: number;
}

/**
 * Which of a machine's files are kept: as much as a project may hold, smallest first, since what people
 * write is small and what their programs leave behind isn't.
 */
export function whatIsKept(files: readonly ListedFile[]): {
  readonly paths: readonly ProjectPath[];
  readonly leftOut: readonly ProjectPath[];
} {
  const paths: ProjectPath[] = [];
  const leftOut: ProjectPath[] = [];
  let bytes = 0;
  for (const { path, size } of files.toSorted((a, b) => a.size - b.size)) {
    const fits =
      size <= PROJECT_LIMITS.binaryBytes &&
      bytes + size <= PROJECT_LIMITS.totalBytes &&
      paths.length < PROJECT_LIMITS.files;
    if (!fits) leftOut.push(path);
    else {
      bytes += size;
      paths.push(path);
    }
  }
  return { paths, leftOut };
}

/** As text where it is text: what isn't UTF-8, or is longer than a project's texts, stays bytes. */
export function contentFrom(bytes: Uint8Array): FileContent {
  if (bytes.length > PROJECT_LIMITS.textBytes) return bytes;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? bytes : text;
  } catch {
    return bytes;
  }
}
