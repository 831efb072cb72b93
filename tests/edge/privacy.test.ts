import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { unzipSync, strFromU8 } from "fflate";
import { expect, test } from "vitest";
import { KEPT_TABLES, LEFT_OUT_TABLES } from "../../edge/db/rows/table-rows.ts";
import { openDatabase } from "../../edge/db/open-database.ts";
import { DELETE_WORDS } from "../../shared/api/privacy.ts";
import { composeRequest } from "../../edge/compose.ts";
import { isThere } from "../../edge/db/rows/privacy-rows.ts";
import { erasePerson, type Erasure } from "../../edge/privacy/erase-person.ts";
import { browser, member, PASSWORD, type Browser } from "./browser.ts";
import { saveKept } from "../../edge/storage/kept-portfolios.ts";
import { insideOf, rowsInObjects } from "./inside-objects.ts";
import { addPerson, openTestDatabase, testEnv, correlationFor } from "./people.ts";

const { BLOBS, DATABASE_URL } = env as unknown as { BLOBS: R2Bucket; DATABASE_URL: string };

/** Rows of any table in which an id occurs. */
async function rowsWith(id: string): Promise<readonly string[]> {
  const { database } = openDatabase(DATABASE_URL, { connections: 1 });
  const found: string[] = [];
  for (const table of [...KEPT_TABLES, ...LEFT_OUT_TABLES]) {
    const rows = await database.execute<{ row: string }>(
      sql`select t::text as row from ${sql.identifier(table)} t`,
    );
    found.push(
      ...[...rows].filter(({ row }) => row.includes(id)).map(({ row }) => `${table} ${row}`),
    );
  }
  return found;
}

const sha256 = async (text: string) => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

async function memberWithPortfolio() {
  const { person, email } = await member();
  const { user } = (await person.session())!;
  const text = `export const owner = "Ada ${user.id}";`;
  const key = `t-${await sha256(text)}`;
  const form = new FormData();
  form.append(key, new Blob([text]), "content");
  expect((await person.send("POST", "/api/contents", form)).status).toBe(200);
  const saved = await person.send("PUT", "/api/portfolios/ada-1", {
    revision: 0,
    name: "Ada",
    templateId: "folio",
    tree: { "src/owner.ts": key },
    headVersionId: "v1",
    createdAt: 1,
    updatedAt: 2,
  });
  expect(saved.status, await saved.clone().text()).toBe(200);
  return { person, email, id: user.id, text };
}

test("everything about somebody comes as one ZIP, readable, without secrets", async () => {
  const { person, email, text } = await memberWithPortfolio();
  const answer = await person.send("GET", "/api/privacy/export");
  expect(answer.headers.get("content-type")).toBe("application/zip");
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  expect(strFromU8(files["portfolios/ada-1/files/src/owner.ts"]!)).toBe(text);
  const account = strFromU8(files["account.json"]!);
  expect(account).toContain(email);
  expect(strFromU8(files["records/sessions.json"]!)).toContain("created_at");
  const records = Object.keys(files).filter((name) => name.startsWith("records/"));
  const all = records.map((name) => strFromU8(files[name]!)).join("\n");
  expect(all).not.toMatch(/s1\$|"token"/);
});

test("deleting needs the words and the password; then nothing of the person is left", async () => {
  const { person, id } = await memberWithPortfolio();
  const refused = await person.post("/api/privacy/delete", {
    confirmation: "yes",
    password: PASSWORD,
  });
  expect(refused.status).toBe(400);
  const wrong = await person.post("/api/privacy/delete", {
    confirmation: DELETE_WORDS,
    password: "not the password",
  });
  expect(wrong.status).toBe(403);
  expect((await rowsWith(id)).length).toBeGreaterThan(0);
  expect((await BLOBS.list({ prefix: `blobs/${id}/` })).objects.length).toBeGreaterThan(0);

  const deleted = await person.post("/api/privacy/delete", {
    confirmation: DELETE_WORDS,
    password: PASSWORD,
  });
  expect(deleted.status, JSON.stringify(deleted.body)).toBe(200);
  expect(await rowsWith(id)).toEqual([]);
  expect((await BLOBS.list({ prefix: `blobs/${id}/` })).objects).toEqual([]);
  expect(await person.session()).toBeNull();
});

/** Has a CV read on the server. @returns the job's id */
async function readCv(person: Browser): Promise<string> {
  const form = new FormData();
  form.set("file", new File(["Nadia Okonkwo\nEngineer\nnadia@okonkwo.example"], "cv.txt"));
  const text = await (await person.send("POST", "/api/cv/extract-streaming", form)).text();
  expect(text).toContain("event: complete");
  return /"jobId":"([^"]+)"/.exec(text)![1]!;
}

const deleteMe = (person: Browser) =>
  person.post("/api/privacy/delete", { confirmation: DELETE_WORDS, password: PASSWORD });

