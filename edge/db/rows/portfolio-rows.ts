import { and, asc, desc, eq, gt, isNull, lt, notInArray, or } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import {
  conversations,
  elsewhere,
  personTotals,
  portfolioBlobs,
  portfolios,
  publications,
  sourceCvs,
  versions,
} from "../schema.ts";

export type PortfolioRow = typeof portfolios.$inferSelect;

/** What a list needs of it: everything but the tree. */
export type PortfolioEntryRow = Omit<PortfolioRow, "sealedTree" | "ownerId">;

const ENTRY = {
  id: portfolios.id,
  revision: portfolios.revision,
  sequence: portfolios.sequence,
  sealedSummary: portfolios.sealedSummary,
  fileCount: portfolios.fileCount,
  conversationChanges: portfolios.conversationChanges,
  createdAt: portfolios.createdAt,
  updatedAt: portfolios.updatedAt,
  deletedAt: portfolios.deletedAt,
};

/** Portfolios last changed first, from after a place in that order. */
export async function listPortfolios(
  database: Database,
  personId: string,
  after: { readonly updatedAt: Date; readonly id: string } | null,
  limit: number,
): Promise<readonly PortfolioEntryRow[]> {
  const later = after
    ? or(
        lt(portfolios.updatedAt, after.updatedAt),
        and(eq(portfolios.updatedAt, after.updatedAt), lt(portfolios.id, after.id)),
      )
    : undefined;
  return database
    .select(ENTRY)
    .from(portfolios)
    .where(and(eq(portfolios.ownerId, personId), isNull(portfolios.deletedAt), later))
    .orderBy(desc(portfolios.updatedAt), desc(portfolios.id))
    .limit(limit);
}

/** What changed after a change number, tombstones too. */
export async function listChanges(
  database: Database,
  personId: string,
  after: number,
  limit: number,
): Promise<readonly PortfolioEntryRow[]> {
  return database
    .select(ENTRY)
    .from(portfolios)
    .where(and(eq(portfolios.ownerId, personId), gt(portfolios.sequence, after)))
    .orderBy(asc(portfolios.sequence))
    .limit(limit);
}

/** One portfolio, a tombstone too; `null` where it isn't this person's. */
export async function findPortfolio(
  database: Database,
  personId: string,
  id: string,
): Promise<PortfolioRow | null> {
  const rows = await database
    .select()
    .from(portfolios)
    .where(and(eq(portfolios.id, id), eq(portfolios.ownerId, personId)));
  return rows[0] ?? null;
}

/** Whether a portfolio is this person's, a tombstone too. */
export async function isOwned(database: Database, personId: string, id: string): Promise<boolean> {
  const rows = await database
    .select({ id: portfolios.id })
    .from(portfolios)
    .where(and(eq(portfolios.id, id), eq(portfolios.ownerId, personId)));
  return rows.length > 0;
}

/**
 * Says which of the person's change numbers are taken. Their row must be locked (`lockTotals`, which gives
 * the last one), so that numbers have no gap in sight.
 */
export async function takeSequence(
  transaction: Database,
  personId: string,
  sequence: number,
): Promise<void> {
  await transaction
    .update(personTotals)
    .set({ sequence })
    .where(eq(personTotals.personId, personId));
}

/** Writes the present state, over what was there. */
export async function putPortfolio(transaction: Database, row: PortfolioRow): Promise<void> {
  const { id: _id, ownerId: _owner, createdAt: _made, ...rest } = row;
  await transaction
    .insert(portfolios)
    .values(row)
    .onConflictDoUpdate({ target: portfolios.id, set: rest });
}

/** Says that something of the portfolio changed: devices look at it again. */
export async function markChanged(
  transaction: Database,
  id: string,
  sequence: number,
): Promise<void> {
  await transaction.update(portfolios).set({ sequence }).where(eq(portfolios.id, id));
}

/** Makes these the contents that the portfolio names. */
export async function namePortfolioBlobs(
  transaction: Database,
  portfolioId: string,
  blobIds: readonly string[],
): Promise<void> {
  const ofPortfolio = eq(portfolioBlobs.portfolioId, portfolioId);
  if (blobIds.length === 0) {
    await transaction.delete(portfolioBlobs).where(ofPortfolio);
    return;
  }
  await Promise.all([
    transaction
      .delete(portfolioBlobs)
      .where(and(ofPortfolio, notInArray(portfolioBlobs.blobId, [...blobIds]))),
    transaction
      .insert(portfolioBlobs)
      .values(blobIds.map((blobId) => ({ portfolioId, blobId })))
      .onConflictDoNothing(),
  ]);
}

/** Removes all that hangs on a portfolio; its own row stays, as a tombstone. */
export async function clearPortfolio(transaction: Database, portfolioId: string): Promise<void> {
  await namePortfolioBlobs(transaction, portfolioId, []);
  await transaction.delete(versions).where(eq(versions.portfolioId, portfolioId));
  await transaction.delete(sourceCvs).where(eq(sourceCvs.portfolioId, portfolioId));
  await transaction.delete(conversations).where(eq(conversations.portfolioId, portfolioId));
  await transaction.delete(elsewhere).where(eq(elsewhere.portfolioId, portfolioId));
  await transaction.delete(publications).where(eq(publications.portfolioId, portfolioId));
}

export type SourceRow = typeof sourceCvs.$inferSelect;

/** Keeps the CV of a portfolio, in place of an earlier one. */
export async function putSource(transaction: Database, row: SourceRow): Promise<void> {
  const { portfolioId: _portfolio, ownerId: _owner, ...rest } = row;
  await transaction
    .insert(sourceCvs)
    .values(row)
    .onConflictDoUpdate({ target: sourceCvs.portfolioId, set: rest });
}

export async function findSource(
  database: Database,
  portfolioId: string,
): Promise<SourceRow | null> {
  const rows = await database
    .select()
    .from(sourceCvs)
    .where(eq(sourceCvs.portfolioId, portfolioId));
  return rows[0] ?? null;
}

/** @returns whether there was one */
export async function deleteSource(transaction: Database, portfolioId: string): Promise<boolean> {
  const gone = await transaction
    .delete(sourceCvs)
    .where(eq(sourceCvs.portfolioId, portfolioId))
    .returning({ id: sourceCvs.portfolioId });
  return gone.length > 0;
}
