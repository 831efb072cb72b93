/** What `npm test` reads of a vitest run: a reporter that writes counts, failures and times to a file. */
import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";
import { ROOT } from "./paths.ts";

/** Where the report goes: a path, by this environment variable. */
export const REPORT_PATH = "CV2WEB_TEST_REPORT";

export interface TestReport {
  passed: number;
  failed: number;
  skipped: number;
  /** What was skipped, and why where that was said. */
  skips: string[];
  /** What failed and why, in words; also what is no test's fault. */
  failures: string[];
  /** Tests that passed at the second try only. */
  unsteady: string[];
  files: { readonly name: string; readonly seconds: number }[];
}

const LINES_OF_A_FAILURE = 14;

export const emptyReport = (): TestReport => ({
  passed: 0,
  failed: 0,
  skipped: 0,
  skips: [],
  failures: [],
  unsteady: [],
  files: [],
});

const inWords = (errors: readonly { readonly stack?: string; readonly message: string }[]) =>
  errors
    .flatMap(({ stack, message }) =>
      (stack?.includes(message) ? stack : `${message}\n${stack}`).split("\n"),
    )
    .slice(0, LINES_OF_A_FAILURE)
    .map((line) => `  ${line}`)
    .join("\n");

function addModule(report: TestReport, module: TestModule): void {
  const name = relative(ROOT, module.moduleId);
  const fail = (title: string, errors: Parameters<typeof inWords>[0]) => {
    report.failed += 1;
    report.failures.push(`FAILED ${title}\n${inWords(errors)}`);
  };
  report.files.push({ name, seconds: module.diagnostic().duration / 1000 });
  // What fails outside its tests: a file that can't be loaded, a set-up.
  if (module.errors().length > 0) fail(name, module.errors());
  for (const suite of module.children.allSuites()) {
    if (suite.errors().length > 0) fail(`${name} > ${suite.fullName}`, suite.errors());
  }
  for (const test of module.children.allTests()) {
    const result = test.result();
    const title = `${name} > ${test.fullName}`;
    if (result.state === "failed") fail(title, result.errors);
    else if (result.state === "skipped") {
      report.skipped += 1;
      report.skips.push(result.note ? `${title}: ${result.note}` : title);
    } else if (result.state === "passed") {
      report.passed += 1;
      if (test.diagnostic()?.flaky) report.unsteady.push(title);
    } else fail(title, [{ message: "It never ended." }]);
  }
}

export default class TestReportWriter implements Reporter {
  onTestRunEnd(
    modules: readonly TestModule[],
    errors: readonly { readonly stack?: string; readonly message: string }[],
  ): void {
    const path = process.env[REPORT_PATH];
    if (!path) return;
    const report = emptyReport();
    for (const module of modules) addModule(report, module);
    for (const error of errors) {
      report.failed += 1;
      report.failures.push(`FAILED outside any test\n${inWords([error])}`);
    }
    writeFileSync(path, JSON.stringify(report));
  }
}
