import { beforeAll, describe, expect, test } from "vitest";
import { api } from "../../shared/api/table.ts";
import type { Caller } from "../../edge/caller.ts";
import { readStoredBytes } from "../../edge/db/rows/blob-rows.ts";
import { blobs, people, portfolios, versions } from "../../edge/db/schema.ts";
import { removeOrphanedBlobs } from "../../edge/storage/remove-orphaned-blobs.ts";
import {
  addPerson,
  appAs,
  openTestDatabase,
  requestOf,
  testEnv,
  type CallInput,
} from "./people.ts";

const encoder = new TextEncoder();

async function keyOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", encoder.encode(text));
  return `t-${Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, "0")).join("")}`;
}

let ada: Caller;
let eve: Caller;

beforeAll(async () => {
  ada = await addPerson();
  eve = await addPerson();
});

async function call(who: Caller | null, name: keyof typeof api.portfolios, input: CallInput = {}) {
  const answer = await appAs(who)(requestOf(api.portfolios[name], input));
  const isJson = answer.headers.get("content-type")?.includes("json");
  return {
    status: answer.status,
    body: (isJson ? await answer.json() : null) as Record<string, unknown> | null,
    answer,
  };
}

async function send(who: Caller, ...texts: string[]) {
  const form = new FormData();
  for (const text of texts) form.append(await keyOf(text), new Blob([text]), "content");
  return call(who, "sendContents", { body: form });
}

const state = (tree: Record<string, string>, revision = 0, name = "Ada Lovelace") => ({
  revision,
  name,
  templateId: "folio",
  tree,
  headVersionId: "v",
  createdAt: 1,
  updatedAt: 2,
});

async function saved(who: Caller, portfolioId: string, text: string, revision = 0) {
  await send(who, text);
  const body = state({ "src/a.ts": await keyOf(text) }, revision);
  return call(who, "save", { params: { portfolioId }, body });
}

