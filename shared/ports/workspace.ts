import type { Problem } from "../build.ts";
import type { Lock } from "../conversation.ts";
import type { Result } from "../failure.ts";
import type { FileChange, FileContent, ProjectPath } from "../project.ts";
import type { StopSignal } from "./stop-signal.ts";

/**
 * What the agent is lent of a portfolio: its files, its build and, where there is one, a shell. One port
 * for the studio in the browser and for a hosted sandbox; no path leads out of the project.
 */
export interface Workspace {
  read(path: ProjectPath): Promise<FileContent | null>;
  /** Every file, in order of paths. */
  list(): Promise<readonly ProjectPath[]>;
  /**
   * Changes files at once; what is shown follows. All changes of one message are one act that the
   * person can undo.
   */
  write(changes: readonly FileChange[]): Promise<Result<void>>;
  /**
   * Waits until what was written last is built and shown, then says what is wrong with it. Fails when
   * nothing runs that could say it, and as `cancelled`.
   */
  check(signal: StopSignal): Promise<Result<BuildCheck>>;
  /**
   * The finished page as a visitor’s browser shows it, of the files as they are when this is called:
   * what is written before it settles isn’t in it. Fails with `build-failed` when it can’t be
   * made, with `unavailable` where nothing can make it, and as `cancelled`.
   */
  render(signal: StopSignal): Promise<Result<RenderedPage>>;
  /** The newest lines that the build and the page have printed, oldest first. */
  logs(): Promise<readonly string[]>;
  /** Absent where there is none. */
  readonly shell: WorkspaceShell | null;
  /** What belongs to the sample of this template and to nobody else; none of it may be on a finished page. */
  readonly sampleTexts: readonly string[];
  /** What the person has locked against the agent. */
  readonly locks: readonly Lock[];
  /**
   * Keeps what was changed as one version.
   * @param label what the version is called; the person’s own words, shortened
   */
  keep(label: string): Promise<Result<void>>;
}

export interface BuildCheck {
  readonly problems: readonly Problem[];
  /** What the page wrote to its console as an error since the last writing. */
  readonly consoleErrors: readonly string[];
  readonly durationMs: number;
}

export interface RenderedPage {
  /** The whole document. */
  readonly html: string;
}

export interface WorkspaceShell {
  /**
   * Runs one program to its end in the project’s folder, without a shell’s own signs. What npm wrote to
   * `NPM_FILES` is read by then.
   * @returns its exit code and the last 20,000 letters it printed
   */
  run(
    program: string,
    args: readonly string[],
    signal: StopSignal,
  ): Promise<Result<{ readonly exitCode: number; readonly output: string }>>;
}
