/** Links to drafts: rows beside those of sites, with builds and files like theirs. */
import { and, desc, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { publications, siteBuilds } from "../schema.ts";
import type { PublicationRow } from "./publication-rows.ts";

/** A person's links that weren't revoked, newest first; with a hash only those of one portfolio. */
export const listDrafts = (
  database: Database,
  personId: string,
  draftOf?: string,
): Promise<readonly PublicationRow[]> =>
  database
    .select()
    .from(publications)
    .where(
      and(
        eq(publications.ownerId, personId),
        draftOf === undefined ? isNotNull(publications.draftOf) : eq(publications.draftOf, draftOf),
        isNull(publications.unpublishedAt),
      ),
    )
    .orderBy(desc(publications.createdAt), publications.id);

/** One link; `null` where it isn't this person's, or was revoked. */
export async function findDraft(
  database: Database,
  personId: string,
  id: string,
): Promise<PublicationRow | null> {
  const rows = await listDrafts(database, personId);
  return rows.find((row) => row.id === id) ?? null;
}

export async function addDraft(
  transaction: Database,
  row: Required<Pick<PublicationRow, "id" | "ownerId" | "draftOf" | "slug" | "expiresAt">>,
): Promise<void> {
  const always = { noIndex: true, contactForm: false };
  await transaction.insert(publications).values({ ...row, ...always });
}

/** Ends a link: its address says so from now on, and no build names its files any more. */
export async function revokeDraftRow(database: Database, id: string, at: Date): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction
      .update(publications)
      .set({ unpublishedAt: at, buildId: null, updatedAt: sql`now()` })
      .where(eq(publications.id, id));
    await transaction.delete(siteBuilds).where(eq(siteBuilds.publicationId, id));
  });
}

/** Removes the links of a portfolio that is deleted. */
export async function deleteDraftsOf(
  transaction: Database,
  personId: string,
  draftOf: string,
): Promise<void> {
  await transaction
    .delete(publications)
    .where(and(eq(publications.ownerId, personId), eq(publications.draftOf, draftOf)));
}

/**
 * Lets the builds of links go that are over, and the links themselves some time later.
 * @returns how many links went
 */
export async function forgetDrafts(
  database: Database,
  { now, told }: { readonly now: Date; readonly told: Date },
): Promise<number> {
  const over = (moment: Date) =>
    and(
      isNotNull(publications.draftOf),
      // What the operator took down stays until its reports have been dealt with by its end.
      or(lt(publications.expiresAt, moment), lt(publications.unpublishedAt, moment)),
    );
  await database.execute(sql`
    delete from site_builds where publication_id in (
      select id from publications where ${over(now)})`);
  const gone = await database
    .delete(publications)
    .where(over(told))
    .returning({ id: publications.id });
  return gone.length;
}
