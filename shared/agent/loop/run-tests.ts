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
  const words = ["--no-install", "vitest", "run", "--reporter=json", ...paths];
  const ran = await shell.run("npx", words, signal);
  if (!ran.ok) return notRun(ran.failure.message.replace(/\.$/, "").toLowerCase());
  const { exitCode, output } = ran.value;
  const report = reportIn(output);
  const passed = report?.numPassedTests ?? 0;
  if (exitCode === 0 && passed > 0) {
    return {
      id: "tests",
      holds: true,
      said: passed === 1 ? "1 test passes." : `${passed} tests pass.`,
    };
  }
  const why =
    (report === null ? output.slice(-WHY_LETTERS) : failuresIn(report)) || "none was found";
  return { id: "tests", holds: false, said: `The tests fail: ${why.trim()}` };
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

/** Of vitest’s JSON reporter (https://vitest.dev/guide/reporters#json-reporter), what is said here. */
const reportSchema = z.object({
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      /** Why the file itself couldn’t be run. */
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});
type Report = z.infer<typeof reportSchema>;

/** npm may have said something before and after it. */
function reportIn(output: string): Report | null {
  const [from, to] = [output.indexOf('{"num'), output.lastIndexOf("}")];
  if (from === -1) return null;
  try {
    return reportSchema.safeParse(JSON.parse(output.slice(from, to + 1))).data ?? null;
  } catch {
    return null;
  }
}

/** Without the places of a stack: the same failure is the same words. */
const failuresIn = ({ testResults }: Report): string =>
  testResults
    .flatMap(({ message = "", assertionResults }) => [
      ...(assertionResults.length === 0 ? [firstLines(message)] : []),
      ...assertionResults
        .filter(({ status }) => status === "failed")
        .map(({ fullName, failureMessages }) => `${fullName}: ${firstLines(failureMessages?.[0])}`),
    ])
    .join("\n")
    .slice(0, WHY_LETTERS);

const firstLines = (text = "") =>
  text
    .split("\n")
    .filter((line) => !/^\s+at /.test(line))
    .slice(0, 6)
    .join("\n")
    .trim();
