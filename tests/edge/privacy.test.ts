import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { unzipSync, strFromU8 } from "fflate";
import { expect, test } from "vitest";
import { KEPT_TABLES, LEFT_OUT_TABLES } from "../../edge/db/rows/table-rows.ts";
import { openDatabase } from "../../edge/db/open-database.ts";
import { DELETE_WORDS } from "../../shared/api/privacy.ts";
import { browser, member, PASSWORD } from "./browser.ts";

const { BLOBS, DATABASE_URL } = env as unknown as { BLOBS: R2Bucket; DATABASE_URL: string };

/** Rows of any table in which an id occurs. */
async function rowsWith(id: string): Promise<readonly string[]> {
  const { database } = openDatabase(DATABASE_URL, 1);
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
  expect(account).toContain("sessions");
  expect(account).not.toMatch(/s1\$|"token"/);
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

test("nobody but the person can ask for either", async () => {
  expect((await browser().get("/api/privacy/export")).status).toBe(401);
  expect((await browser().post("/api/privacy/delete", { confirmation: DELETE_WORDS })).status).toBe(
    401,
  );
});
