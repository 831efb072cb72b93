/** The first pause and the longest, in milliseconds. */
const FIRST_MS = 250;
const LONGEST_MS = 10_000;

/**
 * Milliseconds to wait before the try after `failed` failed ones in a row (1 and up): doubling, with
 * “full jitter” (0 to all of it) so that browsers cut off together don't come back together. `chance`
 * is between 0 and 1.
 */
export const backoffMs = (failed: number, chance: number): number =>
  Math.round(Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failed - 1)) * chance);
