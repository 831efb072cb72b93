import { z } from "zod";
import { endpoint } from "./endpoint.ts";

const TAG = "Premium";

const view = z.object({
  /** Whether premium can be bought here. */
  isOffered: z.boolean(),
  tier: z.enum(["registered", "premium"]),
  /** The operator set it: nothing is paid for it. */
  isGranted: z.boolean(),
  /** There is something to manage: bills, a subscription. */
  hasBills: z.boolean(),
  /** Until when it is paid, epoch milliseconds; `null` where nothing is. */
  paidUntil: z.number().nullable(),
  /** It ends then. */
  ends: z.boolean(),
  /** Stripe couldn’t take the last payment and tries again. */
  isOverdue: z.boolean(),
});
export type BillingView = z.infer<typeof view>;

const page = z.object({ url: z.string() });

export const billing = {
  read: endpoint({
    method: "GET",
    path: "/api/billing",
    access: "member",
    summary: "One’s tier, and what is paid for it",
    tag: TAG,
    output: view,
  }),
  renew: endpoint({
    method: "POST",
    path: "/api/billing/renew",
    access: "member",
    summary: "Asks the payment service anew; for who comes back from it before its message does",
    tag: TAG,
    output: view,
    cost: 5,
  }),
  checkout: endpoint({
    method: "POST",
    path: "/api/billing/checkout",
    access: "member",
    summary: "The address of a page where premium is bought",
    tag: TAG,
    output: page,
    cost: 5,
  }),
  portal: endpoint({
    method: "POST",
    path: "/api/billing/portal",
    access: "member",
    summary: "The address of a page where premium is changed or ended, with the bills",
    tag: TAG,
    output: page,
    cost: 5,
  }),
  webhook: endpoint({
    method: "POST",
    path: "/api/billing/webhook",
    access: "anyone",
    summary: "What Stripe sends, signed; may come twice and in any order",
    tag: TAG,
    body: z.instanceof(Uint8Array),
    bodyType: "bytes",
    output: z.object({ received: z.literal(true) }),
    cost: 0,
  }),
} as const;
