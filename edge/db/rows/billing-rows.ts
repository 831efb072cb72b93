import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { Tier } from "../../../shared/limits.ts";
import type { Database } from "../open-database.ts";
import { billing, people, publications } from "../schema.ts";

export type BillingRow = Omit<typeof billing.$inferSelect, "updatedAt">;

/** Why a person’s tier is what it is; `null` where nobody has said anything of it. */
export async function readBilling(
  database: Database,
  personId: string,
): Promise<BillingRow | null> {
  const rows = await database.select().from(billing).where(eq(billing.personId, personId));
  return rows[0] ?? null;
}

/** A registered person’s tier as it holds now. */
export async function readTier(
  database: Database,
  personId: string,
): Promise<Exclude<Tier, "anonymous">> {
  const rows = await database
    .select({ tier: people.tier })
    .from(people)
    .where(eq(people.id, personId));
  return rows[0]?.tier === "premium" ? "premium" : "registered";
}

/** Whose customer id this is; `null` where it is nobody’s here. */
export async function personOfCustomer(
  database: Database,
  customerId: string,
): Promise<string | null> {
  const rows = await database
    .select({ personId: billing.personId })
    .from(billing)
    .where(eq(billing.customerId, customerId));
  return rows[0]?.personId ?? null;
}

/** Keeps a person’s customer id unless there is one. @returns the one that holds */
export async function keepCustomer(
  database: Database,
  personId: string,
  customerId: string,
): Promise<string> {
  const rows = await database
    .insert(billing)
    .values({ personId, customerId })
    .onConflictDoUpdate({
      target: billing.personId,
      set: { customerId: sql`coalesce(${billing.customerId}, ${customerId})` },
    })
    .returning({ customerId: billing.customerId });
  return rows[0]!.customerId!;
}

/**
 * Holds a person’s row until the transaction ends, so that two who ask Stripe of them at once do so one
 * after the other, and who asks later writes later.
 */
export async function lockBilling(transaction: Database, personId: string): Promise<BillingRow> {
  await transaction.insert(billing).values({ personId }).onConflictDoNothing();
  const rows = await transaction
    .select()
    .from(billing)
    .where(eq(billing.personId, personId))
    .for("update");
  return rows[0]!;
}

export async function changeBilling(
  transaction: Database,
  personId: string,
  change: Partial<Omit<BillingRow, "personId" | "customerId">>,
): Promise<void> {
  await transaction
    .update(billing)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(billing.personId, personId));
}

/**
 * Gives a person a tier. Their next request has it, and their sites end when that tier’s do.
 * @param siteExpiry when a site ends that is shown under that tier; `null`: it doesn't
 * @returns whether it is another one than before
 */
export async function setTier(
  transaction: Database,
  personId: string,
  tier: Exclude<Tier, "anonymous">,
  siteExpiry: Date | null,
): Promise<boolean> {
  const changed = await transaction
    .update(people)
    .set({ tier })
    .where(and(eq(people.id, personId), sql`${people.tier} <> ${tier}`))
    .returning({ id: people.id });
  if (changed.length === 0) return false;
  await transaction
    .update(publications)
    .set({ expiresAt: siteExpiry })
    .where(
      and(
        eq(publications.ownerId, personId),
        isNull(publications.draftOf),
        isNotNull(publications.buildId),
        siteExpiry === null
          ? sql`${publications.expiresAt} > now()`
          : isNull(publications.expiresAt),
      ),
    );
  return true;
}
