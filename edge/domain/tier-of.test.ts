import { expect, test } from "vitest";
import { subscriptionThatCounts, tierGiven } from "./tier-of.ts";

const facts = (status: string) => ({ status, paidUntil: null, ends: false });

test("a paid subscription gives premium, also while Stripe tries to be paid; an ended one doesn’t", () => {
  for (const status of ["active", "trialing", "past_due"]) {
    expect(tierGiven({ granted: null, status }), status).toBe("premium");
  }
  for (const status of ["canceled", "unpaid", "incomplete", "incomplete_expired", "paused", null]) {
    expect(tierGiven({ granted: null, status }), String(status)).toBe("registered");
  }
});

test("what the operator set goes before what is paid, both ways", () => {
  expect(tierGiven({ granted: "premium", status: null })).toBe("premium");
  expect(tierGiven({ granted: "registered", status: "active" })).toBe("registered");
});

test("of two subscriptions the one that is paid counts, whatever their order", () => {
  const both = [facts("canceled"), facts("active")];
  expect(subscriptionThatCounts(both)?.status).toBe("active");
  expect(subscriptionThatCounts(both.toReversed())?.status).toBe("active");
  expect(subscriptionThatCounts([])).toBeNull();
});
