/** Messages whose job fails for good, or is cancelled: their answers don't stay under way. */
import { sql } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import type { Caller } from "../../edge/caller.ts";
import { composeRequest } from "../../edge/compose.ts";
import { NEW_RUN } from "../../shared/agent-run.ts";
import type { ConversationPage } from "../../shared/api/conversation.ts";
import { api } from "../../shared/api/table.ts";
import type { Message } from "../../shared/conversation.ts";
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
beforeAll(async () => {
  ada = await addPerson();
});

async function call(endpoint: Parameters<typeof requestOf>[0], input: CallInput) {
  const answer = await appAs(ada)(requestOf(endpoint, input));
  expect(answer.status).toBe(200);
  return answer;
}

/** A portfolio of theirs whose contents are gone from where they were kept. */
async function damaged(): Promise<string> {
  const before = new Set((await testEnv.BLOBS.list()).objects.map(({ key }) => key));
  const resume = { basics: { name: "Ada Lovelace" } };
  const made = await call(api.projects.create, { body: { resume } });
  const { id } = (await made.json()) as { id: string };
  await (await call(api.jobs.events, { params: { jobId: id } })).text();
  const contents = (await testEnv.BLOBS.list()).objects.filter(({ key }) => !before.has(key));
  expect(contents.length).toBeGreaterThan(0);
  await testEnv.BLOBS.delete(contents.map(({ key }) => key));
  return id;
}

const talkOf = async (portfolioId: string) => {
  const read = await call(api.conversation.read, { params: { portfolioId }, query: { after: 0 } });
  return ((await read.json()) as ConversationPage).items;
};
const answerOf = async (portfolioId: string) =>
  (await talkOf(portfolioId)).find(({ from }) => from === "site");

// First: the next one takes contents away that all portfolios of theirs share.
test("a try that the database fails is made again, and what it said is forgotten", async () => {
  const made = await call(api.projects.create, { body: { resume: { basics: { name: "Ada" } } } });
  const { id } = (await made.json()) as { id: string };
  await (await call(api.jobs.events, { params: { jobId: id } })).text();
  const { database, end } = openTestDatabase();
  // Their next message is refused, once: numbers of a sequence aren't given back.
  await database.execute(sql`create sequence refused_once`);
  await database.execute(
    sql.raw(`create function refuse_once() returns trigger language plpgsql as $$ begin
      if (select owner_id from conversations where id = new.conversation_id) = '${ada.personId}'
        and nextval('refused_once') = 1 then raise exception 'gone' using errcode = '57P01';
      end if;
      return new; end $$`),
  );
  await database.execute(sql`create trigger refuse_once before insert on messages
    for each row execute function refuse_once()`);
  try {
    const body = { message: "Make it teal" };
    const stream = await call(api.projects.chat, { params: { projectId: id }, body });
    const events = await stream.text();
    expect(events).toContain("begins again (2)");
    expect(events).toContain("event: complete");
    expect((await talkOf(id)).map(({ from }) => from)).toEqual(["person", "site"]);
  } finally {
    await database.execute(sql`drop trigger refuse_once on messages`);
    await database.execute(sql`drop function refuse_once`);
    await database.execute(sql`drop sequence refused_once`);
    await end();
  }
});

test("an answer whose job fails for good ends with it, and says why", async () => {
  const id = await damaged();
  const body = { message: "Make it teal" };
  const stream = await (await call(api.projects.chat, { params: { projectId: id }, body })).text();
  expect(stream).toContain("event: error");
  await vi.waitFor(
    async () =>
      expect((await answerOf(id))?.run).toMatchObject({
        state: "failed",
        failure: { message: expect.any(String), nextStep: expect.any(String) },
      }),
    { timeout: 10_000 },
  );
});

test("an answer whose job is cancelled while it waits is stopped", async () => {
  const made = await call(api.projects.create, { body: { resume: { basics: { name: "Ada" } } } });
  const { id } = (await made.json()) as { id: string };
  await (await call(api.jobs.events, { params: { jobId: id } })).text();
  const jobId = crypto.randomUUID();
  const job = composeRequest(testEnv, () => undefined, correlationFor("ended")).job(jobId);
  const ask: Message = { id: "ask", after: null, at: 1, from: "person", text: "Make it teal" };
  const answer: Message = { ...ask, id: "answer", after: "ask", at: 2, from: "site", text: "" };
  const messages = [ask, { ...answer, run: NEW_RUN, jobId }];
  await call(api.conversation.add, { params: { portfolioId: id }, body: { messages } });
  const input = { portfolioId: id, text: ask.text, askId: "ask", answerId: "answer", at: 1 };
  const { personId, tier } = ada;
  const order = { jobId, kind: "agent-message", personId, tier, priority: "new" } as const;
  await job.create({ ...order, quotaName: personId, requestId: "ended", input });
  await job.cancel();
  await vi.waitFor(
    async () =>
      expect((await talkOf(id)).find((one) => one.id === "answer")).toMatchObject({
        jobId,
        run: { state: expect.stringMatching(/^(stopped|failed)$/) },
      }),
    { timeout: 15_000 },
  );
});
