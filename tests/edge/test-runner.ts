/** A local runner for one run of the worker's tests: hosted sandboxes run there. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fromRoot } from "../../scripts/paths.ts";

export interface RunnerBindings {
  readonly DAYTONA_API_URL: string;
  readonly DAYTONA_API_KEY: string;
}

/** Starts it in a process of its own: the test runner for workerd resolves packages as workerd would. */
export async function startTestRunner(): Promise<{
  readonly bindings: RunnerBindings;
  stop(): Promise<void>;
}> {
  const child = spawn(process.execPath, [fromRoot("scripts/local/serve-test-runner.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const line = await Promise.race([
    once(createInterface(child.stdout), "line").then(([text]) => String(text)),
    ended.then(() => Promise.reject(new Error("The test runner didn’t start."))),
  ]);
  return {
    bindings: JSON.parse(line) as RunnerBindings,
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
