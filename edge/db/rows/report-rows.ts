import { asc, eq } from "drizzle-orm";
import type { SiteReport } from "../../../shared/api/reports.ts";
import type { ReportReason } from "../../../shared/site/report.ts";
import type { Database } from "../open-database.ts";
import { publications, siteReports } from "../schema.ts";

/** Reports shown at once; who closes some sees the next. */
const AT_ONCE = 200;

/** Keeps a visitor’s report of a site. */
export async function addReport(
  database: Database,
  row: {
    readonly id: string;
    readonly publicationId: string;
    readonly reason: ReportReason;
    readonly words: string;
  },
): Promise<void> {
  await database.insert(siteReports).values(row);
}

/** Reports that wait, oldest first. */
export async function listReports(database: Database): Promise<SiteReport[]> {
  const rows = await database
    .select({
      id: siteReports.id,
      publicationId: siteReports.publicationId,
      slug: publications.slug,
      reason: siteReports.reason,
      words: siteReports.words,
      createdAt: siteReports.createdAt,
    })
    .from(siteReports)
    .innerJoin(publications, eq(publications.id, siteReports.publicationId))
    .orderBy(asc(siteReports.createdAt), asc(siteReports.id))
    .limit(AT_ONCE);
  return rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt.getTime() }));
}

/** Puts a report away for good. @returns whether it was there */
export async function closeReport(database: Database, id: string): Promise<boolean> {
  const gone = await database
    .delete(siteReports)
    .where(eq(siteReports.id, id))
    .returning({ id: siteReports.id });
  return gone.length > 0;
}
