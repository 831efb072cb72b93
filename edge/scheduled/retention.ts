import { DRAFT_LIMITS, PUBLISH_LIMITS, RETENTION } from "../../shared/limits.ts";
import type { Database } from "../db/open-database.ts";
import { forgetDrafts } from "../db/rows/draft-rows.ts";
import { deleteUnfinishedBuilds } from "../db/rows/publication-rows.ts";
import { deleteExpiredRows } from "../db/rows/retention-rows.ts";
import { sumVisitDays } from "../db/rows/visit-rows.ts";
import { dayOf } from "../domain/visit.ts";
import { removeUnusedSiteFiles } from "../publish/site-files.ts";
import { removeOrphanedBlobs } from "../storage/remove-orphaned-blobs.ts";

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
 * @returns how many rows of each kind went, and `visitDays` that were added up
 */
export async function applyRetention(
  context: RetentionContext,
): Promise<Readonly<Record<string, number>>> {
  const { database, now } = context;
  const before = (ms: number) => new Date(now.getTime() - ms);
  // Before any visit goes, so that each is in the sums that stay.
  const visitDays = await sumVisitDays(database, dayOf(now.getTime()));
  const rows = await deleteExpiredRows(database, {
    now,
    visits: before(RETENTION.analyticsMs),
    reports: before(RETENTION.reportMs),
    tombstones: before(RETENTION.orphanedBlobMs),
    sandboxEvents: before(RETENTION.analyticsMs),
  });
  const { unfinishedMs } = PUBLISH_LIMITS;
  const siteBuilds = await deleteUnfinishedBuilds(database, before(unfinishedMs));
  const draftLinks = await forgetDrafts(database, { now, told: before(DRAFT_LIMITS.toldMs) });
  const bucket = { delete: (names: string | string[]) => context.deleteBlobs([names].flat()) };
  const siteFiles = await removeUnusedSiteFiles({ database, bucket }, null);
  const blobs = await removeOrphanedBlobs({
    database,
    bucket,
    before: before(RETENTION.orphanedBlobMs),
    most: BLOBS_A_RUN,
  });
  return { ...rows, visitDays, blobs, siteBuilds, siteFiles, draftLinks };
}
