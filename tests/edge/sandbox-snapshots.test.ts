import { env, exports } from "cloudflare:workers";
import { runInDurableObject } from "cloudflare:test";
import { sql } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Env } from "../../edge/env.ts";
import { storeSnapshot } from "../../edge/storage/kept-snapshots.ts";
import { removeOrphanedBlobs } from "../../edge/storage/remove-orphaned-blobs.ts";
import { withAccount } from "../../edge/with-account.ts";
import type { HostedView, SentFile } from "../../shared/api/sandboxes.ts";
import type { Message } from "../../shared/conversation.ts";
import { HOSTED_LIFE, TIER_LIMITS } from "../../shared/limits.ts";
import { browser, member, ORIGIN, type Browser } from "./browser.ts";
import { openTestDatabase, testEnv } from "./people.ts";

const { SANDBOX } = env as unknown as Env;
const FILES = {
  "index.html": "<h1>Ada</h1>",
  "src/data/resume.json": '{"basics":{"name":"Ada"}}',
  "src/sections/About.tsx": "export const About = 1;",
};

let ada: Browser;
let adaId: string;
const open = openTestDatabase();
const { database } = open;

beforeAll(async () => {
  // Loaded by two objects at once, here it is one promise of one of them, which the other may not await.
  await import("../../edge/sandboxes/daytona.ts");
  ada = (await member()).person;
  adaId = (await ada.session())!.user.id;
});
afterAll(() => open.end());

async function opened(person: Browser, more: object = {}): Promise<string> {
  const files = Object.entries(FILES).map(([path, content]) => ({ path, content }));
  const made = await person.post("/api/sandbox", { files, serves: false, ...more });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  return (made.body as unknown as HostedView).sandbox_id;
}

/** Follows its events to the end of the work. */
async function settled(person: Browser, id: string): Promise<HostedView> {
  await (await person.send("GET", `/api/sandbox/status-streaming/${id}`)).text();
  return (await person.get(`/api/sandbox/status/${id}`)).body as unknown as HostedView;
}

async function filesOf(person: Browser, id: string): Promise<Record<string, string | null>> {
  const answer = await person.get(`/api/sandbox/${id}/files`);
  const { files } = answer.body as unknown as { files: SentFile[] };
  return Object.fromEntries(files.map(({ path, content }) => [path, content]));
}

/** Keeps a portfolio in the account and what was said about it. */
async function talked(person: Browser, id: string, ...texts: string[]): Promise<Message[]> {
  const times = { createdAt: 1, updatedAt: 2 };
  const state = { revision: 0, name: "Ada", templateId: "folio", tree: {}, headVersionId: "v" };
  const path = `/api/portfolios/${id}`;
  expect((await person.send("PUT", path, { ...state, ...times })).status).toBe(200);
  const messages = texts.map((text, at) => ({ id: text, after: null, at, from: "person", text }));
  expect((await person.post(`${path}/conversation`, { messages })).status).toBe(200);
  return messages as Message[];
}

const rowsOf = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) => [
  ...(await database.execute<T>(query)),
];
const snapshotsOf = (id: string) =>
  rowsOf<{ id: string; kind: string; size: number; expires_at: string | null }>(
    sql`select id, kind, size::int as size, expires_at from snapshots where sandbox_id = ${id}`,
  );
const blobsOf = async (personId: string) =>
  (
    await rowsOf<{ id: string }>(
      sql`select id from blobs where owner_id = ${personId} and stored order by id`,
    )
  ).map(({ id }) => id);

/** How many contents lie in the sandbox's own object. */
const heldInObject = (id: string) =>
  runInDurableObject(SANDBOX.getByName(id) as unknown as DurableObjectStub, (_object, state) =>
    Number(
      state.storage.sql.exec("SELECT COUNT(*) AS n FROM sealed WHERE name LIKE 'file %'").one().n,
    ),
  );

