// `npm run check`: format, lint, types, architecture doors and unit tests; meant to stay under a minute.
import { existsSync } from "node:fs";
import { fromRoot, PROGRAMS } from "./paths.ts";
import { runProgram, runQuietly } from "./run-program.ts";

if (!existsSync(fromRoot("web/generated/kit.ts"))) {
  const code = await runProgram(fromRoot("scripts/kit/build-kit.ts"), []);
  if (code !== 0) process.exit(code);
}

/** Files that haven't changed since they were found well formatted aren't read again. */
const CACHED = ["--cache", "--cache-strategy", "content"];
const CACHE = ["--cache-location", fromRoot(".cache/prettier")];

const steps = [
  ["format", PROGRAMS.prettier, ["--check", "--log-level", "warn", ...CACHED, ...CACHE, "."]],
  ["lint", PROGRAMS.oxlint, ["."]],
  ["types", PROGRAMS.tsc, ["-b"]],
  ["doors and unit tests", PROGRAMS.vitest, ["run", "--project", "unit"]],
] as const;

// All at once: formatting and types have one thread each, and alone would leave other cores idle.
const outcomes = await Promise.all(
  steps.map(async ([name, program, args]) => {
    const begun = performance.now();
    const { code, output } = await runQuietly(program, [...args]);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
    if (code !== 0) console.log(output);
    return code;
  }),
);
process.exit(outcomes.every((code) => code === 0) ? 0 : 1);
