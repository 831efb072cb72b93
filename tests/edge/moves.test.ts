import { expect, test } from "vitest";
import { beginMove } from "../../edge/db/rows/move-rows.ts";
import { finishCutMoves } from "../../edge/privacy/move-work.ts";
import { composeRequest } from "../../edge/compose.ts";
import { sandboxes } from "../../edge/db/schema.ts";
import type { CvExtraction } from "../../shared/job-result.ts";
import type { JobEvent } from "../../shared/job.ts";
import { eq } from "drizzle-orm";
import { anyone, browser, member, PASSWORD, type Browser } from "./browser.ts";
import { insideOf, rowsInObjects } from "./inside-objects.ts";
import { openTestDatabase, testEnv, correlationFor } from "./people.ts";

const CV = `Nadia Okonkwo-Reyes
Structural engineer
nadia@okonkwo.example

Experience

Structural engineer, Harrow & Pike
March 2019 – present
- Designed the roof of the Vauxhall market hall
`;

/** Reads a CV on the server. @returns the events */
async function readCv(person: Browser): Promise<readonly JobEvent[]> {
  const form = new FormData();
  form.set("file", new File([CV], "cv.txt", { type: "text/plain" }));
  const answer = await person.send("POST", "/api/cv/extract-streaming", form);
  expect(answer.status).toBe(200);
  return [...(await answer.text()).matchAll(/^data: (.*)$/gm)].map(
    ([, json]) => JSON.parse(json!) as JobEvent,
  );
}

const jobOf = (events: readonly JobEvent[]) => (events[0]!.detail as { jobId: string }).jobId;
const idOf = async (person: Browser) => (await person.session())!.user.id;

/** Somebody without an account, with a job that is over and a reading. */
async function anonymousWithWork() {
  const person = browser();
  await person.post("/api/auth/sign-in/anonymous");
  const events = await readCv(person);
  expect(events.at(-1)!.type).toBe("complete");
  return { person, id: await idOf(person), jobId: jobOf(events) };
}

async function expectAllMoved(person: Browser, jobId: string, from: string): Promise<void> {
  const job = await person.get(`/api/jobs/${jobId}`);
  expect(job.status, JSON.stringify(job.body)).toBe(200);
  // The result is opened: what is sealed is read by its new owner.
  expect(JSON.stringify(job.body)).toContain("Nadia Okonkwo-Reyes");
  const again = await readCv(person);
  expect((again.at(-1)!.detail as CvExtraction).fromCache).toBe(true);
  const left = (await rowsInObjects(from)).filter((row) => !row.startsWith("READINGS moved-to"));
  expect(left).toEqual([]);
  expect(await insideOf("PERSON_QUOTA", `person:${from}`)).toEqual([]);
  const readings = await insideOf("READINGS", from);
  expect(readings.filter((row) => row.startsWith("readings") || row.startsWith("sealed"))).toEqual(
    [],
  );
}

test("what an anonymous person began is theirs after they sign up", async () => {
  const { person, id, jobId } = await anonymousWithWork();
  const open = openTestDatabase();
  await open.database.insert(sandboxes).values({ id: `box ${id}`, ownerId: id, state: "running" });
  const made = await person.post("/api/auth/sign-up/email", {
    email: anyone(),
    password: PASSWORD,
    name: "",
  });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  await expectAllMoved(person, jobId, id);
  const [box] = await open.database
    .select()
    .from(sandboxes)
    .where(eq(sandboxes.id, `box ${id}`));
  expect(box?.ownerId).toBe(await idOf(person));
  await open.end();
});

test("and after they sign in to an account that they had", async () => {
  const { email } = await member();
  const { person, id, jobId } = await anonymousWithWork();
  expect((await person.post("/api/auth/sign-in/email", { email, password: PASSWORD })).status).toBe(
    200,
  );
  await expectAllMoved(person, jobId, id);
});

test("a job that waits or runs meanwhile goes on, and belongs to the account", async () => {
  const person = browser();
  await person.post("/api/auth/sign-in/anonymous");
  const id = await idOf(person);
  const form = new FormData();
  form.set("file", new File([CV], "cv.txt", { type: "text/plain" }));
  const stream = await person.send("POST", "/api/cv/extract-streaming", form);
  const made = await person.post("/api/auth/sign-up/email", {
    email: anyone(),
    password: PASSWORD,
    name: "",
  });
  expect(made.status).toBe(200);
  const text = await stream.text();
  expect(text).toContain("event: complete");
  const jobId = /"jobId":"([^"]+)"/.exec(text)![1]!;
  await expectAllMoved(person, jobId, id);
});

test("a move that was cut goes on, and one that is done again changes nothing", async () => {
  const { id, jobId } = await anonymousWithWork();
  const { person } = await member();
  const toId = await idOf(person);
  const open = openTestDatabase();
  // Cut right after it was noted.
  await beginMove(open.database, { fromId: id, toId });
  expect((await person.get(`/api/jobs/${jobId}`)).status).toBe(404);
  const places = composeRequest(testEnv, () => undefined, correlationFor("test-move"));
  const later = new Date(Date.now() + 120_000);
  expect(await finishCutMoves(open.database, places, later)).toBeGreaterThan(0);
  await expectAllMoved(person, jobId, id);
  await beginMove(open.database, { fromId: id, toId });
  await finishCutMoves(open.database, places, later);
  await expectAllMoved(person, jobId, id);
  expect(await finishCutMoves(open.database, places, later)).toBe(0);
  await open.end();
});
