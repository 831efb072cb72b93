import { z } from "zod";
import { PACKAGE_PATH, isTestFile } from "../../portfolio/test-files.ts";
import type { StopSignal } from "../../ports/stop-signal.ts";
import type { Workspace } from "../../ports/workspace.ts";
import type { Fact } from "./events.ts";
import type { Journal } from "./journal.ts";

/** Test files that the message has written and that are still there. */
export const testsWrittenIn = ({ changes }: Journal): readonly string[] =>
  changes.filter(({ path, after }) => after !== null && isTestFile(path)).map(({ path }) => path);

/**
 * Runs tests with the project’s own vitest, and says what came of it; `null` as what holds where they can’t
 * be run here, or where vitest isn’t among the packages.
 */
export async function runTests(
  { shell, read }: Pick<Workspace, "shell" | "read">,
  paths: readonly string[],
  signal: StopSignal,
): Promise<Fact> {
  const notRun = (why: string): Fact => ({
    id: "tests",
    holds: null,
    said: `The tests were written, but not run: ${why}.`,
  });
  if (shell === null) return notRun("nothing runs Node here");
  if (!(await hasVitest(read))) return notRun("vitest isn’t installed");
  // TAP: what vitest’s JSON reporter says goes to a file.
  const words = ["--no-install", "vitest", "run", "--reporter=tap-flat", ...paths];
  const ran = await shell.run("npx", words, signal);
  if (!ran.ok) return notRun(ran.failure.message.replace(/\.$/, "").toLowerCase());
  const { exitCode, output } = ran.value;
  const passed = output.match(PASSED)?.length ?? 0;
  if (exitCode === 0 && passed > 0) {
    const said = passed === 1 ? "1 test passes." : `${passed} tests pass.`;
    return { id: "tests", holds: true, said };
  }
  const why = failuresIn(output) || lastLines(output) || "none was found";
  return { id: "tests", holds: false, said: `The tests fail: ${why}` };
}

/** Letters that are told of what failed. */
const WHY_LETTERS = 3_000;

async function hasVitest(read: Workspace["read"]): Promise<boolean> {
  const text = await read(PACKAGE_PATH);
  try {
    const { dependencies = {}, devDependencies = {} } = packageSchema.parse(
      JSON.parse(typeof text === "string" ? text : ""),
    );
    return "vitest" in dependencies || "vitest" in devDependencies;
  } catch {
    return false;
  }
}

const list = z.record(z.string(), z.unknown()).optional();
const packageSchema = z.object({ dependencies: list, devDependencies: list });

/** A test point of TAP (https://testanything.org/tap-version-13-specification.html) that was run. */
const PASSED = /^ok \d+ - (?!.*# (?:SKIP|TODO)).*$/gm;
const FAILED =
  /^not ok \d+ - (?<name>.*?)(?: # time=\S*)?$(?<diagnosis>[\s\S]*?)(?=^(?:not )?ok |(?![\s\S]))/gm;

/** Without times and places: the same failure is the same words. */
const failuresIn = (output: string): string =>
  [...output.matchAll(FAILED)]
    .map(({ groups = {} }) => {
      const message = /^\s*message: (".*")$/m.exec(groups["diagnosis"] ?? "")?.[1];
      return message === undefined ? groups["name"] : `${groups["name"]}: ${textOf(message)}`;
    })
    .join("\n")
    .slice(0, WHY_LETTERS);

function textOf(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return json;
  }
}

const lastLines = (output: string): string =>
  output
    .replace(/^(?:TAP version|npm |\d+\.\.).*$/gm, "")
    .trim()
    .slice(-WHY_LETTERS);
