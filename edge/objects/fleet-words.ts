/** What people hear of the fleet. */
import type { Failure } from "../../shared/failure.ts";
import type { HostedOffer } from "../../shared/hosted-sandbox.ts";
import { HOSTED_CAPACITY, HOSTED_LIFE, type Tier } from "../../shared/limits.ts";
import {
  capacityOf,
  demandOf,
  headWaitMs,
  mayCome,
  type FleetState,
} from "../domain/sandbox-fleet.ts";

const HIGH_DEMAND =
  "Many use hosted sandboxes just now. Sign in to go first, or come back in an hour; your browser builds meanwhile.";
const HIGH_DEMAND_SIGNED_IN =
  "Many use hosted sandboxes just now. You may have to wait, or come back in an hour; your browser builds meanwhile.";
const SAYS: Readonly<Record<HostedOffer["state"], string>> = {
  off: "Hosted sandboxes aren’t offered here.",
  free: "A hosted sandbox is free.",
  busy: "All hosted sandboxes are taken; you would wait.",
  full: "All hosted sandboxes are taken, and so is the queue.",
  down: "Hosted sandboxes don’t answer; your site runs in the browser.",
};

export const NOT_OFFERED: Failure = {
  kind: "unavailable",
  message: SAYS.off,
  nextStep: "Your site runs in the browser.",
  retryable: false,
};
export const DOWN: Failure = {
  kind: "unavailable",
  message: SAYS.down,
  nextStep: "Go on in the browser; hosted sandboxes come back by themselves.",
  retryable: true,
  retryAfterMs: HOSTED_LIFE.healthEveryMs,
};
export const isFull = (retryAfterMs: number): Failure => ({
  kind: "unavailable",
  message: `All hosted sandboxes are taken, and ${HOSTED_CAPACITY.queueDepth} people wait already.`,
  nextStep: `Come back in ${Math.ceil(retryAfterMs / 60_000)} min; your site runs in the browser meanwhile.`,
  retryable: true,
  retryAfterMs,
});
export const asManyAs = (most: number): Failure => ({
  kind: "quota-exceeded",
  message:
    most === 0
      ? "Hosted sandboxes need an account."
      : `You have ${most} hosted sandbox${most === 1 ? "" : "es"} already.`,
  nextStep: most === 0 ? "Sign in, or go on in the browser." : "Stop one, or go on in the browser.",
  retryable: false,
});

/**
 * What somebody who thinks of a hosted sandbox is told.
 * @param now Unix milliseconds
 */
export function offerOf(
  fleet: FleetState,
  { isOffered, isDown }: { readonly isOffered: boolean; readonly isDown: boolean },
  now: number,
): HostedOffer {
  const { isHigh } = demandOf(fleet);
  const state = stateOf();
  return {
    state,
    is_high_demand: isHigh,
    running: fleet.running.length,
    waiting: fleet.waiting.length,
    expected_wait_ms: state === "free" ? 0 : headWaitMs(fleet, now),
    message: isHigh && state !== "down" ? HIGH_DEMAND : SAYS[state],
  };

  function stateOf(): HostedOffer["state"] {
    if (!isOffered) return "off";
    if (isDown) return "down";
    if (!mayCome(fleet, now).allowed) return "full";
    return fleet.running.length >= capacityOf(fleet, now) ? "busy" : "free";
  }
}

/** The same for somebody: who is signed in isn't asked to sign in. `null`: nobody knows who it is. */
export const offerFor = (offer: HostedOffer, tier: Tier | null): HostedOffer =>
  offer.message === HIGH_DEMAND && tier !== null && tier !== "anonymous"
    ? { ...offer, message: HIGH_DEMAND_SIGNED_IN }
    : offer;
