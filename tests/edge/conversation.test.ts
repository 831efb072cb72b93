import { eq, inArray, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Caller } from "../../edge/caller.ts";
import { composeRequest } from "../../edge/compose.ts";
import { messageBlobs, messages } from "../../edge/db/schema.ts";
import { recordsOf } from "../../edge/privacy/export-records.ts";
import { readKeptConversation } from "../../edge/storage/kept-conversations.ts";
import { removeOrphanedBlobs } from "../../edge/storage/remove-orphaned-blobs.ts";
import type { Added, ConversationPage } from "../../shared/api/conversation.ts";
import { api } from "../../shared/api/table.ts";
import type { Message } from "../../shared/conversation.ts";
import { CONVERSATION_LIMITS } from "../../shared/limits.ts";
import {
  addPerson,
  appAs,
  correlationFor,
  openTestDatabase,
  requestOf,
  testEnv,
  type CallInput,
} from "./people.ts";

let ada: Caller;
let eve: Caller;
beforeAll(async () => {
  [ada, eve] = [await addPerson(), await addPerson()];
  for (const id of ["talk", "long", "gone", "big", "crowd"]) await addPortfolio(ada, id);
});

async function addPortfolio(who: Caller, portfolioId: string, revision = 0) {
  const times = { createdAt: 1, updatedAt: 2 };
  const body = { revision, name: "Ada", templateId: "folio", tree: {}, headVersionId: "v" };
  const input = { params: { portfolioId }, body: { ...body, ...times } };
  const answer = await appAs(who)(requestOf(api.portfolios.save, input));
  expect(answer.status).toBe(200);
}

