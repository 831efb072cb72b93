import { and, eq, inArray, like, not, sql, type SQL } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { siteFiles } from "../schema.ts";

export type SiteFileRow = Omit<typeof siteFiles.$inferSelect, "createdAt">;

/** Which of these contents the bucket has for this person. */
export async function findSiteFiles(
  database: Database,
  ownerId: string,
  hashes: readonly string[],
): Promise<readonly SiteFileRow[]> {
  if (hashes.length === 0) return [];
  return database
    .select()
    .from(siteFiles)
    .where(
      and(
        eq(siteFiles.ownerId, ownerId),
        inArray(siteFiles.hash, [...hashes]),
        eq(siteFiles.stored, true),
      ),
    );
}

/** Notes a file before the bucket gets it: nothing in the bucket is unknown. */
export async function reserveSiteFile(
  database: Database,
  row: Omit<SiteFileRow, "stored">,
): Promise<void> {
  await database.insert(siteFiles).values(row).onConflictDoNothing();
}

/** Says that the bucket has it under this name. The first upload wins. @returns whether it was this one */
export async function markSiteFileStored(
  database: Database,
  { ownerId, hash, objectName, storedSize, isPacked }: Omit<SiteFileRow, "stored" | "size">,
): Promise<boolean> {
  const marked = await database
    .update(siteFiles)
    .set({ stored: true, objectName, storedSize, isPacked })
    .where(
      and(eq(siteFiles.ownerId, ownerId), eq(siteFiles.hash, hash), eq(siteFiles.stored, false)),
    )
    .returning({ hash: siteFiles.hash });
  return marked.length > 0;
}

/**
 * Forgets files that no build of their owner names any more, at most `most`. A build names its files
 * before they are sent, so that nothing on its way is taken for left over.
 * @returns the bucket's names of those that went
 */
export async function forgetUnusedSiteFiles(
  database: Database,
  ownerId: string | null,
  most: number,
): Promise<readonly string[]> {
  const whose: SQL = ownerId === null ? sql`true` : sql`f.owner_id = ${ownerId}`;
  const rows = await database.execute<{ object_name: string }>(sql`
    delete from site_files where (owner_id, hash) in (
      select f.owner_id, f.hash from site_files f where ${whose} and not exists (
        select 1 from site_builds b, jsonb_each(b.manifest) m
        where b.owner_id = f.owner_id
          and (m.value->>'hash' = f.hash or m.value->>'object' = f.object_name))
      limit ${most})
    returning object_name`);
  return [...rows].map(({ object_name: name }) => name);
}

/** The bucket's names of a person's files that don't lie in a folder: those that came with a draft. */
export async function listFilesElsewhere(
  database: Database,
  ownerId: string,
  folder: string,
): Promise<readonly string[]> {
  const rows = await database
    .select({ name: siteFiles.objectName })
    .from(siteFiles)
    .where(and(eq(siteFiles.ownerId, ownerId), not(like(siteFiles.objectName, `${folder}%`))));
  return rows.map(({ name }) => name);
}
