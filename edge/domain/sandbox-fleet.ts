/**
 * All hosted sandboxes together (R3.8): how many places there are, who gets one, who waits where, which
 * idle ones go, and what becomes of those that nobody uses. Times are epoch milliseconds; who asks says
 * what time it is.
 */
import type { HostedState } from "../../shared/hosted-sandbox.ts";
import { HOSTED_CAPACITY, HOSTED_LIFE, TIER_LIMITS, type Tier } from "../../shared/limits.ts";
import {
  expectedWaits,
  hostedCapacity,
  inOrder,
  isHighDemand,
  mayWait,
  placeOf,
  type QueueLimits,
  type QueueState,
  type Waiting,
} from "./queue-order.ts";

export interface FleetState extends QueueState {
  /** The operator's switch. */
  readonly isEmergency: boolean;
  /** More never run, whatever the rule gives, where the operator wants fewer (`SANDBOX_PLACES`). */
  readonly most: number | null;
}

const limitsFor = (running: number): QueueLimits => ({
  running,
  depth: HOSTED_CAPACITY.queueDepth,
  assumedMs: HOSTED_CAPACITY.assumedStayMs,
});

/** How long the next one in the queue has to wait, were there the usual places alone, in milliseconds. */
export const headWaitMs = (state: FleetState, now: number): number =>
  expectedWaits(state, limitsFor(atMost(state, HOSTED_CAPACITY.usual)), now)[0]?.waitMs ?? 0;

const atMost = ({ most }: Pick<FleetState, "most">, places: number): number =>
  Math.min(most ?? places, places);

/** How many may run now. Those that run beyond it stay; nobody new comes in. */
export const capacityOf = (state: FleetState, now: number): number =>
  atMost(
    state,
    hostedCapacity({ expectedWaitMs: headWaitMs(state, now), emergency: state.isEmergency }),
  );

/** Who gets a place now, next first. */
export function mayEnter(state: FleetState, now: number): readonly Waiting[] {
  const free = Math.max(0, capacityOf(state, now) - state.running.length);
  return inOrder(state.waiting, now).slice(0, free);
}

/** 1 is next; 0 doesn't wait. */
export const fleetPlace = (state: FleetState, id: string, now: number) =>
  placeOf(state, limitsFor(capacityOf(state, now)), id, now);

/** Everybody who waits, with their place and wait, next first. */
export const fleetPlaces = (state: FleetState, now: number) =>
  expectedWaits(state, limitsFor(capacityOf(state, now)), now).map(({ id, waitMs }, index) => ({
    id,
    position: index + 1,
    expectedWaitMs: waitMs,
  }));

/** Whether one more may come: to a free place or into the queue. */
export function mayCome(state: FleetState, now: number): ReturnType<typeof mayWait> {
  const capacity = capacityOf(state, now);
  if (state.running.length + state.waiting.length < capacity) return { allowed: true };
  return mayWait(state, limitsFor(capacity), now);
}

export interface Demand {
  /** People are told of it. */
  readonly isHigh: boolean;
  /** An idle one is stopped after so many milliseconds without activity. */
  readonly stopAfterMs: number;
  /** Opening one costs so many times the usual tokens of the rate limit. */
  readonly rateFactor: number;
}

/** The operator's own number of places; `null` where none is said, or it is no number. */
export const placesFrom = (text: string | undefined): number | null =>
  /^[1-9]\d{0,3}$/.test(text ?? "") ? Number(text) : null;

/** What the fleet's load means for those who use it. */
export function demandOf(state: Pick<FleetState, "running" | "isEmergency" | "most">): Demand {
  const { running, most } = state;
  const isHigh = isHighDemand(running.length) || (most !== null && running.length >= most);
  const base = isHigh ? HOSTED_LIFE.busyStopAfterMs : HOSTED_LIFE.stopAfterMs;
  return {
    isHigh,
    stopAfterMs: state.isEmergency ? base / 2 : base,
    rateFactor: state.isEmergency ? 2 : 1,
  };
}

/**
 * How many started sandboxes should stand ready for nobody yet: as many as configured, but never beyond
 * the places, and none while somebody waits.
 */
export function poolSize(state: FleetState, configured: number, now: number): number {
  if (state.waiting.length > 0) return 0;
  return Math.max(0, Math.min(configured, capacityOf(state, now) - state.running.length));
}

/** A sandbox as the scan sees it. */
export interface Scanned {
  readonly id: string;
  readonly state: HostedState;
  readonly tier: Tier;
  /** When somebody last used it. */
  readonly activeAt: number;
  /** Since when it is in its state. */
  readonly since: number;
}

export type ScanAct = "rest" | "stop" | "warn" | "archive" | "delete";

/**
 * What is due for those that nobody uses, longest unused first: idle, then stopped, then after the tier's
 * time a warning, after the grace removed (its files kept), and at last forgotten.
 */
export function scanFleet(
  sandboxes: readonly Scanned[],
  demand: Demand,
  now: number,
): readonly { readonly id: string; readonly act: ScanAct }[] {
  return sandboxes
    .toSorted((a, b) => a.activeAt - b.activeAt)
    .flatMap((one) => {
      const act = dueFor(one, demand, now);
      return act === null ? [] : [{ id: one.id, act }];
    });
}

function dueFor(one: Scanned, demand: Demand, now: number): ScanAct | null {
  const unusedMs = now - one.activeAt;
  switch (one.state) {
    case "running":
      if (unusedMs >= demand.stopAfterMs) return "stop";
      return unusedMs >= HOSTED_LIFE.idleAfterMs ? "rest" : null;
    case "idle":
      return unusedMs >= demand.stopAfterMs ? "stop" : null;
    case "stopping":
      // The provider was away: it is asked again.
      return now - one.since >= HOSTED_LIFE.tryMs ? "stop" : null;
    case "stopped":
      return unusedMs >= TIER_LIMITS[one.tier].hostedIdleMs ? "warn" : null;
    case "failed":
      // It runs nowhere: there is nothing to warn of, its files are kept as they are.
      return unusedMs >= TIER_LIMITS[one.tier].hostedIdleMs ? "archive" : null;
    case "warning":
      return now - one.since >= HOSTED_LIFE.graceMs ? "archive" : null;
    case "archived":
      return one.tier === "anonymous" && now - one.since >= HOSTED_LIFE.archivedMs
        ? "delete"
        : null;
    default:
      return null;
  }
}
