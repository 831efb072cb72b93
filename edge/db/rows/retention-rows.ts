import { and, isNotNull, lt } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import {
  portfolios,
  sandboxEvents,
  sessions,
  siteReports,
  snapshots,
  verifications,
  visits,
  visitSalts,
} from "../schema.ts";

/** What is over, by kind: each is deleted where it is older than the moment given for it. */
export interface Expiry {
  readonly now: Date;
  readonly visits: Date;
  readonly reports: Date;
  readonly tombstones: Date;
  readonly sandboxEvents: Date;
}

const gone = async (rows: PromiseLike<readonly unknown[]>) => (await rows).length;

/** Deletes rows whose time is over; gives how many of each kind went. */
export async function deleteExpiredRows(
  database: Database,
  expiry: Expiry,
): Promise<Readonly<Record<string, number>>> {
  return {
    ...(await deleteOfSites(database, expiry)),
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
    sandboxEvents: await gone(
      database
        .delete(sandboxEvents)
        .where(lt(sandboxEvents.createdAt, expiry.sandboxEvents))
        .returning({ id: sandboxEvents.id }),
    ),
  };
}

/** What comes back from published sites. */
async function deleteOfSites(
  database: Database,
  expiry: Expiry,
): Promise<Readonly<Record<string, number>>> {
  return {
    visits: await gone(
      database
        .delete(visits)
        .where(lt(visits.createdAt, expiry.visits))
        .returning({ id: visits.id }),
    ),
    visitSalts: await gone(
      database
        .delete(visitSalts)
        .where(lt(visitSalts.day, expiry.now.toISOString().slice(0, 10)))
        .returning({ day: visitSalts.day }),
    ),
    siteReports: await gone(
      database
        .delete(siteReports)
        .where(lt(siteReports.createdAt, expiry.reports))
        .returning({ id: siteReports.id }),
    ),
  };
}
