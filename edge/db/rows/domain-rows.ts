/** Domains of sites’ own (R6.1). */
import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { endedCertificates, publications, siteDomains } from "../schema.ts";

export type DomainRow = typeof siteDomains.$inferSelect;

/** A site's domain, proved or not; `null`: it has none. */
export async function findDomain(
  database: Database,
  publicationId: string,
): Promise<DomainRow | null> {
  const rows = await database
    .select()
    .from(siteDomains)
    .where(eq(siteDomains.publicationId, publicationId));
  return rows[0] ?? null;
}

/** How many domains a person's other sites have. */
export async function countOtherDomains(
  database: Database,
  personId: string,
  publicationId: string,
): Promise<number> {
  const [row] = await database
    .select({ count: sql<number>`count(*)::int` })
    .from(siteDomains)
    .innerJoin(publications, eq(publications.id, siteDomains.publicationId))
    .where(
      and(
        eq(publications.ownerId, personId),
        sql`${siteDomains.publicationId} <> ${publicationId}`,
      ),
    );
  return row?.count ?? 0;
}

/** Whether another site has proved this domain. */
export async function isProvedElsewhere(
  database: Database,
  domain: string,
  publicationId: string,
): Promise<boolean> {
  const rows = await database
    .select({ id: siteDomains.publicationId })
    .from(siteDomains)
    .where(and(eq(siteDomains.domain, domain), isNotNull(siteDomains.verifiedAt)));
  return rows.some(({ id }) => id !== publicationId);
}

/** Gives a site this domain in place of any other. */
export async function putDomain(
  transaction: Database,
  row: Pick<DomainRow, "publicationId" | "domain" | "token" | "redirects" | "createdAt">,
): Promise<void> {
  await removeDomainRow(transaction, row.publicationId);
  await transaction.insert(siteDomains).values(row);
}

export async function changeDomain(
  database: Database,
  publicationId: string,
  change: Partial<Omit<DomainRow, "publicationId" | "domain" | "token">>,
): Promise<void> {
  await database
    .update(siteDomains)
    .set(change)
    .where(eq(siteDomains.publicationId, publicationId));
}

export async function removeDomainRow(database: Database, publicationId: string): Promise<void> {
  await database.delete(siteDomains).where(eq(siteDomains.publicationId, publicationId));
}

/** Domains with their sites, those first that weren't looked at for longest. */
export const listDueDomains = (database: Database, most: number) =>
  database
    .select({ row: siteDomains, ownerId: publications.ownerId, slug: publications.slug })
    .from(siteDomains)
    .innerJoin(publications, eq(publications.id, siteDomains.publicationId))
    .orderBy(sql`${siteDomains.checkedAt} nulls first`, asc(siteDomains.createdAt))
    .limit(most);

/** Certificates that are to be given back. */
export async function listEndedCertificates(
  database: Database,
  most: number,
): Promise<readonly string[]> {
  const rows = await database
    .select({ id: endedCertificates.id })
    .from(endedCertificates)
    .orderBy(asc(endedCertificates.createdAt))
    .limit(most);
  return rows.map(({ id }) => id);
}

export async function forgetCertificate(database: Database, id: string): Promise<void> {
  await database.delete(endedCertificates).where(eq(endedCertificates.id, id));
}
