import { and, desc, eq, gte, isNotNull, isNull, like, notInArray, or, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import {
  aiGenerations,
  auditLog,
  billing,
  incidents,
  people,
  personTotals,
  publications,
  sandboxes,
} from "../schema.ts";

/** Rows that a page of the operator’s shows at most. */
const SHOWN = 100;

/** What the model took since a moment, and whose calls they were. */
export async function readModelUse(database: Database, since: Date) {
  const [use] = await database
    .select({
      calls: sql<number>`count(*)::int`,
      tokens: sql<number>`coalesce(sum(${aiGenerations.inputTokens} + ${aiGenerations.outputTokens}), 0)::float8`,
      costDollars: sql<number>`coalesce(sum(${aiGenerations.costMicros}), 0)::float8 / 1000000`,
      people: sql<number>`count(distinct ${aiGenerations.ownerId})::int`,
    })
    .from(aiGenerations)
    .where(gte(aiGenerations.createdAt, since));
  return use ?? { calls: 0, tokens: 0, costDollars: 0, people: 0 };
}

/** Bytes kept for all people, and sites that are up. */
export async function readStock(database: Database) {
  const [stored] = await database
    .select({ bytes: sql<number>`coalesce(sum(${personTotals.storedBytes}), 0)::float8` })
    .from(personTotals);
  const [live] = await database
    .select({ count: sql<number>`count(*)::int` })
    .from(publications)
    .where(
      and(
        isNull(publications.draftOf),
        isNotNull(publications.buildId),
        isNull(publications.unpublishedAt),
        isNull(publications.takenDownAt),
        or(isNull(publications.expiresAt), sql`${publications.expiresAt} > now()`),
      ),
    );
  return { storedBytes: stored?.bytes ?? 0, sitesLive: live?.count ?? 0 };
}

/** Incidents that last come first, then the latest. */
export const listIncidents = (database: Database) =>
  database
    .select()
    .from(incidents)
    .orderBy(sql`${incidents.closedAt} is not null`, desc(incidents.openedAt))
    .limit(SHOWN);

/** What operators did, latest first. */
export const listOperatorActs = (database: Database) =>
  database
    .select()
    .from(auditLog)
    .where(like(auditLog.act, "operator %"))
    .orderBy(desc(auditLog.id))
    .limit(SHOWN);

/** A person by their id, or by their address as it is sealed; `null` where there is none. */
export async function findPerson(
  database: Database,
  who: { readonly id: string; readonly sealedEmail: string },
) {
  const rows = await database
    .select({
      id: people.id,
      tier: people.tier,
      isAnonymous: people.isAnonymous,
      createdAt: people.createdAt,
      granted: billing.grantedTier,
      subscription: billing.status,
    })
    .from(people)
    .leftJoin(billing, eq(billing.personId, people.id))
    .where(or(eq(people.id, who.id), eq(people.email, who.sealedEmail)))
    .limit(1);
  return rows[0] ?? null;
}

/** Sandboxes that aren’t gone, last used first. */
export const listSandboxes = (database: Database) =>
  database
    .select()
    .from(sandboxes)
    .where(notInArray(sandboxes.state, ["archived", "deleted"]))
    .orderBy(desc(sandboxes.activeAt))
    .limit(SHOWN);

/** Takes a site down, or lets it up (`null`). */
export async function setTakenDown(
  database: Database,
  id: string,
  takenDownAt: Date | null,
): Promise<void> {
  await database.update(publications).set({ takenDownAt }).where(eq(publications.id, id));
}
