import { sql } from "drizzle-orm";
import type { Database } from "../open-database.ts";

/**
 * Tables that a backup keeps, each after those it refers to. Sessions and short-lived proofs are left
 * out on purpose: after a restore everybody signs in again. The list of backups describes itself. With the
 * salts of visits kept, visitors could be found again.
 */
export const KEPT_TABLES = [
  "service_keys",
  "people",
  "person_keys",
  "pending_moves",
  "person_totals",
  "accounts",
  "passkeys",
  "api_keys",
  "blobs",
  "portfolios",
  "portfolio_blobs",
  "versions",
  "version_blobs",
  "source_cvs",
  "conversations",
  "messages",
  "message_blobs",
  "ai_generations",
  "sandboxes",
  "sandbox_events",
  "snapshots",
  "snapshot_blobs",
  "publications",
  "site_builds",
  "site_files",
  "former_slugs",
  "site_domains",
  "ended_certificates",
  "site_messages",
  "visits",
  "visit_days",
  "site_reports",
  "elsewhere",
  "billing",
  "usage",
  "vault_keys",
  "audit_log",
  "feature_switches",
  "incidents",
] as const;
export type KeptTable = (typeof KEPT_TABLES)[number];

/** Tables of earlier days: a backup may still have their rows, and nothing has a place for them. */
const FORMER_TABLES: readonly string[] = ["jobs", "draft_links"];

export const LEFT_OUT_TABLES = ["sessions", "verifications", "backups", "visit_salts"] as const;

/** Rows handed over at once; a worker holds one such batch. */
const BATCH = 1_000;

/**
 * Every row of every kept table as one JSON text, table by table in batches, as they were at one moment.
 * `take` gets a batch before the next is read.
 */
export async function readAllRows(
  database: Database,
  take: (table: KeptTable, batch: number, rows: readonly string[]) => Promise<void>,
): Promise<void> {
  await database.transaction(
    async (moment) => {
      for (const table of KEPT_TABLES) {
        const name = sql.identifier(table);
        await moment.execute(sql`declare kept no scroll cursor for
          select to_jsonb(t)::text as row from ${name} t`);
        for (let batch = 0; ; batch += 1) {
          const rows = await moment.execute<{ row: string }>(
            sql`fetch forward ${sql.raw(String(BATCH))} from kept`,
          );
          if (rows.length === 0) break;
          await take(
            table,
            batch,
            [...rows].map(({ row }) => row),
          );
        }
        await moment.execute(sql`close kept`);
      }
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

/** True where there is nobody yet: what a restore may write into. */
export async function isEmpty(database: Database): Promise<boolean> {
  const rows = await database.execute(sql`select 1 from people limit 1`);
  return rows.length === 0;
}

/**
 * Columns of a table that the rows of a backup have. One that was added since gets its default, which it
 * wouldn’t as a NULL; one that was taken away has no place any more. The rows of a batch are alike.
 */
async function columnsFor(
  whole: Pick<Database, "execute">,
  table: KeptTable,
  [first = "{}"]: readonly string[],
) {
  const known = new Set(Object.keys(JSON.parse(first) as object));
  const columns = await whole.execute<{ name: string }>(sql`
    select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} and is_generated = 'NEVER'
    order by ordinal_position`);
  const shared = [...columns].filter(({ name }) => known.has(name));
  return sql.join(
    shared.map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
}

/** Writes rows that `readAllRows` gave, in the order of `KEPT_TABLES`, all of them or none. */
export async function writeAllRows(
  database: Database,
  batches: AsyncIterable<{ readonly table: KeptTable; readonly rows: readonly string[] }>,
): Promise<number> {
  return database.transaction(async (whole) => {
    let written = 0;
    // What was noted here before (the restore itself, asked for twice) has numbers that rows come for.
    await whole.execute(sql`create temporary table noted_before on commit drop as
      select person_id, act, request_id, detail, created_at from audit_log order by id`);
    await whole.execute(sql`delete from audit_log`);
    for await (const { table, rows } of batches) {
      if (FORMER_TABLES.includes(table)) continue;
      const name = sql.identifier(table);
      const columns = await columnsFor(whole, table, rows);
      await whole.execute(sql`insert into ${name} (${columns}) overriding system value
        select ${columns} from jsonb_populate_recordset(null::${name}, ${`[${rows.join(",")}]`}::jsonb)`);
      written += rows.length;
    }
    for (const table of ["sandbox_events", "visits", "audit_log"] as const) {
      await whole.execute(sql`select setval(pg_get_serial_sequence(${table}, 'id'),
        coalesce((select max(id) from ${sql.identifier(table)}), 0) + 1, false)`);
    }
    await whole.execute(sql`insert into audit_log (person_id, act, request_id, detail, created_at)
      select * from noted_before`);
    return written;
  });
}
