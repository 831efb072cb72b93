import type { Tier } from "../../shared/limits.ts";

/**
 * What Stripe says of a subscription (https://docs.stripe.com/api/subscriptions/object#subscription_object-status)
 * while it gives premium. `past_due`: Stripe still tries to be paid, and ends it itself in the end.
 */
const PAID: readonly string[] = ["active", "trialing", "past_due"];

export interface SubscriptionFacts {
  readonly status: string;
  /** Until when it is paid, epoch seconds; `null` where that isn't known. */
  readonly paidUntil: number | null;
  readonly ends: boolean;
}

/** The subscription of several that counts: one that gives premium before all others, else the first. */
export const subscriptionThatCounts = (
  subscriptions: readonly SubscriptionFacts[],
): SubscriptionFacts | null =>
  subscriptions.find(({ status }) => PAID.includes(status)) ?? subscriptions[0] ?? null;

/** Somebody’s tier: what the operator set goes before what is paid. */
export const tierGiven = (given: {
  readonly granted: string | null;
  readonly status: string | null;
}): Exclude<Tier, "anonymous"> => {
  if (given.granted === "premium" || given.granted === "registered") return given.granted;
  return given.status !== null && PAID.includes(given.status) ? "premium" : "registered";
};
