import type { Result } from "../../shared/failure.ts";
import type { FileChange, FileContent, ProjectPath } from "../../shared/project.ts";

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
  list(id: string): Promise<Result<readonly ProjectPath[]>>;
  /** Those that are there. */
  read(
    id: string,
    paths: readonly ProjectPath[],
  ): Promise<Result<ReadonlyMap<ProjectPath, Uint8Array>>>;

  /** Runs a command of a shell to its end, in the project's folder. */
  run(id: string, command: string, withinMs: number): Promise<Result<Ran>>;
  /** Starts a command that goes on by itself. */
  serve(id: string, command: string): Promise<Result<void>>;
  address(id: string, port: number): Promise<Result<PortAddress>>;
  /** A terminal: the provider's WebSocket, upgraded, to be handed on. */
  terminal(id: string, terminal: TerminalOrder): Promise<Result<Response>>;
  resizeTerminal(id: string, terminal: TerminalOrder): Promise<Result<void>>;
}

export interface TerminalOrder {
  /** Names it among the machine's terminals. */
  readonly name: string;
  readonly columns: number;
  readonly rows: number;
}

/** As text where it is text: what isn't UTF-8 stays bytes. */
export function contentFrom(bytes: Uint8Array): FileContent {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? bytes : text;
  } catch {
    return bytes;
  }
}
