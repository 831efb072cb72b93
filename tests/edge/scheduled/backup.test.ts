import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { KEPT_TABLES } from "../../../edge/db/rows/table-rows.ts";
import type { Database } from "../../../edge/db/open-database.ts";
import { backUp, continueBackup, type BackupContext } from "../../../edge/scheduled/backup.ts";
import { copyObjects } from "../../../edge/scheduled/copy-objects.ts";
import { restoreBlobs, restoreRows } from "../../../edge/scheduled/restore.ts";
import { openSpareDatabase } from "./spare-database.ts";

const { BLOBS, BACKUPS } = env as unknown as { BLOBS: R2Bucket; BACKUPS: R2Bucket };
const NIGHT = new Date("2026-11-21T03:17:00Z");

const contextOf = (database: Database, now = NIGHT): BackupContext => ({
  database,
  blobs: BLOBS,
  backups: BACKUPS,
  newId: () => crypto.randomUUID(),
  now,
});

async function emptyBucket(bucket: R2Bucket): Promise<void> {
  const { objects } = await bucket.list();
  if (objects.length > 0) await bucket.delete(objects.map(({ key }) => key));
}

async function fill(database: Database): Promise<void> {
  await database.execute(sql`insert into people (id, name, email, tier)
    select 'person-' || n, 'sealed name' || n, 'sealed' || n, 'registered' from generate_series(1, 1500) n`);
  await database.execute(sql`insert into person_keys (person_id, master_key_id, wrapped_key)
    values ('person-1', 'first', '\\x00ff0a5c27'::bytea)`);
  await database.execute(sql`insert into portfolios
    (id, owner_id, revision, sequence, sealed_summary, sealed_tree, file_count)
    values ('folio', 'person-1', 3, 7, '\\x0102'::bytea, '\\xfffe'::bytea, 2)`);
  await database.execute(sql`insert into audit_log (person_id, act, detail)
    values ('person-1', 'sign-in', '{"line": "with a\\nbreak and “quotes”"}'::jsonb)`);
  await database.execute(sql`insert into sessions (id, expires_at, token, user_id)
    values ('s', now(), 'secret', 'person-1')`);
}

async function contentOf(database: Database): Promise<Record<string, string[]>> {
  const content: Record<string, string[]> = {};
  for (const table of KEPT_TABLES) {
    const rows = await database.execute<{ row: string }>(
      sql`select to_jsonb(t)::text as row from ${sql.identifier(table)} t order by 1`,
    );
    content[table] = [...rows].map(({ row }) => row);
  }
  return content;
}

beforeEach(async () => {
  await emptyBucket(BLOBS);
  await emptyBucket(BACKUPS);
});

describe("a backup", () => {
  test("restores into an empty database and bucket: every row, every content", async () => {
    const from = await openSpareDatabase("backup_from");
    await fill(from);
    await BLOBS.put("one", new Uint8Array([1, 2, 3]));
    await BLOBS.put("two", new Uint8Array([4]));
    await backUp(contextOf(from));
    await emptyBucket(BLOBS);

    const into = await openSpareDatabase("backup_into");
    const context = contextOf(into);
    expect(await restoreRows(context, "2026-11-21")).toEqual({ ok: true, value: 1503 });
    expect(await contentOf(into)).toEqual(await contentOf(from));
    expect(await into.execute(sql`select * from sessions`)).toHaveLength(0);

    expect(await restoreBlobs(context, "")).toEqual({ copied: 2, next: null });
    expect(new Uint8Array(await (await BLOBS.get("one"))!.arrayBuffer())).toEqual(
      new Uint8Array([1, 2, 3]),
    );
    // Numbers made by the database go on after the restored ones.
    await into.execute(sql`insert into audit_log (act) values ('after')`);
  });

  test("of before a column came restores with that column’s default, and without one that went", async () => {
    const from = await openSpareDatabase("backup_before");
    await fill(from);
    await from.execute(sql`alter table people drop column tier`);
    await from.execute(sql`alter table portfolios add column former text not null default 'old'`);
    await backUp(contextOf(from));
    const into = await openSpareDatabase("backup_since");
    expect(await restoreRows(contextOf(into), "2026-11-21")).toEqual({ ok: true, value: 1503 });
    const people = await into.execute(
      sql`select tier, count(*)::int as count from people group by 1`,
    );
    expect([...people]).toEqual([{ tier: "registered", count: 1500 }]);
    const folio = await into.execute(sql`select id, revision from portfolios`);
    expect([...folio]).toEqual([{ id: "folio", revision: 3 }]);
  });

  test("never writes into a database that has people, and says when a day has none", async () => {
    const database = await openSpareDatabase("backup_full");
    expect(await restoreRows(contextOf(database), "2001-01-01")).toMatchObject({
      ok: false,
      failure: { kind: "not-found" },
    });
    await fill(database);
    expect(await restoreRows(contextOf(database), "2026-11-21")).toMatchObject({
      ok: false,
      failure: { kind: "conflict" },
    });
  });

  test("is made once a day, and its files go after two weeks with what the store no longer has", async () => {
    const database = await openSpareDatabase("backup_old");
    await fill(database);
    await BLOBS.put("gone", "x");
    await backUp(contextOf(database));
    await backUp(contextOf(database));
    const made = await database.execute(sql`select status from backups`);
    expect([...made]).toEqual([{ status: "whole" }]);

    await BLOBS.delete("gone");
    const later = new Date("2027-01-01T03:17:00Z");
    await backUp(contextOf(database, later));
    const keys = (await BACKUPS.list()).objects.map(({ key }) => key);
    expect(keys.filter((key) => key.includes("2026-11-21"))).toEqual([]);
    expect(keys.filter((key) => key.startsWith("blobs/"))).toEqual([]);
    expect(keys.length).toBeGreaterThan(0);
  });

  test("an unfinished one goes on where it stopped", async () => {
    const database = await openSpareDatabase("backup_rest");
    await database.execute(
      sql`insert into backups (id, day, status) values ('half', '2026-11-21', 'blobs')`,
    );
    for (const key of ["a", "b", "c"]) await BLOBS.put(key, key);
    await BACKUPS.put("place/half", "a");
    await continueBackup(contextOf(database));
    const copied = (await BACKUPS.list({ prefix: "blobs/" })).objects.map(({ key }) => key);
    expect(copied).toEqual(["blobs/b", "blobs/c"]);
    expect(await BACKUPS.get("place/half")).toBeNull();
  });
});

test("copying in small steps copies everything once", async () => {
  for (let n = 0; n < 7; n++) await BLOBS.put(`k${n}`, String(n));
  const step = (after: string) =>
    copyObjects({ from: BLOBS, to: BACKUPS, prefix: "p/", after, limit: 3, dropOlderThan: null });
  const places = [await step("")];
  while (places.at(-1) !== null) places.push(await step(places.at(-1)!));
  expect(places).toEqual(["k2", "k5", null]);
  expect((await BACKUPS.list({ prefix: "p/" })).objects).toHaveLength(7);
});
