import { JOB_PRIORITIES, type JobPriority } from "../../shared/job.ts";
import { AGENT_JOB_LIMITS, HOSTED_CAPACITY, JOB_LIMITS } from "../../shared/limits.ts";

/** Somebody who waits for a place: a job, or later a hosted sandbox (R3.8). Times are epoch milliseconds. */
export interface Waiting {
  readonly id: string;
  readonly priority: JobPriority;
  readonly since: number;
  /** Those of one lane run one after another; none where it is absent or `null`. */
  readonly lane?: string | null;
}

export interface Running extends Pick<Waiting, "id" | "since" | "lane"> {}

export interface QueueState {
  readonly waiting: readonly Waiting[];
  readonly running: readonly Running[];
  /** How long the last ones ran, in milliseconds, newest last. */
  readonly durations: readonly number[];
}

export interface QueueLimits {
  readonly running: number;
  readonly depth: number;
  /** What a run is taken to last before any was measured, in milliseconds. */
  readonly assumedMs: number;
}

export const JOB_QUEUE_LIMITS: QueueLimits = {
  running: JOB_LIMITS.running,
  depth: JOB_LIMITS.queueDepth,
  assumedMs: 5_000,
};

/** @param kind the queue's name: the kind of its jobs */
export const queueLimitsOf = (kind: string | undefined): QueueLimits =>
  kind === "agent-message"
    ? { running: AGENT_JOB_LIMITS.running, depth: JOB_LIMITS.queueDepth, assumedMs: 30_000 }
    : JOB_QUEUE_LIMITS;

/** Who has waited this long goes one rank up, so that nobody waits for ever behind others. */
const RANK_UP_MS = 2 * 60_000;
/** As many durations are remembered; older ones say little about now. */
const MEASURED = 20;

/** Those who wait, next first: by rank, and within it first come, first served. */
export function inOrder(waiting: readonly Waiting[], now: number): readonly Waiting[] {
  const rank = ({ priority, since }: Waiting) =>
    JOB_PRIORITIES.indexOf(priority) - Math.floor(Math.max(0, now - since) / RANK_UP_MS);
  return waiting.toSorted((a, b) => rank(a) - rank(b) || a.since - b.since);
}

/** Who may start now: as many as there are places, and of each lane one. */
export function mayStart(state: QueueState, limits: QueueLimits, now: number): readonly Waiting[] {
  const free = Math.max(0, limits.running - state.running.length);
  const taken = new Set(state.running.map(({ lane }) => lane ?? null));
  const able = inOrder(state.waiting, now).filter(({ lane = null }) => {
    if (lane === null) return true;
    const isFree = !taken.has(lane);
    taken.add(lane);
    return isFree;
  });
  return able.slice(0, free);
}

/** The median of the measured durations, in milliseconds. */
export function usualMs({ durations }: QueueState, limits: QueueLimits): number {
  const sorted = durations.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? limits.assumedMs;
}

/** Remembers how long a run took. */
export const withDuration = (durations: readonly number[], ms: number): readonly number[] =>
  [...durations, Math.max(0, ms)].slice(-MEASURED);

/**
 * How long those who wait have to, in milliseconds and in their order: each place that runs is taken to
 * come free when its run has lasted as long as usual, and so is a lane.
 */
export function expectedWaits(
  state: QueueState,
  limits: QueueLimits,
  now: number,
): readonly { readonly id: string; readonly waitMs: number }[] {
  const usual = usualMs(state, limits);
  const left = ({ since }: Running) => Math.max(0, usual - (now - since));
  const freeAt = state.running.map(left);
  const laneFreeAt = new Map(state.running.map((one) => [one.lane ?? null, left(one)]));
  while (freeAt.length < limits.running) freeAt.push(0);
  return inOrder(state.waiting, now).map(({ id, lane = null }) => {
    freeAt.sort((a, b) => a - b);
    const placeMs = freeAt.shift() ?? usual;
    const waitMs = lane === null ? placeMs : Math.max(placeMs, laneFreeAt.get(lane) ?? 0);
    freeAt.push(waitMs + usual);
    if (lane !== null) laneFreeAt.set(lane, waitMs + usual);
    return { id, waitMs };
  });
}

/** 1 is next; 0 doesn't wait. */
export function placeOf(
  state: QueueState,
  limits: QueueLimits,
  id: string,
  now: number,
): { readonly position: number; readonly expectedWaitMs: number } {
  const waits = expectedWaits(state, limits, now);
  const index = waits.findIndex((one) => one.id === id);
  return { position: index + 1, expectedWaitMs: waits[index]?.waitMs ?? 0 };
}

/** Whether one more may wait; if not, in how many milliseconds a place in the queue comes free. */
export function mayWait(
  state: QueueState,
  limits: QueueLimits,
  now: number,
): { readonly allowed: true } | { readonly allowed: false; readonly retryAfterMs: number } {
  if (state.waiting.length < limits.depth) return { allowed: true };
  const next = expectedWaits(state, limits, now)[0]?.waitMs ?? 0;
  return { allowed: false, retryAfterMs: Math.max(1_000, next) };
}

/** How many hosted sandboxes may run (R3.8); what runs already is never cut. */
export function hostedCapacity(now: {
  readonly expectedWaitMs: number;
  readonly emergency: boolean;
}): number {
  if (now.emergency) return HOSTED_CAPACITY.emergency;
  return now.expectedWaitMs > HOSTED_CAPACITY.stretchAfterMs
    ? HOSTED_CAPACITY.stretched
    : HOSTED_CAPACITY.usual;
}

/** Whether people are told of high demand. */
export const isHighDemand = (running: number): boolean => running >= HOSTED_CAPACITY.highDemandFrom;
