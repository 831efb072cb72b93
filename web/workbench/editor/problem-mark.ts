import type { Problem } from "../../../shared/build.ts";
import type { ProjectPath } from "../../../shared/project.ts";

/** Where a problem is underlined: offsets into the text. */
export interface ProblemMark {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

const WORD = /^[\p{L}\p{N}_$]+/u;

/** Offset of a 1-based line and column, kept inside the text. */
export function offsetAt(text: string, line: number, column = 1): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf("\n", start);
    if (end < 0) break;
    start = end + 1;
  }
  const lineEnd = text.indexOf("\n", start);
  return Math.min(start + Math.max(column, 1) - 1, lineEnd < 0 ? text.length : lineEnd);
}

/**
 * The problems of one file as marks: the word at the place, the whole line where no column is known,
 * the first line where no line is known.
 */
export function problemMarks(
  problems: readonly Problem[],
  path: ProjectPath,
  text: string,
): readonly ProblemMark[] {
  return problems
    .filter((problem) => problem.path === path)
    .map((problem) => {
      const line = problem.line ?? 1;
      const from = offsetAt(text, line, problem.column);
      const to =
        problem.column === undefined
          ? offsetAt(text, line, Number.MAX_SAFE_INTEGER)
          : from + (WORD.exec(text.slice(from, from + 200))?.[0].length ?? 1);
      const message = problem.hint ? `${problem.message}\n${problem.hint}` : problem.message;
      return { from, to: Math.min(to, text.length), message };
    });
}