describe("a portfolio in the account", () => {
  test("is kept when its contents are there, and says which aren’t before", async () => {
    const portfolioId = "ada-1";
    const key = await keyOf("const a = 1;");
    const body = state({ "src/a.ts": key });
    const first = await call(ada, "save", { params: { portfolioId }, body });
    expect(first.body).toEqual({ status: "contents-missing", keys: [key] });
    expect((await call(ada, "missingContents", { body: { keys: [key] } })).body).toEqual({
      keys: [key],
    });
    expect((await send(ada, "const a = 1;")).body).toEqual({ kept: 1 });
    expect((await call(ada, "missingContents", { body: { keys: [key] } })).body).toEqual({
      keys: [],
    });
    const second = await call(ada, "save", { params: { portfolioId }, body });
    expect(second.body).toMatchObject({ status: "kept", revision: 1 });
    expect((await call(ada, "read", { params: { portfolioId } })).body).toMatchObject({
      id: portfolioId,
      name: "Ada Lovelace",
      tree: { "src/a.ts": key },
      revision: 1,
      isDeleted: false,
    });
    const contents = await call(ada, "readContents", { body: { keys: [key] } });
    const file = (await contents.answer.formData()).get(key) as unknown as File;
    expect(await file.text()).toBe("const a = 1;");
  });

  test("doesn’t exist for anybody else, and needs an account", async () => {
    const portfolioId = "ada-secret";
    await saved(ada, portfolioId, "secret");
    const params = { portfolioId };
    for (const [name, input] of [
      ["read", { params }],
      ["rename", { params, body: { name: "Mine" } }],
      ["delete", { params }],
      ["listVersions", { params }],
      ["readVersions", { params, body: { ids: [] } }],
      ["saveVersions", { params, body: { versions: [] } }],
      ["readSource", { params }],
      ["deleteSource", { params }],
    ] as const) {
      expect((await call(eve, name, input)).status, name).toBe(404);
      expect((await call(null, name, input)).status, name).toBe(401);
    }
    // The same id is another portfolio in another account.
    expect((await saved(eve, portfolioId, "eve’s")).body).toMatchObject({ status: "kept" });
    expect((await call(ada, "read", { params })).body).toMatchObject({ revision: 1 });
    const key = await keyOf("secret");
    const missing = await call(eve, "missingContents", { body: { keys: [key] } });
    expect(missing.body).toEqual({ keys: [key] });
    const anonymous = await addPerson("anonymous");
    expect((await call(anonymous, "list")).status).toBe(401);
  });

  test("is written by one of two writers that have seen the same state", async () => {
    const portfolioId = "ada-two";
    await saved(ada, portfolioId, "one");
    const texts = ["two", "three", "four", "five"];
    await send(ada, ...texts);
    const answers = await Promise.all(
      texts.map(async (text) =>
        call(ada, "save", {
          params: { portfolioId },
          body: state({ "src/a.ts": await keyOf(text) }, 1),
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  test("takes only clean file names, its own checksums, and sizes within the limits", async () => {
    const params = { portfolioId: "ada-3" };
    await send(ada, "x");
    const key = await keyOf("x");
    for (const path of ["../x", "/x", "a//b", "a\u0000b", "."]) {
      const answer = await call(ada, "save", { params, body: state({ [path]: key }) });
      expect(answer.status, path).toBe(400);
    }
    const form = new FormData();
    form.append(key, new Blob(["something else"]), "content");
    expect((await call(ada, "sendContents", { body: form })).status).toBe(400);
    expect((await send(ada, "x".repeat(1_000_001))).status).toBe(413);
  });

  test("that is deleted leaves a tombstone for other devices, and nothing else", async () => {
    const portfolioId = "ada-gone";
    const params = { portfolioId };
    await saved(ada, portfolioId, "gone");
    const before = await call(ada, "changes", { query: { after: 0 } });
    const last = Math.max(
      ...(before.body!["items"] as { sequence: number }[]).map(({ sequence }) => sequence),
    );
    expect((await call(ada, "delete", { params, query: { revision: 9 } })).status).toBe(409);
    expect((await call(ada, "delete", { params, query: { revision: 1 } })).body).toMatchObject({
      revision: 2,
    });
    const after = await call(ada, "changes", { query: { after: last } });
    expect(after.body).toMatchObject({
      items: [{ id: portfolioId, isDeleted: true, name: "" }],
      next: null,
    });
    const list = (await call(ada, "list")).body!["items"] as { id: string }[];
    expect(list.map(({ id }) => id)).not.toContain(portfolioId);
    // A device that had changed it meanwhile brings it back.
    expect((await saved(ada, portfolioId, "back", 2)).body).toMatchObject({ revision: 3 });
  });

  test("keeps versions once, in order, each with its files", async () => {
    const portfolioId = "ada-versions";
    const params = { portfolioId };
    await saved(ada, portfolioId, "v1");
    await send(ada, "v2");
    const version = async (text: string, at: number) => ({
      id: crypto.randomUUID(),
      parentId: null,
      label: `Label ${text}`,
      kind: "manual",
      at,
      tree: { "src/a.ts": await keyOf(text) },
    });
    const two = [await version("v1", 1), await version("v2", 2)];
    for (let round = 0; round < 2; round++) {
      const answer = await call(ada, "saveVersions", { params, body: { versions: two } });
      expect(answer.body).toMatchObject({ status: "kept" });
    }
    const listed = await call(ada, "listVersions", { params });
    expect(listed.body).toMatchObject({
      items: [{ label: "Label v1", fileCount: 1 }, { label: "Label v2" }],
      next: null,
    });
    const [first] = listed.body!["items"] as { sequence: number }[];
    const rest = await call(ada, "listVersions", { params, query: { after: first!.sequence } });
    expect((rest.body!["items"] as unknown[]).length).toBe(1);
    const read = await call(ada, "readVersions", { params, body: { ids: [two[1]!.id] } });
    expect(read.body).toMatchObject({ items: [{ tree: two[1]!.tree }] });
    const missing = await call(ada, "saveVersions", {
      params,
      body: { versions: [await version("never sent", 3)] },
    });
    expect(missing.body).toEqual({
      status: "contents-missing",
      keys: [await keyOf("never sent")],
    });
  });

  test("lists page by page, last changed first", async () => {
    const person = await addPerson();
    await send(person, "x");
    const tree = { "src/a.ts": await keyOf("x") };
    for (let n = 0; n < 103; n++) {
      const params = { portfolioId: `p-${n}` };
      await call(person, "save", { params, body: state(tree, 0, `Name ${n}`) });
    }
    const one = (await call(person, "list")).body as { items: { id: string }[]; next: string };
    const two = (await call(person, "list", { query: { after: one.next } })).body as typeof one;
    expect([one.items.length, two.items.length, two.next]).toEqual([100, 3, null]);
    expect(new Set([...one.items, ...two.items].map(({ id }) => id)).size).toBe(103);
    expect(one.items[0]!.id).toBe("p-102");
    expect(JSON.stringify(one)).not.toContain("tree");
  });
});

describe("contents", () => {
  test("are stored once, smaller, counted exactly, and never over the limit", async () => {
    const person = await addPerson();
    const text = "export const line = 1;\n".repeat(2_000);
    const before = await Promise.all(Array.from({ length: 5 }, () => send(person, text)));
    expect(before.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const open = openTestDatabase();
    const rows = (await open.database.select().from(blobs)).filter(
      ({ ownerId }) => ownerId === person.personId,
    );
    expect(rows.length).toBe(1);
    expect(rows[0]!.storedSize).toBeLessThan(text.length / 10);
    expect(await readStoredBytes(open.database, person.personId)).toBe(rows[0]!.storedSize);
    const objects = await testEnv.BLOBS.list({ prefix: `blobs/${person.personId}/` });
    expect(objects.objects.map(({ key }) => key)).toEqual([rows[0]!.objectName]);
    await open.end();
    const anonymous = await addPerson("anonymous");
    expect((await send(anonymous, "x")).status).toBe(401);
  });

  test("that nothing names go after their time; those that are named stay", async () => {
    const person = await addPerson();
    await saved(person, "kept", "kept text");
    await send(person, "orphan text");
    const open = openTestDatabase();
    const sweep = () =>
      removeOrphanedBlobs({
        database: open.database,
        bucket: testEnv.BLOBS,
        before: new Date(Date.now() + 60_000),
        most: 1_000,
      });
    await sweep();
    await open.end();
    const keys = [await keyOf("kept text"), await keyOf("orphan text")];
    const missing = await call(person, "missingContents", { body: { keys } });
    expect(missing.body).toEqual({ keys: [keys[1]] });
    const objects = await testEnv.BLOBS.list({ prefix: `blobs/${person.personId}/` });
    expect(objects.objects.length).toBe(1);
    // Sent again it is there again.
    await send(person, "orphan text");
    expect((await call(person, "missingContents", { body: { keys } })).body).toEqual({ keys: [] });
  });
});

test("a CV is kept with consent only, downloaded by a link that expires, and can be withdrawn", async () => {
  const params = { portfolioId: "ada-cv" };
  await saved(ada, "ada-cv", "x");
  await send(ada, "%PDF the CV", "{}");
  const source = {
    name: "Ada’s CV.pdf",
    content: await keyOf("%PDF the CV"),
    reading: await keyOf("{}"),
  };
  expect((await call(ada, "saveSource", { params, body: source })).status).toBe(400);
  expect((await call(ada, "readSource", { params })).status).toBe(404);
  const kept = await call(ada, "saveSource", { params, body: { ...source, consent: true } });
  expect(kept.body).toMatchObject({ status: "kept" });
  const read = await call(ada, "readSource", { params });
  expect(read.body).toMatchObject({ ...source, link: expect.stringContaining("/api/downloads/") });
  const link = `http://localhost:8787${read.body!["link"] as string}`;
  const file = await appAs(null)(new Request(link));
  expect(await file.text()).toBe("%PDF the CV");
  expect(file.headers.get("content-disposition")).toBe(
    "attachment; filename*=UTF-8''Ada%E2%80%99s%20CV.pdf",
  );
  const forged = link.slice(0, -2) + (link.endsWith("AA") ? "BB" : "AA");
  expect((await appAs(null)(new Request(forged))).status).toBe(404);
  const objects = async () =>
    (await testEnv.BLOBS.list({ prefix: `blobs/${ada.personId}/` })).objects.length;
  const before = await objects();
  expect((await call(ada, "deleteSource", { params })).body).toEqual({ removed: true });
  expect((await appAs(null)(new Request(link))).status).toBe(404);
  // At once, not with the next clean-up; what a portfolio names stays.
  expect(await objects()).toBe(before - 2);
  const keys = [source.content, source.reading, await keyOf("x")];
  const missing = await call(ada, "missingContents", { body: { keys } });
  expect(missing.body!["keys"]).toEqual([source.content, source.reading]);
});

test("nothing of it can be read in the database or the bucket", async () => {
  const person = await addPerson();
  const secret = "Grace Hopper grace@navy.example";
  await send(person, secret);
  const params = { portfolioId: "grace-hopper-abc123" };
  const body = state({ "src/grace.ts": await keyOf(secret) }, 0, "Grace Hopper");
  await call(person, "save", { params, body });
  const open = openTestDatabase();
  const rows = JSON.stringify(
    await Promise.all([
      open.database.select().from(portfolios),
      open.database.select().from(versions),
      open.database.select().from(people),
      open.database.select().from(blobs),
    ]),
    (_, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder("latin1").decode(value) : value,
  );
  await open.end();
  const { objects } = await testEnv.BLOBS.list({ prefix: `blobs/${person.personId}/` });
  const object = await testEnv.BLOBS.get(objects[0]!.key);
  const stored = new TextDecoder("latin1").decode(await object!.arrayBuffer());
  for (const text of ["Grace", "grace", "navy", await keyOf(secret)]) {
    expect(rows, text).not.toContain(text);
    expect(stored, text).not.toContain(text);
  }
});
