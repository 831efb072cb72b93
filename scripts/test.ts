// `npm test`: every test, in real Chromium and real workerd where that is what is tested, with one
// plain line last. Installs a browser where there is none.
import { mkdir, readFile, rm } from "node:fs/promises";
import { ensureBrowser } from "../tests/launch-browser.ts";
import { buildIfStale } from "./build.ts";
import { fromRoot, PROGRAMS } from "./paths.ts";
import { runProgram } from "./run-program.ts";
import { emptyReport, REPORT_PATH, type TestReport } from "./test-report.ts";

type Run = readonly [name: string, args: readonly string[]];

const UNIT: Run = ["unit", ["--project", "unit"]];
const IN_WORKERD: Run = ["worker in workerd", ["--config", "tests/edge/vitest.config.ts"]];
const IN_BROWSER: Run = ["end to end, contracts, templates", ["--project", "browser"]];

/** Each stage's runs go side by side; the browser's takes two files at a time (vitest.config.ts). */
const STAGES: readonly (readonly Run[])[] = [[UNIT], [IN_WORKERD, IN_BROWSER]];

const LONGEST_FILES = 12;

async function run(name: string, args: readonly string[]): Promise<TestReport> {
  const path = fromRoot(".cache", `test-report-${name.replaceAll(/\W+/g, "-")}.json`);
  await rm(path, { force: true });
  const common = ["--reporter=default", `--reporter=${fromRoot("scripts/test-report.ts")}`];
  const code = await runProgram(
    PROGRAMS.vitest,
    ["run", ...args, ...common, "--silent=passed-only"],
    { env: { ...process.env, [REPORT_PATH]: path } },
  );
  const report = await readFile(path, "utf8").then(
    (json) => JSON.parse(json) as TestReport,
    () => null,
  );
  if (report === null || (code !== 0 && report.failed === 0)) {
    const why = report === null ? "without a report" : `with code ${code}: see the errors above`;
    const failures = [`FAILED “${name}” ended ${why}.`, ...(report?.failures ?? [])];
    return { ...(report ?? emptyReport()), failed: 1, failures };
  }
  return report;
}

function addReport(total: TestReport, report: TestReport): void {
  total.passed += report.passed;
  total.failed += report.failed;
  total.skipped += report.skipped;
  total.skips.push(...report.skips);
  total.failures.push(...report.failures);
  total.unsteady.push(...report.unsteady);
  total.files.push(...report.files);
}

await mkdir(fromRoot(".cache"), { recursive: true });
ensureBrowser();
await buildIfStale();

const total = emptyReport();
for (const runs of STAGES) {
  await Promise.all(runs.map(async ([name, args]) => addReport(total, await run(name, args))));
}

total.files.sort((a, b) => b.seconds - a.seconds);
console.log("\nThe longest files:");
for (const { name, seconds } of total.files.slice(0, LONGEST_FILES)) {
  console.log(`${seconds.toFixed(0).padStart(5)} s  ${name}`);
}
for (const title of total.unsteady) console.log(`\nPASSED AT THE SECOND TRY ${title}`);
for (const skip of total.skips) console.log(`\nSKIPPED ${skip}`);
for (const failure of total.failures) console.log(`\n${failure}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
