import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { JOB_PRIORITIES } from "../../shared/job.ts";
import { HOSTED_CAPACITY, HOSTED_LIFE, TIER_LIMITS } from "../../shared/limits.ts";
import {
  capacityOf,
  demandOf,
  fleetPlace,
  fleetPlaces,
  mayCome,
  mayEnter,
  placesFrom,
  poolSize,
  scanFleet,
  type FleetState,
  type Scanned,
} from "./sandbox-fleet.ts";

const EMPTY: FleetState = {
  waiting: [],
  running: [],
  durations: [],
  isEmergency: false,
  most: null,
};
const MINUTE = 60_000;

/** Somebody comes: into the queue, and from there to a free place, as the fleet's object does it. */
function come(state: FleetState, id: string, now: number, priority: "new" | "premium" = "new") {
  const may = mayCome(state, now);
  if (!may.allowed) return { state, may };
  return {
    state: enter({ ...state, waiting: [...state.waiting, { id, priority, since: now }] }, now),
    may,
  };
}

function enter(state: FleetState, now: number): FleetState {
  const entering = mayEnter(state, now).map(({ id }) => id);
  return {
    ...state,
    waiting: state.waiting.filter(({ id }) => !entering.includes(id)),
    running: [...state.running, ...entering.map((id) => ({ id, since: now }))],
  };
}

function eightyAtOnce(now = 0) {
  let state = EMPTY;
  const refused: number[] = [];
  for (let n = 0; n < 80; n += 1) {
    const one = come(state, `p${n}`, now);
    state = one.state;
    if (!one.may.allowed) refused.push(one.may.retryAfterMs);
  }
  return { state, refused };
}

describe("80 people ask at once", () => {
  test("20 run, 50 wait in their order with a true place, 10 are told when to come back", () => {
    const { state, refused } = eightyAtOnce();
    expect(state.running).toHaveLength(20);
    expect(fleetPlaces(state, 0).map(({ id }) => id)).toEqual(
      Array.from({ length: 50 }, (_, n) => `p${n + 20}`),
    );
    expect(refused).toHaveLength(10);
    for (const ms of refused) expect(ms).toBeGreaterThan(0);
  });

  test("one leaves, the next starts, all others move up", () => {
    const { state } = eightyAtOnce();
    const left = enter({ ...state, running: state.running.slice(1) }, 1_000);
    expect(left.running.at(-1)!.id).toBe("p20");
    expect(fleetPlace(left, "p21", 1_000).position).toBe(1);
  });

  test("25 run once people stay so long that the next would wait over five minutes; 30 by the switch", () => {
    const { state } = eightyAtOnce();
    const slow = { ...state, durations: [20 * MINUTE, 22 * MINUTE, 30 * MINUTE] };
    expect(capacityOf(slow, 0)).toBe(HOSTED_CAPACITY.stretched);
    expect(enter(slow, 0).running).toHaveLength(25);
    expect(enter({ ...state, isEmergency: true }, 0).running).toHaveLength(30);
    // The wait is short again: nobody who runs is cut, nobody new comes in.
    const over = { ...enter(slow, 0), durations: [MINUTE] };
    expect(capacityOf(over, 0)).toBe(20);
    expect(mayEnter(over, 0)).toEqual([]);
  });

  test("where the operator has fewer places they are all there are, and the wait is counted with them", () => {
    const one = { ...eightyAtOnce().state, running: [{ id: "r", since: 0 }], most: 1 };
    expect(mayEnter(one, 0)).toEqual([]);
    expect(capacityOf({ ...one, isEmergency: true }, 0)).toBe(1);
    expect(fleetPlaces(one, 0).slice(0, 2)).toEqual([
      { id: "p20", position: 1, expectedWaitMs: HOSTED_CAPACITY.assumedStayMs },
      { id: "p21", position: 2, expectedWaitMs: 2 * HOSTED_CAPACITY.assumedStayMs },
    ]);
    expect(demandOf(one).isHigh).toBe(true);
    expect(["2", "20", "0", "-1", "many", "", undefined].map(placesFrom)).toEqual([
      2,
      20,
      ...Array.from({ length: 5 }, () => null),
    ]);
  });
});

