import { and, desc, eq, gt, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { publications, siteMessages } from "../schema.ts";

export type LetterRow = typeof siteMessages.$inferSelect;

/** How many letters a site keeps, and how many came since a moment. */
export async function countLetters(
  database: Database,
  publicationId: string,
  since: Date,
): Promise<{ readonly kept: number; readonly recent: number }> {
  const [row] = await database
    .select({
      kept: sql<number>`count(*)::int`,
      recent: sql<number>`(count(*) filter (where ${gt(siteMessages.createdAt, since)}))::int`,
    })
    .from(siteMessages)
    .where(eq(siteMessages.publicationId, publicationId));
  return row ?? { kept: 0, recent: 0 };
}

/** Keeps a letter. @returns false where one with the same challenge is there, or the site is gone */
export async function addLetter(
  database: Database,
  row: Pick<LetterRow, "id" | "publicationId" | "sealedLetter" | "createdAt"> & {
    readonly challenge: string;
  },
): Promise<boolean> {
  const added = await database.execute(sql`
    insert into site_messages (id, publication_id, sealed_letter, challenge, created_at)
    select ${row.id}, id, ${row.sealedLetter}::bytea, ${row.challenge},
      ${row.createdAt.toISOString()}::timestamptz
    from publications where id = ${row.publicationId}
    on conflict do nothing returning id`);
  return added.length > 0;
}

const columns = {
  id: siteMessages.id,
  publicationId: siteMessages.publicationId,
  sealedLetter: siteMessages.sealedLetter,
  challenge: siteMessages.challenge,
  createdAt: siteMessages.createdAt,
  readAt: siteMessages.readAt,
  archivedAt: siteMessages.archivedAt,
};

/** A page of the letters to a person’s sites, newest first, from after a place in that order. */
export const listLetters = (
  database: Database,
  personId: string,
  which: {
    readonly publicationId: string | null;
    readonly isArchived: boolean;
    readonly after: { readonly at: Date; readonly id: string } | null;
    readonly limit: number;
  },
): Promise<readonly LetterRow[]> => {
  const { publicationId, isArchived, after, limit } = which;
  return database
    .select(columns)
    .from(siteMessages)
    .innerJoin(publications, eq(publications.id, siteMessages.publicationId))
    .where(
      and(
        eq(publications.ownerId, personId),
        publicationId === null ? undefined : eq(siteMessages.publicationId, publicationId),
        isArchived ? isNotNull(siteMessages.archivedAt) : isNull(siteMessages.archivedAt),
        after === null
          ? undefined
          : or(
              lt(siteMessages.createdAt, after.at),
              and(eq(siteMessages.createdAt, after.at), lt(siteMessages.id, after.id)),
            ),
      ),
    )
    .orderBy(desc(siteMessages.createdAt), desc(siteMessages.id))
    .limit(limit);
};

/** A letter to one of this person’s sites; `null` where it isn’t theirs. */
export async function findLetter(
  database: Database,
  personId: string,
  id: string,
): Promise<LetterRow | null> {
  const [row] = await database
    .select(columns)
    .from(siteMessages)
    .innerJoin(publications, eq(publications.id, siteMessages.publicationId))
    .where(and(eq(siteMessages.id, id), eq(publications.ownerId, personId)));
  return row ?? null;
}

export async function changeLetter(
  database: Database,
  id: string,
  change: Partial<Pick<LetterRow, "readAt" | "archivedAt">>,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await database.update(siteMessages).set(change).where(eq(siteMessages.id, id));
}

export async function deleteLetter(database: Database, id: string): Promise<void> {
  await database.delete(siteMessages).where(eq(siteMessages.id, id));
}

/** Unread letters in the inbox of each of a person’s sites, by the site’s id; none where there are none. */
export async function countUnread(
  database: Database,
  personId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await database
    .select({ id: siteMessages.publicationId, unread: sql<number>`count(*)::int` })
    .from(siteMessages)
    .innerJoin(publications, eq(publications.id, siteMessages.publicationId))
    .where(
      and(
        eq(publications.ownerId, personId),
        isNull(siteMessages.readAt),
        isNull(siteMessages.archivedAt),
      ),
    )
    .groupBy(siteMessages.publicationId);
  return new Map(rows.map(({ id, unread }) => [id, unread]));
}
