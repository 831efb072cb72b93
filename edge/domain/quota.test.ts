import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  METER_RULES,
  meterView,
  periodEnd,
  release,
  reserve,
  settle,
  type MeterState,
} from "./quota.ts";

const rule = METER_RULES["ai-extractions"];
const NOON = Date.UTC(2026, 10, 21, 12);
const DAY = 86_400_000;

describe("a quota", () => {
  test("of three a day lets three through, and the fourth the next day", () => {
    let state: MeterState | null = null;
    for (const id of ["a", "b", "c"]) {
      const held = reserve(state, rule, { id, amount: 1, tier: "anonymous" }, NOON);
      expect(held.allowed).toBe(true);
      state = settle(held.state, rule, { id, amount: 1 }, NOON);
    }
    const fourth = { id: "d", amount: 1, tier: "anonymous" } as const;
    expect(reserve(state, rule, fourth, NOON).allowed).toBe(false);
    expect(reserve(state, rule, fourth, NOON + DAY).allowed).toBe(true);
    expect(meterView("ai-extractions", state, "anonymous", NOON)).toEqual({
      id: "ai-extractions",
      period: "day",
      used: 3,
      limit: 3,
      left: 0,
      resetsAt: Date.UTC(2026, 10, 22),
    });
  });

  test("what is under way counts until it is released or lapses", () => {
    let state: MeterState | null = null;
    for (const id of ["a", "b", "c"]) {
      state = reserve(state, rule, { id, amount: 1, tier: "anonymous" }, NOON).state;
    }
    const next = { id: "d", amount: 1, tier: "anonymous" } as const;
    expect(reserve(state, rule, next, NOON).allowed).toBe(false);
    expect(reserve(release(state, rule, "a", NOON), rule, next, NOON).allowed).toBe(true);
    expect(reserve(state, rule, next, NOON + 15 * 60_000).allowed).toBe(true);
  });

  test("an act told twice counts once, also after it is settled", () => {
    const act = { id: "a", amount: 1, tier: "anonymous" } as const;
    let state = reserve(null, rule, act, NOON).state;
    state = reserve(state, rule, act, NOON).state;
    state = settle(state, rule, act, NOON);
    state = settle(state, rule, act, NOON);
    state = release(state, rule, "a", NOON);
    expect(reserve(state, rule, act, NOON).allowed).toBe(true);
    expect(state.used).toBe(1);
  });

  test("a month ends with its last day, December's with the year", () => {
    expect(periodEnd("month", Date.UTC(2026, 11, 31, 23, 59))).toBe(Date.UTC(2027, 0, 1));
    expect(periodEnd("day", Date.UTC(2026, 1, 28, 1))).toBe(Date.UTC(2026, 2, 1));
  });

  test("is never overspent, whatever the order of calls", () => {
    const step = fc.record({
      what: fc.constantFrom("reserve", "settle", "release"),
      id: fc.integer({ min: 0, max: 30 }).map(String),
      after: fc.integer({ min: 0, max: 60_000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        let state: MeterState | null = null;
        let now = Date.UTC(2026, 10, 21);
        const open = new Set<string>();
        const done = new Set<string>();
        for (const { what, id, after } of steps) {
          // Within one day and within the time of a hold.
          now = Math.min(now + after / 60, Date.UTC(2026, 10, 21) + 14 * 60_000);
          if (what === "reserve") {
            const held = reserve(state, rule, { id, amount: 1, tier: "registered" }, now);
            state = held.state;
            if (held.allowed && !done.has(id)) open.add(id);
          } else if (what === "settle" && open.has(id)) {
            state = settle(state, rule, { id, amount: 1 }, now);
            open.delete(id);
            done.add(id);
          } else if (what === "release") {
            state = release(state, rule, id, now);
            open.delete(id);
          }
          const { used, left } = meterView("ai-extractions", state, "registered", now);
          expect(used).toBe(open.size + done.size);
          expect(used).toBeLessThanOrEqual(10);
          expect(left).toBe(10 - used);
        }
      }),
    );
  });
});
