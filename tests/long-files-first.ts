import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that took more than a minute of a lane's time when all ran (2026-11-21), the longest first. */
const LONG = [
  "e2e/hosted-sandbox",
  "e2e/publish",
  "templates/templates.browser",
  "e2e/account",
  "e2e/export",
  "e2e/edit",
  "e2e/node-sandbox",
  "e2e/agent",
  "e2e/words",
  "contracts/sandbox-webcontainer",
  "contracts/sandbox-node-life",
  "edge-node/sandbox-runner-killed",
];

/** Begins with what takes longest, so that neither lane ends long before the other. */
export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
      return at < 0 ? LONG.length : at;
    };
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}
