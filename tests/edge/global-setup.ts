import type { TestProject } from "vitest/node";
import { startOperatorInbox } from "../stand-ins/operator-inbox.ts";
import { startTestRunner, type RunnerBindings } from "./test-runner.ts";
import { startTestDatabase, testSecrets } from "./test-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
    /** Secrets of the worker under test. */
    secrets: Record<string, string>;
    /** Where the operator is told, `tests/stand-ins/operator-inbox.ts`. */
    operatorInbox: string;
    /** Where hosted sandboxes run: a local runner. */
    runner: RunnerBindings;
  }
}

/** One database for one run of the worker's tests. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const database = await startTestDatabase();
  const inbox = await startOperatorInbox();
  project.provide("databaseUrl", database.url);
  project.provide("secrets", testSecrets());
  project.provide("operatorInbox", inbox.url);
  const runner = await startTestRunner();
  project.provide("runner", runner.bindings);
  return async () => {
    await runner.stop();
    await inbox.stop();
    await database.stop();
  };
}
