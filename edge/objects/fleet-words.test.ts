import { expect, test } from "vitest";
import type { FleetState } from "../domain/sandbox-fleet.ts";
import type { HostedOffer } from "../../shared/hosted-sandbox.ts";
import { offerFor, offerOf } from "./fleet-words.ts";

const FLEET: FleetState = {
  running: Array.from({ length: 18 }, (_, n) => ({ id: `r-${n}`, since: 0 })),
  waiting: [],
  durations: [],
  isEmergency: false,
  most: null,
};

test("in high demand signing in is suggested to who isn’t signed in, and another hour to all", () => {
  const offer = offerOf(FLEET, { isOffered: true, isDown: false }, 0);
  expect(offer.is_high_demand).toBe(true);
  for (const tier of [null, "anonymous"] as const) {
    expect(offerFor(offer, tier).message).toMatch(/Sign in .* in an hour/);
  }
  for (const tier of ["registered", "premium"] as const) {
    const own = offerFor(offer, tier);
    expect(own.message).toContain("in an hour");
    expect(own.message).not.toMatch(/sign in/i);
    expect({ ...own, message: offer.message }).toEqual(offer);
  }
  const down: HostedOffer = offerOf(FLEET, { isOffered: true, isDown: true }, 0);
  expect(offerFor(down, "registered")).toEqual(down);
});
