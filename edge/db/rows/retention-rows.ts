import { and, inArray, isNotNull, lt, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import {
  blobs,
  draftLinks,
  jobs,
  portfolios,
  sandboxEvents,
  sessions,
  snapshots,
  verifications,
  visits,
} from "../schema.ts";

/** What is over, by kind: each is deleted where it is older than the moment given for it. */
export interface Expiry {
  readonly now: Date;
  readonly visits: Date;
  readonly jobs: Date;
  readonly tombstones: Date;
  readonly sandboxEvents: Date;
}

/** Deletes rows whose time is over; gives how many of each kind went. */
export async function deleteExpiredRows(
  database: Database,
  expiry: Expiry,
): Promise<Readonly<Record<string, number>>> {
  const gone = async (rows: PromiseLike<readonly unknown[]>) => (await rows).length;
  return {
    sessions: await gone(
      database
        .delete(sessions)
        .where(lt(sessions.expiresAt, expiry.now))
        .returning({ id: sessions.id }),
    ),
    verifications: await gone(
      database
        .delete(verifications)
        .where(lt(verifications.expiresAt, expiry.now))
        .returning({ id: verifications.id }),
    ),
    visits: await gone(
      database
        .delete(visits)
        .where(lt(visits.createdAt, expiry.visits))
        .returning({ id: visits.id }),
    ),
    jobs: await gone(
      database
        .delete(jobs)
        .where(and(isNotNull(jobs.endedAt), lt(jobs.endedAt, expiry.jobs)))
        .returning({ id: jobs.id }),
    ),
    tombstones: await gone(
      database
        .delete(portfolios)
        .where(and(isNotNull(portfolios.deletedAt), lt(portfolios.deletedAt, expiry.tombstones)))
        .returning({ id: portfolios.id }),
    ),
    snapshots: await gone(
      database
        .delete(snapshots)
        .where(lt(snapshots.expiresAt, expiry.now))
        .returning({ id: snapshots.id }),
    ),
    draftLinks: await gone(
      database
        .delete(draftLinks)
        .where(lt(draftLinks.expiresAt, expiry.now))
        .returning({ id: draftLinks.id }),
    ),
    sandboxEvents: await gone(
      database
        .delete(sandboxEvents)
        .where(lt(sandboxEvents.createdAt, expiry.sandboxEvents))
        .returning({ id: sandboxEvents.id }),
    ),
  };
}

export interface OrphanedBlob {
  readonly id: string;
  /** Its name in the bucket. */
  readonly objectName: string;
}

/** Some blobs that nothing names and nobody has asked for since `before`. */
export async function findOrphanedBlobs(
  database: Database,
  before: Date,
  limit: number,
): Promise<readonly OrphanedBlob[]> {
  return database
    .select({ id: blobs.id, objectName: blobs.objectName })
    .from(blobs)
    .where(
      and(
        lt(blobs.touchedAt, before),
        sql`not exists (select 1 from portfolio_blobs where blob_id = ${blobs.id})`,
        sql`not exists (select 1 from version_blobs where blob_id = ${blobs.id})`,
        sql`not exists (select 1 from source_cvs
          where blob_id = ${blobs.id} or reading_blob_id = ${blobs.id})`,
      ),
    )
    .limit(limit);
}

/** Forgets blobs that are still orphaned, and gives back the storage they counted for. */
export async function forgetBlobs(database: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await database.transaction(async (all) => {
    const gone = await all
      .delete(blobs)
      .where(inArray(blobs.id, [...ids]))
      .returning({ ownerId: blobs.ownerId, storedSize: blobs.storedSize });
    for (const { ownerId, storedSize } of gone) {
      await all.execute(sql`update person_totals
        set stored_bytes = greatest(0, stored_bytes - ${storedSize}) where person_id = ${ownerId}`);
    }
  });
}
