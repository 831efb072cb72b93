import type { Problem, StackFrame } from "../../../../shared/build.ts";
import type { ProjectFiles } from "../../../../shared/project.ts";
import { excerptOf } from "../../excerpt.ts";

/** How the frame names a module's script for the browser: `cv2web:///src/App.tsx?v=3`. */
export const SOURCE_SCHEME = "cv2web:///";

/** Lines that the frame puts before a module's code (frame/run-scripts.ts). */
export const LINES_BEFORE = 1;

/** A place in the code that runs. */
export interface RunPlace {
  readonly functionName: string;
  readonly id: string;
  /** 1-based, in the compiled module. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

const PLACE = /cv2web:\/\/\/([^\s?()]+(?:\?(?!v=)[^\s?&()]+)?)[?&]v=\d+:(\d+):(\d+)/;

/** The places of our modules in a stack trace of V8, SpiderMonkey or JavaScriptCore. */
export function readStack(stack: string): RunPlace[] {
  return stack.split("\n").flatMap((line) => {
    const match = PLACE.exec(line);
    if (!match) return [];
    const name = /^\s*at (?:async )?(?:new )?([^\s(]+) \(/.exec(line) ?? /^([^@]*)@/.exec(line);
    return [
      {
        functionName: (name?.[1] ?? "").replace(/^eval$/, ""),
        id: decodeURI(match[1]!),
        line: Number(match[2]) - LINES_BEFORE,
        column: Number(match[3]),
      },
    ];
  });
}

/** Where a place of a compiled module is in its source; `null` for packages and unknown places. */
export type TraceBack = (
  place: RunPlace,
) => Promise<{ readonly path: string; readonly line: number; readonly column: number } | null>;

/** A stack trace in the person's own files. */
export async function locateStack(stack: string, traceBack: TraceBack): Promise<StackFrame[]> {
  const frames = await Promise.all(
    readStack(stack).map(async (place) => {
      const source = await traceBack(place);
      return source && { functionName: place.functionName, ...source };
    }),
  );
  return frames.filter((frame) => frame !== null);
}

/** A run-time error as a problem: placed at the topmost frame that is the person's own code. */
export async function runtimeProblem(
  error: { readonly message: string; readonly stack: string },
  traceBack: TraceBack,
  files: ProjectFiles,
): Promise<Problem> {
  const stack = await locateStack(error.stack, traceBack);
  const top = stack[0];
  const excerpt = top && excerptOf(files, top.path, top.line);
  return {
    kind: "runtime",
    message: error.message,
    ...(top && { path: top.path, line: top.line, column: top.column, stack }),
    ...(excerpt && { excerpt }),
  };
}
