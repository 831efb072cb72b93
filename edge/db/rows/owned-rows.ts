import { sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { ownedBy, OWNED_TABLES, type OwnedTableName } from "./owned-tables.ts";

/** A row as it is taken along: its plain columns, and what is sealed in it, still sealed. */
export interface OwnedRow {
  readonly row: Readonly<Record<string, unknown>>;
  /** What is sealed (as `sealedNameOf` names it) → ciphertext; only where there is any. */
  readonly sealed: Readonly<Record<string, Uint8Array>>;
}

/** Rows read at once; a worker holds one such page. */
export const ROWS_A_PAGE = 500;

/** A page of a person's rows in a table, without secrets. */
export async function readOwnedRows(
  database: Database,
  table: OwnedTableName,
  personId: string,
  page: number,
): Promise<readonly OwnedRow[]> {
  const { without = [], sealed = {}, sort = "id" } = OWNED_TABLES[table];
  const columns = Object.keys(sealed);
  const left = sql.raw(`'{${[...without, ...columns].join(",")}}'::text[]`);
  const also = columns.map((column) => sql`, t.${sql.identifier(column)}`);
  const rows = await database.execute<Record<string, unknown>>(sql`
    select to_jsonb(t) - ${left} as row ${sql.join(also)} from ${sql.identifier(table)} t
    where ${ownedBy(table, personId)} order by ${sql.identifier(sort)}
    limit ${ROWS_A_PAGE} offset ${page * ROWS_A_PAGE}`);
  return [...rows].map((one) => ({
    row: one["row"] as OwnedRow["row"],
    sealed: Object.fromEntries(
      Object.entries(sealed).flatMap(([column, what]) =>
        one[column] ? [[what, new Uint8Array(one[column] as Uint8Array)]] : [],
      ),
    ),
  }));
}

/** A page of the visits to a person's sites, counted by day: what is kept of visitors names nobody. */
export async function readVisitFigures(
  database: Database,
  personId: string,
  page: number,
): Promise<readonly OwnedRow["row"][]> {
  const rows = await database.execute<{ row: OwnedRow["row"] }>(sql`
    select to_jsonb(f) as row from (
      select publication_id, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD') as day, kind, target,
        referrer, country, device, count(*) as count, count(distinct visitor) as visitors
      from visits where ${ownedBy("visits", personId)} and kind <> 'own'
      group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
      limit ${ROWS_A_PAGE} offset ${page * ROWS_A_PAGE}) f`);
  return [...rows].map(({ row }) => row);
}
