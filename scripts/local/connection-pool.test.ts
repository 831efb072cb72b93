import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startConnectionPool, type ConnectionPool } from "./connection-pool.ts";
import { startPostgres, type LocalPostgres } from "./postgres.ts";

let folder: string;
let server: LocalPostgres;
let pool: ConnectionPool;
const clients: ReturnType<typeof postgres>[] = [];

/** A client as a request of the worker has one. */
function open(url = pool.url) {
  const client = postgres(url, { max: 3, fetch_types: false, connect_timeout: 10 });
  clients.push(client);
  return client;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cv2web-pool-"));
  const started = await startPostgres({ folder, password: "for-tests" });
  if (!started.ok) throw new Error(started.failure.detail);
  server = started.value;
  pool = await startConnectionPool(server.url);
  await open()`create table kept (n int primary key, words text)`;
}, 60_000);
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end({ timeout: 1 })));
  await pool?.stop();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

test("a hundred clients at once, with transactions and parallel queries, share few connections", async () => {
  await Promise.all(
    Array.from({ length: 100 }, async (_, n) => {
      const sql = open();
      await sql.begin(async (within) => {
        await within`insert into kept values (${n}, ${"é".repeat(n * 50)})`;
        await within`update kept set words = words || '!' where n = ${n}`;
      });
      const [one, two] = await Promise.all([
        sql`select words from kept where n = ${n}`,
        sql`select count(*)::int as backends from pg_stat_activity where datname = current_database()`,
      ]);
      expect(one[0]!["words"]).toBe(`${"é".repeat(n * 50)}!`);
      expect(two[0]!["backends"]).toBeLessThanOrEqual(20);
      await sql.end();
    }),
  );
}, 60_000);

test("an error ends its transaction and nothing else", async () => {
  const sql = open();
  const failed = sql.begin(async (within) => {
    await within`insert into kept values (1000, 'never')`;
    await within`insert into kept values (0, 'there already')`;
  });
  await expect(failed).rejects.toMatchObject({ code: "23505" });
  expect(await sql`select * from kept where n = 1000`).toHaveLength(0);
});

test("what a client has begun goes with it", async () => {
  const sql = open();
  const left = sql
    .begin(async (within) => {
      await within`insert into kept values (2000, 'never')`;
      await sql.end({ timeout: 0 });
    })
    .catch(() => "cut off");
  expect(await left).toBe("cut off");
  // Were the row still locked by the one that has gone, this would wait for it.
  await open()`insert into kept values (2000, 'later')`;
});

test("nobody comes in without the password", async () => {
  const wrong = new URL(pool.url);
  wrong.password = "guess";
  await expect(open(wrong.href)`select 1`).rejects.toMatchObject({ code: "28P01" });
});

test("it serves again after Postgres was killed", async () => {
  const killed = server.pid();
  process.kill(killed, "SIGKILL");
  const isBack = async () => {
    const answer = await open()`select 1 as one`.catch(() => null);
    return answer !== null && server.pid() !== killed;
  };
  for (let tries = 0; !(await isBack()); tries += 1) {
    expect(tries).toBeLessThan(300);
    await new Promise((wake) => setTimeout(wake, 50));
  }
  expect(await open()`select words from kept where n = 2000`).toEqual([{ words: "later" }]);
}, 60_000);