async function call(who: Caller, name: keyof typeof api.conversation, input: CallInput) {
  const answer = await appAs(who)(requestOf(api.conversation[name], input));
  return { status: answer.status, body: (await answer.json()) as unknown };
}
const at = (portfolioId: string) => ({ params: { portfolioId } });
const add = async (portfolioId: string, added: readonly Message[], place?: object) => {
  const body = { messages: added, ...(place ? { place } : {}) };
  const answer = await call(ada, "add", { ...at(portfolioId), body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as Added;
};
const read = async (portfolioId: string, after = 0) => {
  const answer = await call(ada, "read", { ...at(portfolioId), query: { after } });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as ConversationPage;
};
const said = (id: string, moment: number, rest: Partial<Message> = {}): Message => ({
  id,
  after: null,
  at: moment,
  from: "person",
  text: `say ${id}`,
  ...rest,
});

test("messages are kept once, later states over earlier ones, and asked for by what changed", async () => {
  const first = await add("talk", [said("a", 1), said("b", 2, { after: "a", from: "site" })]);
  expect(first).toEqual({ before: 0, changes: 2 });
  expect(await add("talk", [said("a", 1)])).toEqual({ before: 2, changes: 2 });
  const undone = said("a", 1, { isUndone: true, changedAt: 9 });
  expect(await add("talk", [undone])).toEqual({ before: 2, changes: 3 });
  expect(await add("talk", [said("a", 1)])).toEqual({ before: 3, changes: 3 });
  expect(await read("talk", 2)).toMatchObject({ items: [undone], next: null, changes: 3 });
  expect((await read("talk")).items.map(({ id }) => id)).toEqual(["b", "a"]);
  const seen = await appAs(ada)(requestOf(api.portfolios.read, at("talk")));
  expect(await seen.json()).toMatchObject({ conversation: 3, sequence: expect.any(Number) });
});

test("locks and the shown branch are as whoever chose last wants them", async () => {
  const chosen = { head: "b", headAt: 20, locks: [{ kind: "section", id: "work" }], locksAt: 20 };
  await add("talk", [], chosen);
  const { changes } = await add("talk", [], { head: "a", headAt: 30, locks: [], locksAt: 10 });
  expect(await read("talk", changes)).toMatchObject({
    items: [],
    place: { head: "a", headAt: 30, locks: chosen.locks, locksAt: 20 },
  });
});

test("two devices that write at once lose no message", async () => {
  const device = (name: string) =>
    Array.from({ length: 12 }, (_, n) => add("crowd", [said(`${name}${n}`, n)]));
  await Promise.all([...device("laptop"), ...device("phone")]);
  const page = await read("crowd");
  expect(page).toMatchObject({ changes: 24, next: null });
  expect(new Set(page.items.map(({ id }) => id)).size).toBe(24);
});

test("a long conversation comes in pages, and its oldest messages are let go", async () => {
  const most = CONVERSATION_LIMITS.messages;
  const all = Array.from({ length: most + 30 }, (_, n) => said(`m${n}`, n));
  for (let from = 0; from < all.length; from += CONVERSATION_LIMITS.perCall) {
    await add("long", all.slice(from, from + CONVERSATION_LIMITS.perCall));
  }
  const first = await read("long");
  expect(first.items).toHaveLength(CONVERSATION_LIMITS.perCall);
  expect(first.next).not.toBeNull();
  const keeping = await keepingOf(ada);
  const whole = await readKeptConversation(keeping, "long");
  expect(whole).toMatchObject({ ok: true, value: { messages: all.slice(30) } });
});

/** What the service itself works with, in a Durable Object for instance. */
async function keepingOf(who: Caller) {
  const request = composeRequest(testEnv, () => undefined, correlationFor("conversation"));
  const keeping = await request.keepingOf(who);
  if (!keeping.ok) throw new Error(keeping.failure.message);
  return keeping.value;
}

/** A message of a model that rewrote a long file. */
const big = (): Message => {
  const before = "export const before = 1;\n".repeat(4_000);
  const after = "export const after = 'ä€😀';\n".repeat(4_000);
  const change = { path: "src/App.tsx", before, after };
  const files = [{ change, addedLines: 4_000, removedLines: 4_000 }];
  const step = { kind: "tool", id: "t", name: "write_file", about: change.path } as const;
  return said("b1", 5, {
    from: "site",
    changes: [change],
    run: {
      state: "done",
      doing: null,
      turnAt: 0,
      facts: [],
      steps: [
        { ...step, state: "done", result: "Written.", files },
        // So many small steps that what is left of them is long.
        ...Array.from({ length: 40 }, (_, n) => ({
          kind: "text" as const,
          text: `${n} ${"z".repeat(3_000)}`,
        })),
      ],
      cost: { model: "m", inputTokens: 9, cachedTokens: 8, outputTokens: 7, repairTokens: 0 },
    },
  });
};

test("long texts lie in the bucket for as long as a message names them, and come back whole", async () => {
  const message = big();
  await add("big", [message]);
  expect((await read("big")).items).toEqual([message]);
  const open = openTestDatabase();
  const rows = await open.database.select().from(messages).where(eq(messages.model, "m"));
  const row = rows.find((one) => one.inputTokens === 9)!;
  const sizes = [row.sealedText, row.sealedToolCalls!, row.sealedDiffs!].map((one) => one.length);
  expect(Math.max(...sizes)).toBeLessThan(CONVERSATION_LIMITS.rowLetters);
  const bucket = { delete: async (names: string | string[]) => testEnv.BLOBS.delete(names) };
  const sweep = () =>
    removeOrphanedBlobs({ database: open.database, bucket, before: new Date(2e12), most: 1_000 });
  await sweep();
  expect((await read("big")).items).toEqual([message]);
  const named = await open.database
    .select()
    .from(messageBlobs)
    .where(eq(messageBlobs.messageId, row.id));
  expect(named.length).toBeGreaterThan(2);

  const deleted = await appAs(ada)(requestOf(api.portfolios.delete, at("big")));
  expect(deleted.status).toBe(200);
  await sweep();
  const ids = named.map(({ blobId }) => blobId);
  const left = await open.database.execute(
    sql`select id from blobs where ${inArray(sql`id`, ids)} and stored`,
  );
  await open.end();
  expect([...left]).toEqual([]);
});

test("it goes with its portfolio, which comes back without it, and unseen messages stop the deletion", async () => {
  await add("gone", [said("a", 1)]);
  const remove = async (query: { revision?: number; conversation?: number }) =>
    (await appAs(ada)(requestOf(api.portfolios.delete, { ...at("gone"), query }))).status;
  expect(await remove({ revision: 1, conversation: 0 })).toBe(409);
  expect(await remove({ revision: 1, conversation: 1 })).toBe(200);
  expect(await read("gone")).toMatchObject({ items: [], changes: 0 });
  const late = { ...at("gone"), body: { messages: [said("b", 2)] } };
  expect((await call(ada, "add", late)).status).toBe(404);
  await addPortfolio(ada, "gone", 2);
  expect(await read("gone")).toMatchObject({ items: [], changes: 0 });
});

test("nobody else reads it or adds to it, and nothing of it is in plain in the database", async () => {
  await add("talk", [said("secret", 7, { text: "My salary is 123456" })]);
  expect((await call(eve, "read", at("talk"))).status).toBe(404);
  const hers = { ...at("talk"), body: { messages: [said("x", 1)] } };
  expect((await call(eve, "add", hers)).status).toBe(404);
  const open = openTestDatabase();
  const found = await open.database.execute(
    sql`select 1 from messages m where m::text like '%123456%' or m::text like '%73616c617279%'`,
  );
  await open.end();
  expect([...found]).toEqual([]);
});

test("a message that can’t be one is refused with a sentence", async () => {
  for (const wrong of [{ id: "" }, { at: 9e15 }, { text: 7 }, { from: "somebody" }]) {
    const body = { messages: [{ ...said("w", 1), ...wrong }] };
    const answer = await call(ada, "add", { ...at("talk"), body });
    expect(answer, JSON.stringify(wrong)).toMatchObject({
      status: 400,
      body: { code: "invalid", message: expect.any(String) },
    });
  }
});

test("the export of everything has what was said and the texts that it names", async () => {
  const person = await addPerson();
  await addPortfolio(person, "mine");
  const body = { messages: [big()] };
  expect((await call(person, "add", { ...at("mine"), body })).status).toBe(200);
  const files = new Map<string, string>();
  for await (const { path, bytes } of recordsOf(await keepingOf(person), new Set())) {
    files.set(path, new TextDecoder().decode(bytes as Uint8Array));
  }
  expect(files.get("records/messages.json")).toContain("say b1");
  expect([...files.values()]).toContain(big().changes![0]!.after);
});
