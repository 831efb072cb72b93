// `npm test`: every test, in real Chromium and real workerd where that is what is tested, with one
// plain line last. Installs a browser where there is none.
import { readFile, rm } from "node:fs/promises";
import { ensureBrowser } from "../tests/launch-browser.ts";
import { buildIfStale } from "./build.ts";
import { fromRoot, PROGRAMS } from "./paths.ts";
import { runProgram } from "./run-program.ts";

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
}

const RUNS = [
  ["unit, contracts and end to end", ["run"]],
  ["worker in workerd", ["run", "--config", "tests/edge/vitest.config.ts"]],
] as const;

ensureBrowser();
await buildIfStale();

const total = { passed: 0, failed: 0, skipped: 0 };
for (const [index, [name, args]] of RUNS.entries()) {
  const report = fromRoot(`.cache/test-report-${index}.json`);
  await rm(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runProgram(PROGRAMS.vitest, [...args, ...reporters]);
  const counts = await readFile(report, "utf8").then(
    (json) => JSON.parse(json) as Report,
    () => null,
  );
  if (counts === null) console.error(`The run “${name}” ended without a report.`);
  total.passed += counts?.numPassedTests ?? 0;
  total.skipped += counts?.numPendingTests ?? 0;
  // A file that can't be loaded has no failed test of its own, and still fails the run.
  total.failed += Math.max(counts?.numFailedTests ?? 0, code === 0 ? 0 : 1);
}

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
