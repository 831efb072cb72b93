import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { formerSlugs, publications, siteBuilds, siteDomains } from "../schema.ts";

export type PublicationRow = typeof publications.$inferSelect;
export type BuildRow = typeof siteBuilds.$inferSelect;
export type BuildEntryRow = Omit<BuildRow, "manifest">;

/** A site as visitors come to it. */
export interface ServedSite extends PublicationRow {
  /** A domain of its own that serves it, and whether its other address leads there. */
  readonly own: { readonly domain: string; readonly redirects: boolean } | null;
}

/** Proved, and with its certificate where there are any. */
const IS_SERVED = and(
  isNotNull(siteDomains.verifiedAt),
  sql`coalesce(${siteDomains.certificateState}, 'active') = 'active'`,
);

const SERVED = {
  site: publications,
  domain: siteDomains.domain,
  redirects: siteDomains.redirects,
};
const servedSite = (
  row:
    | {
        readonly site: PublicationRow;
        readonly domain: string | null;
        readonly redirects: boolean | null;
      }
    | undefined,
): ServedSite | null => {
  if (!row) return null;
  const { site, domain, redirects } = row;
  return { ...site, own: domain === null ? null : { domain, redirects: redirects ?? false } };
};

/** The domain that a site is served at; `null`: none. */
export async function findServedDomain(
  database: Database,
  publicationId: string,
): Promise<string | null> {
  const rows = await database
    .select({ domain: siteDomains.domain })
    .from(siteDomains)
    .where(and(eq(siteDomains.publicationId, publicationId), IS_SERVED));
  return rows[0]?.domain ?? null;
}

/** The site that a domain of its own leads to. */
export async function findByDomain(database: Database, domain: string): Promise<ServedSite | null> {
  const rows = await database
    .select(SERVED)
    .from(publications)
    .innerJoin(siteDomains, eq(siteDomains.publicationId, publications.id))
    .where(and(eq(siteDomains.domain, domain), isNotNull(siteDomains.verifiedAt)));
  return servedSite(rows[0]);
}

/** A person's sites, newest first. */
export const listPublications = (
  database: Database,
  personId: string,
): Promise<readonly PublicationRow[]> =>
  database
    .select()
    .from(publications)
    .where(and(eq(publications.ownerId, personId), isNull(publications.draftOf)))
    .orderBy(desc(publications.createdAt), publications.id);

/** One site; `null` where it isn't this person's, or a draft. */
export async function findPublication(
  database: Database,
  personId: string,
  id: string,
): Promise<PublicationRow | null> {
  const rows = await database
    .select()
    .from(publications)
    .where(
      and(
        eq(publications.id, id),
        eq(publications.ownerId, personId),
        isNull(publications.draftOf),
      ),
    );
  return rows[0] ?? null;
}

/** The site that a slug leads to, by the slug that it has or one that it had. */
export async function findBySlug(database: Database, slug: string): Promise<ServedSite | null> {
  const former = database
    .select({ id: formerSlugs.publicationId })
    .from(formerSlugs)
    .where(eq(formerSlugs.slug, slug));
  const rows = await database
    .select(SERVED)
    .from(publications)
    .leftJoin(siteDomains, and(eq(siteDomains.publicationId, publications.id), IS_SERVED))
    .where(or(eq(publications.slug, slug), inArray(publications.id, former)))
    // The one that has it now comes first, should there ever be both.
    .orderBy(sql`${publications.slug} <> ${slug}`)
    .limit(1);
  return servedSite(rows[0]);
}

/**
 * Adds a site. @returns whether its slug could be had: nobody has it, and nobody's old links lead by it
 */
export async function addPublication(
  transaction: Database,
  row: typeof publications.$inferInsert,
): Promise<boolean> {
  const added = await transaction
    .insert(publications)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: publications.id });
  if (added.length === 0) return false;
  // Looked at after the insert, which waits for whoever gives this very slug up at the same time.
  const former = await transaction.select().from(formerSlugs).where(eq(formerSlugs.slug, row.slug));
  if (former.length === 0) return true;
  await transaction.delete(publications).where(eq(publications.id, row.id));
  return false;
}