test("nothing of a deleted person is left in the Durable Objects, nor in what waits for a while", async () => {
  const { person, email, id } = await memberWithPortfolio();
  const jobId = await readCv(person);
  await browser().post("/api/auth/request-password-reset", { email });
  for (let attempt = 0; attempt < 4; attempt++)
    await browser().post("/api/auth/sign-in/email", { email, password: "wrong password" });
  await expect
    .poll(async () => (await rowsWith(id)).filter((row) => row.startsWith("verifications")))
    .toHaveLength(1);
  expect(await rowsInObjects(id)).not.toEqual([]);
  expect(await rowsInObjects(jobId)).not.toEqual([]);
  expect(await insideOf("READINGS", id)).not.toEqual([]);

  expect((await deleteMe(person)).status).toBe(200);
  expect(await rowsInObjects(id)).toEqual([]);
  expect(await rowsInObjects(jobId)).toEqual([]);
  expect(await insideOf("JOB", jobId)).toEqual([]);
  expect(await insideOf("READINGS", id)).toEqual([]);
  expect(await insideOf("PERSON_QUOTA", `person:${id}`)).toEqual([]);
  expect(await rowsWith(id)).toEqual([]);
  // The guard of their sign-ins begins anew with whoever has the address next.
  const next = (await member(email)).person;
  await next.post("/api/auth/sign-out");
  const wrong = await next.post("/api/auth/sign-in/email", { email, password: "wrong password" });
  expect(wrong.status).toBe(401);
});

test("what an anonymous person began goes with the account that they made of it", async () => {
  const person = browser();
  await person.post("/api/auth/sign-in/anonymous");
  const anonymousId = (await person.session())!.user.id;
  const jobId = await readCv(person);
  const email = `later-${anonymousId}@mailbox.example`;
  await person.post("/api/auth/sign-up/email", { email, password: PASSWORD, name: "" });
  expect((await deleteMe(person)).status).toBe(200);
  expect(await insideOf("JOB", jobId)).toEqual([]);
  // The address that ordered it counts it on, by a number that stands for nothing any more.
  const left = (await rowsInObjects(jobId)).filter(
    (row) => !row.startsWith("PERSON_QUOTA kept: meter"),
  );
  expect(left).toEqual([]);
  expect(await rowsWith(anonymousId)).toEqual([]);
});

/** A person with an account, and what erasing them needs. */
async function erasable() {
  const caller = await addPerson();
  const open = openTestDatabase();
  const dependencies = composeRequest(testEnv, () => undefined, correlationFor("test-erase"));
  const keeping = await dependencies.keepingOf(caller);
  if (!keeping.ok) throw new Error(keeping.failure.message);
  const put = async (text: string) => {
    const key = `t-${await sha256(text)}`;
    const kept = await keeping.value.blobs.put([{ key, bytes: new TextEncoder().encode(text) }]);
    return { key, kept };
  };
  const erasure: Erasure = {
    database: open.database,
    bucket: BLOBS,
    places: dependencies,
    personId: caller.personId,
    email: "",
    forgetSignIns: async () => undefined,
  };
  const left = async () => ({
    objects: (await BLOBS.list({ prefix: `blobs/${caller.personId}/` })).objects.length,
    rows: await rowsWith(caller.personId),
  });
  return { caller, open, put, erasure, left };
}
const NOTHING = { objects: 0, rows: [] };

test("an upload that comes after the contents were erased, and before the rows, leaves nothing", async () => {
  const { open, put, erasure, left } = await erasable();
  await put("before");
  let uploaded: unknown = null;
  const list: Erasure["bucket"]["list"] = async (options) => {
    const page = await BLOBS.list(options);
    if (page.objects.length === 0 && uploaded === null) uploaded = (await put("meanwhile")).kept;
    return page;
  };
  await erasePerson({ ...erasure, bucket: { list, delete: (names) => BLOBS.delete(names) } });
  expect(uploaded).toEqual({ ok: true, value: undefined });
  expect(await left()).toEqual(NOTHING);
  await open.end();
});

test("an upload or a version after the deletion is refused in plain words, and leaves nothing", async () => {
  const { caller, open, put, erasure, left } = await erasable();
  const { key } = await put("before");
  const late = composeRequest(testEnv, () => undefined, correlationFor("test-late"));
  const keeping = await late.keepingOf(caller);
  await erasePerson(erasure);
  expect(await isThere(open.database, caller.personId)).toBe(false);
  expect((await put("after")).kept).toMatchObject({ failure: { kind: "unauthenticated" } });
  if (!keeping.ok) throw new Error("no key");
  const saved = await saveKept(keeping.value, "late", {
    revision: 0,
    name: "Late",
    templateId: "folio",
    tree: { "src/a.ts": key },
    headVersionId: "v1",
    createdAt: 1,
    updatedAt: 1,
  });
  expect(saved).toMatchObject({ failure: { kind: "unauthenticated" } });
  expect(await left()).toEqual(NOTHING);
  await open.end();
});

test("uploads at the same time as the deletion end, and leave nothing", async () => {
  const { open, put, erasure, left } = await erasable();
  await put("before");
  const uploads = Array.from({ length: 12 }, (_, n) => put(`at once ${n}`));
  await Promise.all([...uploads, erasePerson(erasure)]);
  expect(await left()).toEqual(NOTHING);
  await open.end();
});

test("nobody but the person can ask for either", async () => {
  expect((await browser().get("/api/privacy/export")).status).toBe(401);
  expect((await browser().post("/api/privacy/delete", { confirmation: DELETE_WORDS })).status).toBe(
    401,
  );
});
