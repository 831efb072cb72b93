import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOSTED_STATES } from "../../shared/hosted-sandbox.ts";
import { HOSTED_LIFE } from "../../shared/limits.ts";
import { beginLife, canWake, holdsPlace, mayMove, moveLife, wakesByVisit } from "./sandbox-life.ts";

const WHOLE = [
  "creating",
  "building",
  "running",
  "idle",
  "stopping",
  "stopped",
  "warning",
  "archived",
  "deleted",
] as const;

describe("the life of a hosted sandbox", () => {
  test("goes from the queue to its deletion, and each move says from, to, why and after how long", () => {
    let { life, move } = beginLife("asked for", 1_000);
    expect(move).toEqual({
      from: null,
      to: "queued",
      reason: "asked for",
      afterMs: null,
      at: 1_000,
    });
    for (const [index, to] of WHOLE.entries()) {
      const before = life.state;
      const moved = moveLife(life, to, "next", 1_000 + (index + 1) * 10);
      if (!moved.ok) throw new Error(moved.failure.message);
      ({ life, move } = moved.value);
      expect(move).toMatchObject({ from: before, to, afterMs: 10 });
    }
  });

  test("fails from any state but the end, and is woken where it runs nowhere", () => {
    const failing = HOSTED_STATES.filter((state) => mayMove(state, "failed"));
    expect(failing).toEqual(HOSTED_STATES.filter((s) => s !== "failed" && s !== "deleted"));
    expect(HOSTED_STATES.filter(canWake)).toEqual(["stopped", "warning", "archived", "failed"]);
  });

  test("an illegal move is a failure and changes nothing", () => {
    const life = { state: "queued", since: 1 } as const;
    expect(moveLife(life, "running", "no", 2)).toMatchObject({
      ok: false,
      failure: { kind: "conflict" },
    });
    expect(moveLife({ state: "deleted", since: 1 }, "queued", "no", 2).ok).toBe(false);
  });

  test("a visit wakes one that rests; one that failed for the moment only after a while, for good never", () => {
    const failed = (retryable: boolean, now: number) =>
      wakesByVisit({ state: "failed", since: 1_000, failure: { retryable } }, now);
    expect(wakesByVisit({ state: "archived", since: 0, failure: null }, 1)).toBe(true);
    expect(wakesByVisit({ state: "running", since: 0, failure: null }, 1)).toBe(false);
    const rested = 1_000 + HOSTED_LIFE.failedRestMs;
    expect(failed(true, rested - 1)).toBe(false);
    expect(failed(true, rested)).toBe(true);
    expect(failed(false, rested * 100)).toBe(false);
  });

  test("whatever is tried, records join up and times never run backwards", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ to: fc.constantFrom(...HOSTED_STATES), wait: fc.nat(1e6) })),
        (steps) => {
          let { life, move } = beginLife("asked for", 0);
          let now = 0;
          for (const { to, wait } of steps) {
            now += wait;
            const moved = moveLife(life, to, "step", now);
            if (!moved.ok) continue;
            expect(moved.value.move.from).toBe(move.to);
            expect(moved.value.move.at - moved.value.move.afterMs!).toBe(life.since);
            ({ life, move } = moved.value);
          }
          expect(holdsPlace(life.state) && canWake(life.state)).toBe(false);
        },
      ),
    );
  });
});
