import { and, desc, eq, gt, isNull, ne } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { snapshotBlobs, snapshots } from "../schema.ts";

export type SnapshotRow = typeof snapshots.$inferSelect;

/** Adds a snapshot with the contents that it names. Must run in a transaction that holds the contents. */
export async function addSnapshot(
  transaction: Database,
  row: SnapshotRow,
  blobIds: readonly string[],
): Promise<void> {
  await transaction.insert(snapshots).values(row);
  if (blobIds.length === 0) return;
  await transaction
    .insert(snapshotBlobs)
    .values(blobIds.map((blobId) => ({ snapshotId: row.id, blobId })));
}

/**
 * Adds a sandbox's snapshot with the contents that it names; the sandbox's earlier ones go. Must run in a
 * transaction that holds the contents.
 */
export async function putSnapshot(
  transaction: Database,
  row: SnapshotRow & { readonly sandboxId: string },
  blobIds: readonly string[],
): Promise<void> {
  await addSnapshot(transaction, row, blobIds);
  await transaction
    .delete(snapshots)
    .where(and(eq(snapshots.sandboxId, row.sandboxId), ne(snapshots.id, row.id)));
}

/** A person's snapshot of a sandbox; `null` where none is kept. */
export async function findSnapshot(
  database: Database,
  personId: string,
  sandboxId: string,
): Promise<SnapshotRow | null> {
  const [row] = await database
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.sandboxId, sandboxId), eq(snapshots.ownerId, personId)))
    .orderBy(desc(snapshots.createdAt))
    .limit(1);
  return row ?? null;
}

/** Takes a sandbox's snapshots away; what they named goes with the orphans. */
export async function deleteSnapshots(database: Database, sandboxId: string): Promise<void> {
  await database.delete(snapshots).where(eq(snapshots.sandboxId, sandboxId));
}

/** What is left of a deleted portfolio at a time; `null` where nothing is. */
export async function findDeletedPortfolio(
  database: Database,
  personId: string,
  portfolioId: string,
  now: Date,
): Promise<SnapshotRow | null> {
  const [row] = await database
    .select()
    .from(snapshots)
    .where(
      and(
        eq(snapshots.portfolioId, portfolioId),
        eq(snapshots.ownerId, personId),
        eq(snapshots.kind, "deletion"),
        isNull(snapshots.sandboxId),
        gt(snapshots.expiresAt, now),
      ),
    )
    .orderBy(desc(snapshots.createdAt))
    .limit(1);
  return row ?? null;
}

/** Takes one snapshot away; what it named goes with the orphans. */
export async function deleteSnapshot(database: Database, id: string): Promise<void> {
  await database.delete(snapshots).where(eq(snapshots.id, id));
}
