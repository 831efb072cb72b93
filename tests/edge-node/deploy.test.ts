import { expect, test } from "vitest";
import { fromRoot } from "../../scripts/paths.ts";
import { runQuietly } from "../../scripts/run-program.ts";

/** Megabytes, gzipped, of a worker on Cloudflare's free plan; the paid one takes 10 (limits of 2026). */
const LARGEST_MB = 3;

test("a deployment passes wrangler’s dry run, with all it is bound to, within the plan’s size", async () => {
  const { code, output } = await runQuietly(fromRoot("scripts/deploy.ts"), ["--dry-run"]);
  expect(code, output).toBe(0);
  for (const binding of ["BLOBS", "BACKUPS", "JOB", "JOB_QUEUE", "PERSON_QUOTA", "SIGN_IN_GUARD"]) {
    expect(output).toContain(`env.${binding}`);
  }
  const kilobytes = Number(/gzip: ([\d.]+) KiB/.exec(output)![1]);
  expect(kilobytes / 1024).toBeLessThan(LARGEST_MB);
});