/**
 * Gives a site another slug; the one it had goes on leading to it, beside at most `kept` earlier ones.
 * @returns whether the new one could be had
 */
export async function renamePublication(
  transaction: Database,
  { id, slug }: Pick<PublicationRow, "id" | "slug">,
  next: string,
  kept: number,
): Promise<boolean> {
  const has = await findBySlug(transaction, next);
  if (has && has.id !== id) return false;
  await transaction.delete(formerSlugs).where(eq(formerSlugs.slug, next));
  await transaction.update(publications).set({ slug: next }).where(eq(publications.id, id));
  await transaction.insert(formerSlugs).values({ slug, publicationId: id });
  const all = await listFormerSlugs(transaction, id);
  const over = all.slice(0, Math.max(0, all.length - kept));
  if (over.length > 0) {
    await transaction.delete(formerSlugs).where(inArray(formerSlugs.slug, [...over]));
  }
  return true;
}

/** Whether a write failed because somebody else's took the same slug a moment before. */
export function isSlugTaken(error: unknown): boolean {
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  return code === "23505" || (cause !== undefined && isSlugTaken(cause ?? {}));
}

/** Slugs that a site had, oldest first. */
export async function listFormerSlugs(
  database: Database,
  publicationId: string,
): Promise<readonly string[]> {
  const rows = await database
    .select({ slug: formerSlugs.slug })
    .from(formerSlugs)
    .where(eq(formerSlugs.publicationId, publicationId))
    .orderBy(asc(formerSlugs.createdAt), asc(formerSlugs.slug));
  return rows.map(({ slug }) => slug);
}

export async function changePublication(
  database: Database,
  id: string,
  change: Partial<Omit<PublicationRow, "id" | "ownerId" | "slug">>,
): Promise<void> {
  await database
    .update(publications)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(publications.id, id));
}

/** Takes a site away with its builds, slugs, letters and visits. */
export async function deletePublication(database: Database, id: string): Promise<void> {
  await database.delete(publications).where(eq(publications.id, id));
}

export async function addBuild(
  database: Database,
  row: Omit<BuildRow, "createdAt" | "servedAt">,
): Promise<void> {
  await database.insert(siteBuilds).values(row);
}

/** One build of a site; `null` where it isn't this one's. */
export async function findBuild(
  database: Database,
  publicationId: string,
  id: string,
): Promise<BuildRow | null> {
  const rows = await database
    .select()
    .from(siteBuilds)
    .where(and(eq(siteBuilds.id, id), eq(siteBuilds.publicationId, publicationId)));
  return rows[0] ?? null;
}

/** Builds of a site that were served at some time, newest first. */
export const listServedBuilds = (
  database: Database,
  publicationId: string,
): Promise<readonly BuildEntryRow[]> =>
  database
    .select({
      id: siteBuilds.id,
      publicationId: siteBuilds.publicationId,
      ownerId: siteBuilds.ownerId,
      hidden: siteBuilds.hidden,
      size: siteBuilds.size,
      createdAt: siteBuilds.createdAt,
      servedAt: siteBuilds.servedAt,
    })
    .from(siteBuilds)
    .where(and(eq(siteBuilds.publicationId, publicationId), isNotNull(siteBuilds.servedAt)))
    .orderBy(desc(siteBuilds.createdAt), desc(siteBuilds.id));

/** Notes that a build's files are all there, and where. */
export async function markServed(
  database: Database,
  id: string,
  manifest: BuildRow["manifest"],
  at: Date,
): Promise<void> {
  await database
    .update(siteBuilds)
    .set({ manifest, servedAt: sql`coalesce(${siteBuilds.servedAt}, ${at.toISOString()})` })
    .where(eq(siteBuilds.id, id));
}

export async function deleteBuilds(database: Database, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await database.delete(siteBuilds).where(inArray(siteBuilds.id, [...ids]));
}

/** Forgets uploads that were begun before a moment and never served. @returns how many */
export async function deleteUnfinishedBuilds(database: Database, before: Date): Promise<number> {
  const gone = await database
    .delete(siteBuilds)
    .where(and(isNull(siteBuilds.servedAt), lt(siteBuilds.createdAt, before)))
    .returning({ id: siteBuilds.id });
  return gone.length;
}
