/**
 * The life of a hosted sandbox (R3.7): which state may follow which, and the record that each move leaves.
 * Times are epoch milliseconds.
 */
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { HostedState } from "../../shared/hosted-sandbox.ts";
import { HOSTED_LIFE } from "../../shared/limits.ts";

/** What may follow. `failed` may follow everything but itself and the end; it isn't named here. */
const NEXT: Readonly<Record<HostedState, readonly HostedState[]>> = {
  // Back to where it was, when there is no place for it or it doesn't wait any longer.
  queued: ["creating", "stopped", "archived", "deleted"],
  creating: ["building", "deleted"],
  building: ["running", "deleted"],
  running: ["idle", "stopping", "deleted"],
  idle: ["running", "stopping", "deleted"],
  stopping: ["stopped", "deleted"],
  // Woken, it waits for a place like everybody.
  stopped: ["queued", "warning", "archived", "deleted"],
  warning: ["queued", "archived", "deleted"],
  archived: ["queued", "deleted"],
  failed: ["queued", "archived", "deleted"],
  deleted: [],
};

export interface SandboxLife {
  readonly state: HostedState;
  /** Since when it is in this state. */
  readonly since: number;
}

/** One move, as `sandbox_events` keeps it. */
export interface SandboxMove {
  readonly from: HostedState | null;
  readonly to: HostedState;
  /** One sentence or name: why. */
  readonly reason: string;
  /** Milliseconds in the state before; `null` for the first. */
  readonly afterMs: number | null;
  readonly at: number;
}

export interface Moved {
  readonly life: SandboxLife;
  readonly move: SandboxMove;
}

/** Whether this state may follow that one. */
export const mayMove = (from: HostedState, to: HostedState): boolean =>
  to === "failed" ? from !== "failed" && from !== "deleted" : NEXT[from].includes(to);

/** A new one: it waits. */
export const beginLife = (reason: string, now: number): Moved => ({
  life: { state: "queued", since: now },
  move: { from: null, to: "queued", reason, afterMs: null, at: now },
});

/** Moves to another state. Fails with `conflict` when that one may not follow. */
export function moveLife(
  life: SandboxLife,
  to: HostedState,
  reason: string,
  now: number,
): Result<Moved> {
  if (!mayMove(life.state, to)) return fail(illegal(life.state, to));
  const afterMs = Math.max(0, now - life.since);
  return ok({
    life: { state: to, since: now },
    move: { from: life.state, to, reason, afterMs, at: now },
  });
}

/** It has one of the places of the fleet: something of it is at the provider's and costs. */
export const holdsPlace = (state: HostedState): boolean =>
  ["creating", "building", "running", "idle", "stopping"].includes(state);

/** Its site can be looked at now. */
export const isServing = (state: HostedState): boolean => state === "running" || state === "idle";

/** A visit or a message brings it back. */
export const canWake = (state: HostedState): boolean => mayMove(state, "queued");

/**
 * A visit brings it back now. One that failed, and may succeed another time, rests first: the page that a
 * visitor sees of it must not make machines again and again.
 */
export function wakesByVisit(
  { state, since, failure }: SandboxLife & { readonly failure: { retryable: boolean } | null },
  now: number,
): boolean {
  if (state !== "failed") return canWake(state);
  return failure?.retryable === true && now - since >= HOSTED_LIFE.failedRestMs;
}

/** Work on it is under way, or waits for its turn: its events go on. */
export const isUnderWay = (state: HostedState): boolean =>
  state === "queued" || state === "creating" || state === "building";

/** Nothing of it runs, and nothing changes by itself: what isn't kept elsewhere yet can be. */
export const isAtRest = (state: HostedState): boolean =>
  ["stopped", "warning", "archived", "failed"].includes(state);

const illegal = (from: HostedState, to: HostedState): Failure => ({
  kind: "conflict",
  message: `A sandbox that is ${from} can’t become ${to}.`,
  nextStep: "Look at its status, and try again.",
  retryable: false,
});
