import { describe, test } from "vitest";

/**
 * Tests that need a service of others' (R3.1): they run where it can be reached, and are reported as skipped,
 * with the reason, everywhere else.
 * @param missing what they lack here, in one sentence; `null`: nothing
 */
export function live(name: string, missing: string | null, define: () => void): void {
  if (missing === null) describe(name, define);
  else test(name, ({ skip }) => skip(missing));
}
