/** A real Postgres for one run of tests, and secrets for the worker under test. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fromRoot } from "../../scripts/paths.ts";

export interface TestDatabase {
  readonly url: string;
  /** Where Postgres' own files lie. */
  readonly folder: string;
  /** The server's process id. */
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Starts one, migrated. In a process of its own: a test runner for workerd resolves packages as
 * workerd would, and the database's launcher is a Node program.
 */
export async function startTestDatabase(): Promise<TestDatabase> {
  const child = spawn(process.execPath, [fromRoot("scripts/local/serve-test-database.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const line = await Promise.race([
    once(createInterface(child.stdout), "line").then(([text]) => String(text)),
    ended.then(() => Promise.reject(new Error("The test database didn’t start."))),
  ]);
  return {
    ...(JSON.parse(line) as Omit<TestDatabase, "stop">),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

const random = () => randomBytes(32).toString("base64");

/** What `npm start` makes once, made for a run. */
export const testSecrets = (): Record<string, string> => ({
  AUTH_SECRET: random(),
  PASSWORD_PEPPER: random(),
  MASTER_KEYS: `tests:${random()}`,
  INTERNAL_KEY: random(),
  OPERATOR_TOKEN: random(),
});
