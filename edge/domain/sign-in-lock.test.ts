import { expect, test } from "vitest";
import { decideAttempt } from "./sign-in-lock.ts";

const MINUTE = 60_000;

function attemptsAt(...minutes: number[]) {
  let counted: readonly number[] = [];
  return minutes.map((minute) => {
    const decision = decideAttempt(counted, minute * MINUTE);
    counted = decision.counted;
    return decision;
  });
}

test("five attempts are let through, the sixth waits a quarter of an hour after the fifth", () => {
  const decisions = attemptsAt(0, 1, 2, 3, 4, 5, 18.9, 19);
  expect(decisions.map(({ allowed }) => allowed)).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
    true,
  ]);
  expect(decisions[5]!.retryAfterMs).toBe(14 * MINUTE);
});

test("attempts spread over time never lock", () => {
  const decisions = attemptsAt(0, 4, 8, 12, 16, 20, 24, 28, 32);
  expect(decisions.every(({ allowed }) => allowed)).toBe(true);
});
