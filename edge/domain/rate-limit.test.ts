import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeTokens, type Bucket } from "./rate-limit.ts";

const RULE = { tokens: 30, refillMs: 60_000 };

describe("a token bucket", () => {
  test("lets a full bucket's worth through at once and then refuses, with the time to wait", () => {
    let bucket: Bucket | null = null;
    for (let call = 0; call < 30; call += 1) {
      const taken = takeTokens(bucket, RULE, 1, 1_000);
      expect(taken.decision.allowed).toBe(true);
      expect(taken.decision.remaining).toBe(29 - call);
      bucket = taken.bucket;
    }
    const refused = takeTokens(bucket, RULE, 1, 1_000);
    expect(refused.decision).toEqual({ allowed: false, limit: 30, remaining: 0, resetMs: 2_000 });
    expect(takeTokens(refused.bucket, RULE, 1, 3_000).decision.allowed).toBe(true);
    expect(takeTokens(refused.bucket, RULE, 1, 2_999).decision.allowed).toBe(false);
  });

  test("a smaller rule cuts what a larger one had left", () => {
    const bucket = { tokens: 300, at: 0 };
    expect(takeTokens(bucket, RULE, 1, 0).decision.remaining).toBe(29);
  });

  test("a clock that goes back refills nothing", () => {
    const { bucket } = takeTokens({ tokens: 0, at: 10_000 }, RULE, 1, 5_000);
    expect(bucket).toEqual({ tokens: 0, at: 10_000 });
  });

  test("never lets more through in any window than the bucket and its refill", () => {
    const calls = fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 5_000 }),
        tokens: fc.integer({ min: 0, max: 5 }),
      }),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(calls, (calls) => {
        let bucket: Bucket | null = null;
        let now = 0;
        const passed: { at: number; tokens: number }[] = [];
        for (const { after, tokens } of calls) {
          now += after;
          const taken = takeTokens(bucket, RULE, tokens, now);
          bucket = taken.bucket;
          if (taken.decision.allowed) passed.push({ at: now, tokens });
          expect(taken.decision.remaining).toBeGreaterThanOrEqual(0);
        }
        for (const [index, { at }] of passed.entries()) {
          let sum = 0;
          for (const later of passed.slice(index)) {
            sum += later.tokens;
            const most = RULE.tokens + ((later.at - at) * RULE.tokens) / RULE.refillMs;
            expect(sum).toBeLessThanOrEqual(most + 1e-6);
          }
        }
      }),
    );
  });
});