describe("a sandbox that nobody uses", () => {
  test("is kept in the account, by content, before it stops; archived it is there alone, and a visit brings all of it back", async () => {
    const id = await opened(ada, { portfolio_id: "talked" });
    expect(await settled(ada, id)).toMatchObject({ status: "running", conversation: null });
    const { active_at } = await settled(ada, id);
    const object = SANDBOX.getByName(id);
    expect(await object.act("rest", active_at + HOSTED_LIFE.idleAfterMs)).toBe("idle");
    expect(await object.act("stop", active_at + HOSTED_LIFE.stopAfterMs)).toBe("stopped");
    const [first] = await snapshotsOf(id);
    const total = Object.values(FILES).join("").length;
    expect(first).toMatchObject({ kind: "stop", size: total, expires_at: null });
    const before = await blobsOf(adaId);
    expect(before).toHaveLength(3);

    // One file changes: one content more is stored, and there is one snapshot.
    await ada.post(`/api/sandbox/${id}/visit`);
    await settled(ada, id);
    await ada.post(`/api/sandbox/${id}/run`, { command: "echo new > index.html" });
    expect((await ada.post(`/api/sandbox/${id}/stop`)).status).toBe(200);
    const after = await blobsOf(adaId);
    expect(after.filter((blob) => !before.includes(blob))).toHaveLength(1);
    const [second, ...others] = await snapshotsOf(id);
    expect(others).toEqual([]);
    expect(second!.id).not.toBe(first!.id);

    // What changes while it is stopped is in the snapshot of the archive; then the object lets it go.
    await ada.send("PUT", `/api/sandbox/${id}/files`, {
      files: [{ path: "late.txt", content: "late" }],
    });
    const { active_at: used } = await settled(ada, id);
    const warnedAt = used + TIER_LIMITS.registered.hostedIdleMs;
    expect(await object.act("warn", warnedAt)).toBe("warning");
    expect(await object.act("archive", warnedAt + HOSTED_LIFE.graceMs)).toBe("archived");
    expect((await snapshotsOf(id)).map(({ kind }) => kind)).toEqual(["archive"]);
    expect(await heldInObject(id)).toBe(0);

    // What was said meanwhile is there with it.
    await talked(ada, "talked", "a hero, please");
    const woken = await ada.post(`/api/sandbox/${id}/visit`);
    expect(woken.body).toMatchObject({ conversation: { messages: 1 } });
    expect((await settled(ada, id)).status).toBe("running");
    const wanted = { ...FILES, "index.html": "new\n", "late.txt": "late" };
    expect(await filesOf(ada, id)).toEqual(wanted);

    // Its export has the contents; deleted by its owner it can be had for a week.
    await ada.post(`/api/sandbox/${id}/stop`);
    const zip = await ada.send("GET", "/api/privacy/export");
    const taken = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    expect(strFromU8(taken["records/snapshots.json"]!)).toMatch(/late\.txt[^]*talked/);
    const contents = Object.entries(taken).filter(([path]) => path.startsWith("contents/"));
    expect(contents.map(([, bytes]) => strFromU8(bytes))).toEqual(
      expect.arrayContaining(Object.values(wanted)),
    );
    await deleted(ada, id);
    const [last] = await snapshotsOf(id);
    expect(last).toMatchObject({ kind: "deletion" });

    // The collector leaves what a snapshot names.
    await database.execute(
      sql`update blobs set touched_at = '2001-01-01' where owner_id = ${adaId}`,
    );
    await removeOrphanedBlobs({
      database,
      bucket: testEnv.BLOBS,
      before: new Date("2001-02-01"),
      most: 100,
    });
    expect(await blobsOf(adaId)).toHaveLength(4);
    expect((await testEnv.BLOBS.list({ prefix: `blobs/${adaId}/` })).objects).toHaveLength(4);
  }, 90_000);

  test("of somebody whose account keeps nothing stays in its object, with every file", async () => {
    const bea = browser();
    expect((await bea.post("/api/auth/sign-in/anonymous")).status).toBe(200);
    const id = await opened(bea);
    const { active_at } = await settled(bea, id);
    const object = SANDBOX.getByName(id);
    await object.act("stop", active_at + HOSTED_LIFE.stopAfterMs);
    const at = active_at + TIER_LIMITS.anonymous.hostedIdleMs;
    await object.act("warn", at);
    expect(await object.act("archive", at + HOSTED_LIFE.graceMs)).toBe("archived");
    expect(await snapshotsOf(id)).toEqual([]);
    expect(await heldInObject(id)).toBe(3);
    await bea.post(`/api/sandbox/${id}/visit`);
    expect((await settled(bea, id)).status).toBe("running");
    expect(await filesOf(bea, id)).toEqual(FILES);
    await deleted(bea, id);
  }, 60_000);

  test("of a service that came back from its backup is there again for its owner, and for nobody else", async () => {
    const { person } = await member();
    const personId = (await person.session())!.user.id;
    const said = await talked(person, "talked", "make it dark", "wider, please");
    const id = crypto.randomUUID();
    await database.execute(
      sql`insert into sandboxes (id, owner_id, state) values (${id}, ${personId}, 'running')`,
    );
    const about = { portfolioId: "talked", serves: false, terminalFolder: "src" };
    const stored = await withAccount(testEnv, { personId, tier: "registered" }, (keeping) =>
      storeSnapshot(keeping, {
        id: crypto.randomUUID(),
        sandboxId: id,
        kind: "stop",
        files: FILES,
        about,
        expiresAt: null,
      }),
    );
    expect(stored.ok).toBe(true);
    const other = (await member()).person;
    expect((await other.get(`/api/sandbox/status/${id}`)).status).toBe(404);
    const seen = await person.get(`/api/sandbox/status/${id}`);
    const conversation = { messages: 2 };
    expect(seen.body).toMatchObject({ status: "archived", portfolio_id: "talked", conversation });
    await person.post(`/api/sandbox/${id}/visit`);
    expect((await settled(person, id)).status).toBe("running");
    expect(await filesOf(person, id)).toEqual(FILES);
    const back = await person.get("/api/portfolios/talked/conversation");
    expect(back.body).toMatchObject({ items: said });
    await deleted(person, id);
  }, 60_000);
});

async function deleted(person: Browser, id: string): Promise<void> {
  const gone = await exports.default.fetch(`${ORIGIN}/api/sandbox/${id}`, {
    method: "DELETE",
    headers: { origin: ORIGIN, cookie: person.cookies() },
  });
  expect(gone.status, await gone.clone().text()).toBe(200);
}
