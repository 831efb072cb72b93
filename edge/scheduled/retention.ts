import { JOB_LIMITS, RETENTION } from "../../shared/limits.ts";
import type { Database } from "../db/open-database.ts";
import { deleteExpiredRows, findOrphanedBlobs, forgetBlobs } from "../db/rows/retention-rows.ts";

export interface RetentionContext {
  readonly database: Database;
  readonly now: Date;
  /** Deletes contents from the bucket; what isn't there is no failure. */
  readonly deleteBlobs: (objectNames: readonly string[]) => Promise<void>;
}

/** Blobs taken away in one run. */
const BLOBS_A_RUN = 1_000;

/**
 * Deletes what is kept only for a time (R5.8).
 * @returns how many rows of each kind went
 */
export async function applyRetention(
  context: RetentionContext,
): Promise<Readonly<Record<string, number>>> {
  const { database, now } = context;
  const before = (ms: number) => new Date(now.getTime() - ms);
  const rows = await deleteExpiredRows(database, {
    now,
    visits: before(RETENTION.analyticsMs),
    jobs: before(JOB_LIMITS.keptMs),
    tombstones: before(RETENTION.orphanedBlobMs),
    sandboxEvents: before(RETENTION.analyticsMs),
  });
  const orphans = await findOrphanedBlobs(database, before(RETENTION.orphanedBlobMs), BLOBS_A_RUN);
  // The contents first: a row whose content is gone is found again; a content without a row never is.
  await context.deleteBlobs(orphans.map(({ objectName }) => objectName));
  await forgetBlobs(
    database,
    orphans.map(({ id }) => id),
  );
  return { ...rows, blobs: orphans.length };
}
