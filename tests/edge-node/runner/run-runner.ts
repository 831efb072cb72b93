/** A local runner for tests, and Daytona's own SDK on it. */
import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Daytona, type Sandbox } from "@daytonaio/sdk";
import { fromRoot } from "../../../scripts/paths.ts";
import {
  startRunner,
  type Runner,
  type RunnerSettings,
} from "../../../scripts/runner/start-runner.ts";

/** A folder for a runner that other accounts can get to. */
export async function runnerFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "cv2web-runner-"));
  await chmod(path, 0o755);
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export async function runRunner(
  folder: string,
  settings: Partial<RunnerSettings> = {},
): Promise<Runner> {
  const started = await startRunner({ folder, port: 0, ...settings });
  if (!started.ok) throw new Error(started.failure.message);
  return started.value;
}

/** The SDK, unchanged. */
export const sdkFor = (runner: Pick<Runner, "url" | "token">): Daytona =>
  new Daytona({
    apiUrl: runner.url,
    apiKey: runner.token,
    target: "local",
    useDeprecatedPolling: true,
  });

/** A template as people get it, with its lock file. */
export async function templateFiles(
  template: string,
): Promise<{ source: Buffer; destination: string }[]> {
  const folder = fromRoot("templates", template);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(
    (entry) => entry.isFile() && !/\/(node_modules|dist|\.prerender)(\/|$)/.test(entry.parentPath),
  );
  return Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { source: await readFile(path), destination: path.slice(folder.length + 1) };
    }),
  );
}

/** Asks until the answer is what is waited for; the test's own time limit ends it. */
export async function until<T>(ask: () => Promise<T | null | false>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== false) return answer;
    await new Promise((wake) => setTimeout(wake, 50));
  }
}

export type { Runner, Sandbox };
