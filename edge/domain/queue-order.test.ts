import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JOB_PRIORITIES } from "../../shared/job.ts";
import {
  expectedWaits,
  hostedCapacity,
  inOrder,
  isHighDemand,
  JOB_QUEUE_LIMITS,
  mayStart,
  mayWait,
  placeOf,
  withDuration,
  type QueueState,
  type Waiting,
} from "./queue-order.ts";

const NOW = 1_000_000_000;
const empty: QueueState = { waiting: [], running: [], durations: [] };
const limits = JOB_QUEUE_LIMITS;

describe("the queue's order", () => {
  test("goes by priority, then by who came first", () => {
    const waiting: Waiting[] = [
      { id: "background", priority: "background", since: NOW - 5 },
      { id: "new-2", priority: "new", since: NOW - 1 },
      { id: "new-1", priority: "new", since: NOW - 2 },
      { id: "retry", priority: "retry", since: NOW - 9 },
      { id: "premium", priority: "premium", since: NOW },
      { id: "returning", priority: "returning", since: NOW },
    ];
    expect(inOrder(waiting, NOW).map(({ id }) => id)).toEqual([
      "premium",
      "returning",
      "new-1",
      "new-2",
      "retry",
      "background",
    ]);
  });

  test("lets nobody wait for ever: a rank up for each two minutes", () => {
    const waiting: Waiting[] = [
      { id: "premium", priority: "premium", since: NOW },
      { id: "background", priority: "background", since: NOW - 10 * 60_000 },
    ];
    expect(inOrder(waiting, NOW)[0]?.id).toBe("background");
  });

  test("lets one of each lane run at a time, and those without a lane beside them", () => {
    const waits = (id: string, since: number, lane?: string): Waiting => ({
      id,
      priority: "new",
      since,
      ...(lane === undefined ? {} : { lane }),
    });
    const state: QueueState = {
      durations: [10_000],
      running: [{ id: "runs", since: NOW - 4_000, lane: "talk" }],
      waiting: [
        waits("second", NOW - 3, "talk"),
        waits("other", NOW - 2, "else"),
        waits("other-too", NOW - 1, "else"),
        waits("free", NOW),
      ],
    };
    expect(mayStart(state, limits, NOW).map(({ id }) => id)).toEqual(["other", "free"]);
    expect(placeOf(state, limits, "second", NOW).expectedWaitMs).toBe(6_000);
    const after = { ...state, running: [] };
    expect(mayStart(after, limits, NOW).map(({ id }) => id)).toEqual(["second", "other", "free"]);
  });

  test("says place and wait from what runs lasted", () => {
    const state: QueueState = {
      durations: [10_000, 8_000, 12_000],
      running: [0, 1, 2, 3, 4].map((n) => ({ id: `r${n}`, since: NOW - n * 1_000 })),
      waiting: [0, 1, 2, 3, 4, 5].map((n) => ({ id: `w${n}`, priority: "new", since: NOW + n })),
    };
    expect(placeOf(state, limits, "w0", NOW)).toEqual({ position: 1, expectedWaitMs: 6_000 });
    expect(placeOf(state, limits, "w4", NOW)).toEqual({ position: 5, expectedWaitMs: 10_000 });
    expect(placeOf(state, limits, "w5", NOW)).toEqual({ position: 6, expectedWaitMs: 16_000 });
    expect(placeOf(state, limits, "r0", NOW).position).toBe(0);
  });

  test("refuses the 51st with a time to come back", () => {
    const waiting = Array.from({ length: 50 }, (_, n) => ({
      id: String(n),
      priority: "new" as const,
      since: NOW,
    }));
    const running = Array.from({ length: 5 }, (_, n) => ({ id: `r${n}`, since: NOW }));
    expect(mayWait({ ...empty, waiting: waiting.slice(1), running }, limits, NOW)).toEqual({
      allowed: true,
    });
    expect(mayWait({ ...empty, waiting, running }, limits, NOW)).toEqual({
      allowed: false,
      retryAfterMs: 5_000,
    });
  });

  test("never starts more than there are places, and never leaves one empty while somebody waits", () => {
    const waiting = fc.array(
      fc.record({
        id: fc.uuid(),
        priority: fc.constantFrom(...JOB_PRIORITIES),
        since: fc.integer({ min: NOW - 3_600_000, max: NOW }),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(waiting, fc.integer({ min: 0, max: 8 }), (waiting, running) => {
        const state: QueueState = {
          waiting,
          running: Array.from({ length: running }, (_, n) => ({ id: `r${n}`, since: NOW })),
          durations: [],
        };
        const free = Math.max(0, limits.running - running);
        expect(mayStart(state, limits, NOW)).toHaveLength(Math.min(free, waiting.length));
        const waits = expectedWaits(state, limits, NOW).map(({ waitMs }) => waitMs);
        expect(waits).toEqual(waits.toSorted((a, b) => a - b));
      }),
    );
  });

  test("remembers the last twenty durations", () => {
    let durations: readonly number[] = [];
    for (let n = 0; n < 25; n += 1) durations = withDuration(durations, n);
    expect(durations).toHaveLength(20);
    expect(durations.at(-1)).toBe(24);
  });
});

describe("hosted capacity", () => {
  test("is 20, 25 when the wait is over five minutes, 30 by the operator", () => {
    expect(hostedCapacity({ expectedWaitMs: 300_000, emergency: false })).toBe(20);
    expect(hostedCapacity({ expectedWaitMs: 300_001, emergency: false })).toBe(25);
    expect(hostedCapacity({ expectedWaitMs: 0, emergency: true })).toBe(30);
    expect([17, 18].map(isHighDemand)).toEqual([false, true]);
  });
});
