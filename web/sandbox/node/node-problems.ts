import type { Problem, StackFrame } from "../../../shared/build.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import { excerptOf } from "../excerpt.ts";
import type { PageError } from "./node-machine.ts";
import type { RawProblem } from "./dev-server.ts";
import { plainText } from "./output-lines.ts";

/** Lines of a compiler's message that say nothing by themselves. */
const PREAMBLE = /^(?:Transform failed with \d+ errors?:|\s*)$/;
/** The frame that Oxc draws around code; we show our own. */
const DRAWN = /^\s*(?:[╭│┬╰─]|\d+ │)/;

/** The sentence of a message that comes with colours, a heading and a drawing of the code. */
export function sentenceOf(message: string): string {
  const lines = plainText(message).split("\n");
  const said = lines.find((line) => !PREAMBLE.test(line) && !DRAWN.test(line)) ?? message;
  return said.replace(/^\s*(?:\[[A-Z_]+\]|Error:)\s*/, "").trim();
}

/** What the dev server says is wrong, as the person reads it. */
export function buildProblem(raw: RawProblem, files: ProjectFiles): Problem {
  const { kind, path, line, column, specifier } = raw;
  const excerpt =
    path === undefined || line === undefined ? undefined : excerptOf(files, path, line);
  const name = specifier?.split("/").slice(0, specifier.startsWith("@") ? 2 : 1);
  const isMissing = kind === "missing-package" && name !== undefined;
  return {
    kind,
    message: isMissing
      ? `The package “${name.join("/")}” isn’t installed.`
      : sentenceOf(raw.message),
    ...(path !== undefined && { path }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(excerpt && { excerpt }),
    ...(isMissing && { hint: `Type “npm install ${name.join("/")}” in the terminal.` }),
  };
}

/** What the page threw, at its place in the person's own code. */
export function pageProblem(
  error: PageError,
  stack: readonly StackFrame[],
  files: ProjectFiles,
): Problem {
  const [top] = stack;
  const excerpt = top && excerptOf(files, top.path, top.line);
  return {
    kind: "runtime",
    message: error.message.replace(/^(?:Uncaught )?(?:Error: )?/, ""),
    ...(top && { path: top.path, line: top.line, column: top.column }),
    ...(excerpt && { excerpt }),
    ...(stack.length > 0 && { stack }),
  };
}
