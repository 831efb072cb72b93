import type { TestProject } from "vitest/node";
import { startTestDatabase, testSecrets } from "./test-database.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
    /** Secrets of the worker under test. */
    secrets: Record<string, string>;
  }
}

/** One database for one run of the worker's tests. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const database = await startTestDatabase();
  project.provide("databaseUrl", database.url);
  project.provide("secrets", testSecrets());
  return () => database.stop();
}
