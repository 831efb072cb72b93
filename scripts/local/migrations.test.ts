import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../../edge/db/migrate.ts";
import { startPostgres, type LocalPostgres } from "./postgres.ts";
import { readMigrations } from "./read-migrations.ts";

let folder: string;
let server: LocalPostgres;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cv2web-migrations-"));
  const started = await startPostgres({ folder, password: "for-tests", volatile: true });
  if (!started.ok) throw new Error(started.failure.detail);
  server = started.value;
}, 60_000);

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The value that a column of this type has in the data that must survive. */
function sample(type: string, n: number): unknown {
  if (type === "bytea") return Buffer.from(`bytes ${n}`);
  if (type === "boolean") return true;
  if (type === "jsonb") return { n };
  if (type.startsWith("timestamp")) return new Date(Date.UTC(2026, 0, n));
  return type === "text" ? `text-${n}` : n;
}

/**
 * Puts one row into every table, with something in every column. Foreign keys aren't looked at while it
 * does, and each references the first row, which is there.
 */
async function fillTables(client: postgres.Sql): Promise<Map<string, number>> {
  const columns = await client<{ table: string; column: string; type: string }[]>`
    select c.table_name as table, c.column_name as column, c.data_type as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and c.table_name <> 'migrations' and c.is_identity = 'NO'`;
  const tables = new Map<string, Record<string, unknown>>();
  for (const { table, column, type } of columns) {
    tables.set(table, { ...tables.get(table), [column]: sample(type, 1) });
  }
  await client.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`;
    for (const [table, row] of tables) {
      await transaction`insert into ${transaction(table)} ${transaction(row as never)}`;
    }
  });
  return new Map([...tables.keys()].map((table) => [table, 1]));
}

/** Which migration took away a table, or emptied it, on purpose. Nothing was ever written into it before. */
const TAKEN_AWAY = new Map([
  ["jobs", "0003_jobs-live-in-their-objects"],
  ["api_keys", "0008_api-keys"],
  ["draft_links", "0015_drafts-are-shown-by-link"],
]);

test("a database with data in it comes forward from each earlier migration, and loses nothing", async () => {
  const migrations = await readMigrations();
  expect(migrations.length).toBeGreaterThan(1);
  for (let from = 1; from < migrations.length; from++) {
    const admin = postgres(server.url, { max: 1, onnotice: () => undefined });
    await admin.unsafe(`create database from_${from}`);
    await admin.end();
    const url = server.url.replace(/\/[^/]*$/, `/from_${from}`);
    await migrate(url, migrations.slice(0, from));
    const client = postgres(url, { max: 1, onnotice: () => undefined });
    const before = await fillTables(client);
    const coming = migrations.slice(from).map(({ name }) => name);
    expect(await migrate(url, migrations), `from ${from}`).toEqual(coming);
    expect(await migrate(url, migrations)).toEqual([]);
    for (const [table, count] of before) {
      if (coming.includes(TAKEN_AWAY.get(table) ?? "")) continue;
      const rows = await client`select count(*)::int as n from ${client(table)}`;
      expect(rows[0]?.["n"], `${table} from ${from}`).toBe(count);
    }
    await client.end();
  }
}, 60_000);

test("two runners at once do each migration once", async () => {
  const admin = postgres(server.url, { max: 1, onnotice: () => undefined });
  await admin.unsafe("create database at_once");
  await admin.end();
  const url = server.url.replace(/\/[^/]*$/, "/at_once");
  const migrations = await readMigrations();
  const done = await Promise.all([migrate(url, migrations), migrate(url, migrations)]);
  expect(done.flat().toSorted()).toEqual(migrations.map(({ name }) => name));
});
