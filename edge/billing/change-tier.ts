import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { Tier } from "../../shared/limits.ts";
import { expiryOf } from "../../shared/site/publication.ts";
import {
  changeBilling,
  keepCustomer,
  lockBilling,
  readBilling,
  setTier,
  type BillingRow,
} from "../db/rows/billing-rows.ts";
import type { Database } from "../db/open-database.ts";
import { isThere } from "../db/rows/privacy-rows.ts";
import { subscriptionThatCounts, tierGiven } from "../domain/tier-of.ts";
import type { Payments } from "./payments.ts";

export interface TierBook {
  readonly database: Database;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface TierNow {
  readonly tier: Exclude<Tier, "anonymous">;
  readonly hasChanged: boolean;
}

async function applyTier(
  transaction: Database,
  row: Pick<BillingRow, "personId" | "grantedTier" | "status">,
  now: number,
): Promise<TierNow> {
  const tier = tierGiven({ granted: row.grantedTier, status: row.status });
  const expiry = expiryOf(tier, now);
  const siteExpiry = expiry === null ? null : new Date(expiry);
  return { tier, hasChanged: await setTier(transaction, row.personId, tier, siteExpiry) };
}

/**
 * Asks what a person’s subscriptions are now and gives them the tier that follows. Messages of Stripe’s say
 * only that something has changed: so they may come twice, late and in any order. Fails as `Payments` does;
 * then nothing has changed.
 */
export async function renewTier(
  { database, now }: TierBook,
  payments: Payments,
  personId: string,
): Promise<Result<TierNow>> {
  return database.transaction(async (transaction) => {
    const row = await lockBilling(transaction, personId);
    if (row.customerId === null) return ok(await applyTier(transaction, row, now()));
    const listed = await payments.subscriptionsOf(row.customerId);
    if (!listed.ok) return listed;
    const counts = subscriptionThatCounts(listed.value);
    const status = counts?.status ?? null;
    const paidUntil = counts?.paidUntil ? new Date(counts.paidUntil * 1_000) : null;
    await changeBilling(transaction, personId, { status, paidUntil, ends: counts?.ends ?? false });
    return ok(await applyTier(transaction, { ...row, status }, now()));
  });
}

/** The operator sets a tier, or leaves it to what is paid (`null`). Fails with `not-found`. */
export async function grantTier(
  { database, now }: TierBook,
  personId: string,
  grantedTier: Exclude<Tier, "anonymous"> | null,
): Promise<Result<TierNow>> {
  if (!(await isThere(database, personId))) return fail(NOBODY);
  return database.transaction(async (transaction) => {
    const row = await lockBilling(transaction, personId);
    await changeBilling(transaction, personId, { grantedTier });
    return ok(await applyTier(transaction, { ...row, grantedTier }, now()));
  });
}

/** A person’s customer id, made where there is none. */
export async function customerOf(
  { database }: Pick<TierBook, "database">,
  payments: Payments,
  personId: string,
): Promise<Result<string>> {
  const known = (await readBilling(database, personId))?.customerId;
  if (known) return ok(known);
  const made = await payments.makeCustomer(personId);
  return made.ok ? ok(await keepCustomer(database, personId, made.value)) : made;
}

export const NOBODY: Failure = {
  kind: "not-found",
  message: "There is nobody by this id.",
  nextStep: "Look them up by their e-mail address.",
  retryable: false,
};
