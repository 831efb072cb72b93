import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { elsewhere } from "../schema.ts";

export type ElsewhereRow = Pick<
  typeof elsewhere.$inferSelect,
  "id" | "host" | "portfolioId" | "sealedPlace"
>;

/** Where one of a person's portfolios stands with other hosts, oldest first. */
export const listElsewhere = (
  database: Database,
  personId: string,
  portfolioId: string,
): Promise<readonly ElsewhereRow[]> =>
  database
    .select()
    .from(elsewhere)
    .where(and(eq(elsewhere.ownerId, personId), eq(elsewhere.portfolioId, portfolioId)))
    .orderBy(asc(elsewhere.createdAt), elsewhere.id);

/** Its place at one host; `null` where it has none. */
export async function findElsewhere(
  database: Database,
  personId: string,
  portfolioId: string,
  host: string,
): Promise<ElsewhereRow | null> {
  const rows = await listElsewhere(database, personId, portfolioId);
  return rows.find((row) => row.host === host) ?? null;
}

/** Keeps a place instead of the one that the portfolio had at that host. */
export async function putElsewhere(
  database: Database,
  ownerId: string,
  row: ElsewhereRow,
): Promise<void> {
  await database.transaction(async (change) => {
    await change
      .delete(elsewhere)
      .where(and(eq(elsewhere.portfolioId, row.portfolioId), eq(elsewhere.host, row.host)));
    await change.insert(elsewhere).values({ ...row, ownerId });
  });
}

/** Changes a place that is there still. @returns whether it is */
export async function changeElsewhere(
  database: Database,
  id: string,
  sealedPlace: Uint8Array,
): Promise<boolean> {
  const changed = await database
    .update(elsewhere)
    .set({ sealedPlace, updatedAt: new Date() })
    .where(eq(elsewhere.id, id))
    .returning({ id: elsewhere.id });
  return changed.length > 0;
}