describe("under whatever load", () => {
  const act = fc.oneof(
    fc.record({
      act: fc.constant("come" as const),
      priority: fc.constantFrom(...JOB_PRIORITIES),
      wait: fc.nat(90_000),
    }),
    fc.record({ act: fc.constant("leave" as const), which: fc.nat(), wait: fc.nat(90_000) }),
    fc.record({ act: fc.constant("switch" as const), wait: fc.nat(90_000) }),
  );

  test("never over capacity, nobody lost or doubled, every position true", () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 150 }), (acts) => {
        let state = EMPTY;
        let now = 0;
        const inside = new Set<string>();
        for (const [n, one] of acts.entries()) {
          now += one.wait;
          const before = state.running.length;
          if (one.act === "switch") state = { ...state, isEmergency: !state.isEmergency };
          if (one.act === "leave" && state.running.length > 0) {
            const left = state.running[one.which % state.running.length]!;
            inside.delete(left.id);
            const durations = [...state.durations, now - left.since].slice(-20);
            state = { ...state, durations, running: state.running.filter((r) => r !== left) };
          }
          if (one.act === "come" && mayCome(state, now).allowed) {
            inside.add(`p${n}`);
            const next = { id: `p${n}`, priority: one.priority, since: now };
            state = { ...state, waiting: [...state.waiting, next] };
          }
          const capacity = capacityOf(state, now);
          state = enter(state, now);
          expect(state.running.length).toBeLessThanOrEqual(Math.max(before, capacity));
          expect(state.running.length).toBeLessThanOrEqual(HOSTED_CAPACITY.emergency);
          expect(state.waiting.length).toBeLessThanOrEqual(HOSTED_CAPACITY.queueDepth);
          const all = [...state.waiting, ...state.running].map(({ id }) => id);
          expect(all.toSorted()).toEqual([...inside].toSorted());
          // Whoever comes first in the list is who would enter next.
          const roomy = { ...state, running: [], isEmergency: true };
          const order = mayEnter(roomy, now).map(({ id }) => id);
          const places = fleetPlaces(state, now);
          expect(places.slice(0, order.length).map(({ id }) => id)).toEqual(order);
          expect(places.map(({ position }) => position)).toEqual(places.map((_, i) => i + 1));
          const waits = places.map(({ expectedWaitMs }) => expectedWaitMs);
          expect(waits).toEqual(waits.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("demand", () => {
  const running = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: `r${n}`, since: 0 }));

  test("is high from 18 on; then idle ones go earlier, in an emergency earlier still, and opening costs more", () => {
    expect(demandOf({ ...EMPTY, running: running(17) })).toEqual({
      isHigh: false,
      stopAfterMs: HOSTED_LIFE.stopAfterMs,
      rateFactor: 1,
    });
    const high = demandOf({ ...EMPTY, running: running(18) });
    expect(high.isHigh).toBe(true);
    expect(high.stopAfterMs).toBeLessThan(HOSTED_LIFE.stopAfterMs);
    const emergency = demandOf({ running: running(2), isEmergency: true, most: null });
    expect(emergency).toEqual({
      isHigh: false,
      stopAfterMs: HOSTED_LIFE.stopAfterMs / 2,
      rateFactor: 2,
    });
  });

  test("the pool never takes a place that somebody waits for", () => {
    expect(poolSize({ ...EMPTY, running: running(5) }, 3, 0)).toBe(3);
    expect(poolSize({ ...EMPTY, running: running(19) }, 3, 0)).toBe(1);
    const waiting = [{ id: "w", priority: "new" as const, since: 0 }];
    expect(poolSize({ ...EMPTY, running: running(20), waiting }, 3, 0)).toBe(0);
  });
});

describe("the scan", () => {
  const demand = demandOf(EMPTY);
  const one = (rest: Partial<Scanned>): Scanned => ({
    id: "s",
    state: "running",
    tier: "anonymous",
    activeAt: 0,
    since: 0,
    ...rest,
  });
  const actAt = (rest: Partial<Scanned>, now: number) =>
    scanFleet([one(rest)], demand, now)[0]?.act ?? null;

  test("an hour without use: stopped; the tier's time: warned; half an hour later: removed", () => {
    expect(actAt({}, HOSTED_LIFE.stopAfterMs - 1)).toBe("rest");
    expect(actAt({ state: "idle" }, HOSTED_LIFE.stopAfterMs - 1)).toBeNull();
    expect(actAt({ state: "idle" }, HOSTED_LIFE.stopAfterMs)).toBe("stop");
    for (const tier of ["anonymous", "registered", "premium"] as const) {
      const keptMs = TIER_LIMITS[tier].hostedIdleMs;
      expect(actAt({ state: "stopped", tier }, keptMs - 1)).toBeNull();
      expect(actAt({ state: "stopped", tier }, keptMs)).toBe("warn");
    }
    const warned = { state: "warning", since: 100 } as const;
    expect(actAt(warned, 100 + HOSTED_LIFE.graceMs - 1)).toBeNull();
    expect(actAt(warned, 100 + HOSTED_LIFE.graceMs)).toBe("archive");
  });

  test("what an account's owner has archived stays; of others it is forgotten after a month", () => {
    expect(
      actAt({ state: "archived", tier: "registered" }, 10 * HOSTED_LIFE.archivedMs),
    ).toBeNull();
    expect(actAt({ state: "archived" }, HOSTED_LIFE.archivedMs)).toBe("delete");
  });

  test("the longest unused goes first", () => {
    const acts = scanFleet(
      [one({ id: "later", activeAt: 10 }), one({ id: "sooner", activeAt: 5 })],
      demand,
      2 * HOSTED_LIFE.stopAfterMs,
    );
    expect(acts.map(({ id }) => id)).toEqual(["sooner", "later"]);
  });
});
