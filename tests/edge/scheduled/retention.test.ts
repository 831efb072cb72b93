import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "../../../edge/db/open-database.ts";
import { applyRetention } from "../../../edge/scheduled/retention.ts";
import { watchHealth } from "../../../edge/scheduled/watch-health.ts";
import { openSpareDatabase } from "./spare-database.ts";

const NOW = new Date("2026-11-21T03:17:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString();
const idsOf = async (database: Database, table: string) =>
  [...(await database.execute<{ id: string }>(sql.raw(`select id from ${table} order by id`)))].map(
    ({ id }) => id,
  );

test("what is over goes, what is in use stays, and storage is given back", async () => {
  const database = await openSpareDatabase("retention");
  await database.execute(sql`insert into people (id, name, email) values ('p', '', 'e')`);
  await database.execute(
    sql`insert into person_totals (person_id, stored_bytes) values ('p', 100)`,
  );
  await database.execute(sql`insert into sessions (id, expires_at, token, user_id) values
    ('old', ${daysAgo(0.1)}, 'a', 'p'), ('new', ${daysAgo(-1)}, 'b', 'p')`);
  await database.execute(sql`insert into blobs (id, object_name, owner_id, size, stored_size, stored, touched_at) values
    ('orphan', 'o1', 'p', 90, 60, true, ${daysAgo(31)}), ('young', 'o2', 'p', 1, 1, true, ${daysAgo(29)}),
    ('used', 'o3', 'p', 1, 1, true, ${daysAgo(31)}), ('in-snapshot', 'o4', 'p', 1, 1, true, ${daysAgo(31)}),
    ('snapshot-over', 'o5', 'p', 9, 5, true, ${daysAgo(31)})`);
  await database.execute(sql`insert into portfolios
    (id, owner_id, revision, sequence, sealed_summary, sealed_tree, file_count, deleted_at) values
    ('kept', 'p', 1, 1, '', '', 1, null), ('tombstone', 'p', 1, 2, '', '', 0, ${daysAgo(31)})`);
  await database.execute(sql`insert into portfolio_blobs values ('kept', 'used')`);
  await database.execute(sql`insert into snapshots (id, owner_id, kind, size, sealed_tree, expires_at) values
    ('kept', 'p', 'stop', 1, '', null), ('over', 'p', 'deletion', 1, '', ${daysAgo(0.1)})`);
  await database.execute(sql`insert into snapshot_blobs values
    ('kept', 'in-snapshot'), ('over', 'snapshot-over')`);

  const deleted: string[] = [];
  const context = {
    database,
    now: NOW,
    deleteBlobs: async (names: readonly string[]) => void deleted.push(...names),
  };
  expect(await applyRetention(context)).toMatchObject({
    sessions: 1,
    tombstones: 1,
    snapshots: 1,
    blobs: 2,
  });
  expect(deleted.toSorted()).toEqual(["o1", "o5"]);
  expect(await idsOf(database, "sessions")).toEqual(["new"]);
  expect(await idsOf(database, "blobs")).toEqual(["in-snapshot", "used", "young"]);
  expect(await idsOf(database, "portfolios")).toEqual(["kept"]);
  const totals = await database.execute(sql`select stored_bytes::int as bytes from person_totals`);
  expect([...totals]).toEqual([{ bytes: 35 }]);
});

test("the operator is told of an incident once, and once when it is over", async () => {
  const database = await openSpareDatabase("incidents");
  const told: string[] = [];
  const look = (failed: number) =>
    watchHealth({
      database,
      now: NOW,
      newId: () => crypto.randomUUID(),
      health: async () => ({
        runningSandboxes: 0,
        longestWorkMs: 0,
        memoryRatio: null,
        quotaLeft: {},
        requests: 100,
        failed,
        hostedDown: false,
      }),
      tell: async (subject) => void told.push(subject),
    });
  await look(0);
  await look(5);
  await look(5);
  await look(0);
  await look(0);
  expect(told).toEqual([
    "CV2WEB: 5 of 100 requests failed: 5 % (over 1 %).",
    "CV2WEB: Over: error-rate",
  ]);
});
