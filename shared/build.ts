import type { FileContent, ProjectPath } from "./project.ts";

/** Something wrong in the person's project: shown in the overlay and the problems list, and later told to the agent. */
export interface Problem {
  readonly kind: "build" | "runtime" | "missing-package";
  /** What is wrong, in a sentence, without ANSI codes. */
  readonly message: string;
  readonly path?: ProjectPath;
  /** 1-based, in the source file as the person sees it. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** The lines around it. `start` is the 1-based number of the first of them. */
  readonly excerpt?: { readonly start: number; readonly lines: readonly string[] };
  readonly stack?: readonly StackFrame[];
  /** What to do about it, when that is known. */
  readonly hint?: string;
}

export interface StackFrame {
  readonly functionName: string;
  readonly path: ProjectPath;
  readonly line: number;
  readonly column: number;
}

export interface ConsoleEntry {
  readonly level: "log" | "info" | "warn" | "error" | "debug";
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly path?: ProjectPath;
  readonly line?: number;
}

/** A finished static site: `index.html`, `assets/…`; what is exported and, later, published. */
export interface BuildOutput {
  readonly files: Readonly<Record<string, FileContent>>;
  readonly durationMs: number;
}
