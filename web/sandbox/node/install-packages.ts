import { fail, ok, type Failure, type Result } from "../../../shared/failure.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import type { MachineProcess, NodeMachine } from "./node-machine.ts";
import { readLines } from "./output-lines.ts";

export interface InstallReport {
  /** Every line, for the log. */
  readonly onLine: (line: string) => void;
  /** Packages fetched so far, of how many. */
  readonly onProgress: (done: number, of: number | null) => void;
  /** The process, so that it can be ended. */
  readonly onProcess: (process: MachineProcess) => void;
}

/** One package at a time is told at this log level, which is what progress is counted by. */
const ARGUMENTS = ["--no-audit", "--no-fund", "--loglevel=http"] as const;
const FETCHED = /^npm http (?:fetch GET \d+|cache) .*\.tgz\b/;
const OUT_OF_STEP = /can only install packages when your package\.json and package-lock/;

/**
 * Installs what the lock file names; where there is none, or it doesn't fit package.json, `npm install`
 * makes one. Fails with `unavailable` and npm's own words in `detail`.
 */
export async function installPackages(
  machine: NodeMachine,
  files: ProjectFiles,
  report: InstallReport,
): Promise<Result<void>> {
  const lock = files["package-lock.json"];
  if (typeof lock === "string") {
    const clean = await runNpm(machine, "ci", lockedCount(lock), report);
    if (clean.code === 0) return ok(undefined);
    if (!clean.lines.some((line) => OUT_OF_STEP.test(line))) return fail(failed(clean.lines));
  }
  const installed = await runNpm(machine, "install", null, report);
  return installed.code === 0 ? ok(undefined) : fail(failed(installed.lines));
}

/** Runs `npm install` after package.json has changed. */
export async function addPackages(
  machine: NodeMachine,
  report: InstallReport,
): Promise<Result<void>> {
  const installed = await runNpm(machine, "install", null, report);
  return installed.code === 0 ? ok(undefined) : fail(failed(installed.lines));
}

async function runNpm(
  machine: NodeMachine,
  command: "ci" | "install",
  of: number | null,
  { onLine, onProgress, onProcess }: InstallReport,
): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const process = await machine.spawn("npm", [command, ...ARGUMENTS]);
  onProcess(process);
  const lines: string[] = [];
  let done = 0;
  const read = readLines(process.output, (line) => {
    if (line.trim() === "") return;
    lines.push(line);
    onLine(line);
    if (FETCHED.test(line)) onProgress((done += 1), of);
  });
  const code = await process.exit;
  await read;
  return { code, lines };
}

/** How many packages a lock file names, optional ones of other platforms left out. */
export function lockedCount(lock: string): number | null {
  try {
    const { packages } = JSON.parse(lock) as { packages?: Record<string, { optional?: boolean }> };
    const named = Object.entries(packages ?? {});
    return named.filter(([path, { optional }]) => path !== "" && optional !== true).length || null;
  } catch {
    return null;
  }
}

const NOT_FOUND = /^npm error 404\s+'?([^'\s]+?)(?:@[^@']*)?'? is not in this registry/m;

/** npm's words as a person reads them; the whole of them is in the log. */
function failed(lines: readonly string[]): Failure {
  const text = lines.join("\n");
  const [, unknown] = NOT_FOUND.exec(text) ?? [];
  return {
    kind: "unavailable",
    message:
      unknown === undefined
        ? "The project’s packages couldn’t be installed."
        : `There is no npm package named ${unknown}.`,
    nextStep: "Look at package.json and the log; the files are safe.",
    detail: lines
      .filter((line) => line.startsWith("npm error"))
      .slice(-20)
      .join("\n"),
    retryable: true,
  };
}
