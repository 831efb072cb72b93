import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { LongFilesFirst } from "./tests/long-files-first.ts";

export default defineConfig({
  plugins: [react()],
  test: {
    sequence: { sequencer: LongFilesFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: [
            "{shared,web,edge,scripts}/**/*.test.{ts,tsx}",
            "tests/architecture/**/*.test.ts",
          ],
          environment: "node",
          // Modules are loaded once a thread and not once a file, which took longer than the tests (84 s of
          // CPU, now 32). So a test leaves nothing behind: no global, no setting of a module.
          pool: "threads",
          // Some start real processes, on machines that have other things to do.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          isolate: false,
          unstubGlobals: true,
          unstubEnvs: true,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["tests/{contracts,e2e,templates,edge-node}/**/*.test.ts"],
          environment: "node",
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // Each file serves itself what it needs, on free ports. More at once end no sooner on two cores.
          maxWorkers: 2,
          // What passes at the second try only is named at the end of the run (scripts/test.ts).
          retry: 1,
        },
      },
      {
        extends: true,
        test: {
          // `npm run test:templates`: whole; `npm test` has a sample among the templates’ tests.
          name: "shapes",
          include: ["tests/shapes/**/*.test.ts"],
          environment: "node",
          testTimeout: 600_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          // `npm run test:security`: whole; `npm test` has a sample among the templates’ tests.
          name: "security",
          include: ["tests/security/**/*.test.ts"],
          environment: "node",
          testTimeout: 600_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
