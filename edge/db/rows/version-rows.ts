import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { versionBlobs, versions } from "../schema.ts";

export type VersionRow = typeof versions.$inferSelect;
export type VersionEntryRow = Omit<VersionRow, "sealedTree" | "ownerId" | "portfolioId">;

/** A portfolio's versions after a change number, oldest change first. */
export async function listVersions(
  database: Database,
  portfolioId: string,
  after: number,
  limit: number,
): Promise<readonly VersionEntryRow[]> {
  return database
    .select({
      id: versions.id,
      sequence: versions.sequence,
      kind: versions.kind,
      sealedSummary: versions.sealedSummary,
      fileCount: versions.fileCount,
      createdAt: versions.createdAt,
    })
    .from(versions)
    .where(and(eq(versions.portfolioId, portfolioId), gt(versions.sequence, after)))
    .orderBy(asc(versions.sequence))
    .limit(limit);
}

/** These versions of a portfolio, with their trees. */
export async function findVersions(
  database: Database,
  portfolioId: string,
  ids: readonly string[],
): Promise<readonly VersionRow[]> {
  if (ids.length === 0) return [];
  return database
    .select()
    .from(versions)
    .where(and(eq(versions.portfolioId, portfolioId), inArray(versions.id, [...ids])));
}

/**
 * Adds a version with the contents that it names; one that is there stays as it is.
 * @returns whether it was new
 */
export async function addVersion(
  transaction: Database,
  row: VersionRow,
  blobIds: readonly string[],
): Promise<boolean> {
  const added = await transaction
    .insert(versions)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: versions.id });
  if (added.length === 0) return false;
  if (blobIds.length > 0) {
    await transaction
      .insert(versionBlobs)
      .values(blobIds.map((blobId) => ({ versionId: row.id, blobId })));
  }
  return true;
}
