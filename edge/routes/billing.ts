import type { BillingView } from "../../shared/api/billing.ts";
import { api } from "../../shared/api/table.ts";
import { fail, ok, type Failure } from "../../shared/failure.ts";
import { customerOf, renewTier } from "../billing/change-tier.ts";
import type { Caller } from "../caller.ts";
import { noteAct } from "../db/rows/audit-rows.ts";
import { personOfCustomer, readBilling, readTier } from "../db/rows/billing-rows.ts";
import type { Dependencies } from "../dependencies.ts";
import { route, type EdgeContext, type EdgeHono } from "../route.ts";

interface Asking {
  readonly dependencies: Dependencies;
  readonly caller: Caller;
  readonly context: EdgeContext;
  readonly requestId: string;
}

/** Premium through Stripe (R6.8); without its keys nothing is offered. */
export function addBillingRoutes(app: EdgeHono): void {
  route(app, api.billing.read, async (call) => ok(await viewOf(call)));

  route(app, api.billing.renew, async (call) => {
    const renewed = await renew(call, call.caller.personId);
    return renewed.ok ? ok(await viewOf(call)) : renewed;
  });

  route(app, api.billing.checkout, async (call) => {
    const { dependencies, caller } = call;
    const { payments, database } = dependencies;
    if (payments === null) return fail(NOT_OFFERED);
    // Who pays already mustn't pay twice; Stripe knows it first.
    const renewed = await renew(call, caller.personId);
    if (!renewed.ok) return renewed;
    if (renewed.value.tier === "premium") return fail(IS_PREMIUM);
    const customer = await customerOf({ database: database() }, payments, caller.personId);
    if (!customer.ok) return customer;
    const url = await payments.checkout({ customerId: customer.value, back: backTo(call) });
    return url.ok ? ok({ url: url.value }) : url;
  });

  route(app, api.billing.portal, async (call) => {
    const { payments, database } = call.dependencies;
    if (payments === null) return fail(NOT_OFFERED);
    const row = await readBilling(database(), call.caller.personId);
    if (!row?.customerId) return fail(NO_BILLS);
    const url = await payments.portal({ customerId: row.customerId, back: backTo(call) });
    return url.ok ? ok({ url: url.value }) : url;
  });

  route(app, api.billing.webhook, async ({ dependencies, input, context, requestId }) => {
    const { payments, database } = dependencies;
    if (payments === null) return fail(NOT_OFFERED);
    const signature = context.req.header("stripe-signature") ?? "";
    const customer = await payments.customerIn(input.body, signature);
    if (!customer.ok) return customer;
    // Other products of the same Stripe account have customers too.
    const personId = customer.value && (await personOfCustomer(database(), customer.value));
    if (!personId) return ok({ received: true as const });
    const renewed = await renew({ dependencies, requestId }, personId);
    return renewed.ok ? ok({ received: true as const }) : renewed;
  });
}

async function renew(
  { dependencies, requestId }: Pick<Asking, "dependencies" | "requestId">,
  personId: string,
): ReturnType<typeof renewTier> {
  const { payments, database, now } = dependencies;
  if (payments === null) return fail(NOT_OFFERED);
  const renewed = await renewTier({ database: database(), now }, payments, personId);
  if (renewed.ok && renewed.value.hasChanged) {
    const detail = { tier: renewed.value.tier, by: "payment" };
    await noteAct(database(), { personId, act: "tier-changed", requestId, detail });
  }
  return renewed;
}

async function viewOf({ dependencies, caller }: Asking): Promise<BillingView> {
  const { payments, database } = dependencies;
  const row = await readBilling(database(), caller.personId);
  return {
    isOffered: payments !== null,
    tier: await readTier(database(), caller.personId),
    isGranted: row?.grantedTier === "premium",
    hasBills: payments !== null && row?.customerId != null,
    paidUntil: row?.paidUntil?.getTime() ?? null,
    ends: row?.ends ?? false,
    isOverdue: row?.status === "past_due",
  };
}

/** The page that Stripe’s lead back to. */
const backTo = ({ dependencies, context }: Asking): string =>
  `${dependencies.appOrigin || new URL(context.req.url).origin}/billing`;

const NOT_OFFERED: Failure = {
  kind: "unavailable",
  message: "Premium can’t be bought here.",
  nextStep: "Whoever runs this service can give it to you.",
  retryable: false,
};
const IS_PREMIUM: Failure = {
  kind: "conflict",
  message: "You have premium already.",
  nextStep: "Load this page anew to see it.",
  retryable: false,
};
const NO_BILLS: Failure = {
  kind: "not-found",
  message: "There are no bills of yours.",
  nextStep: "They are here once you have bought something.",
  retryable: false,
};
