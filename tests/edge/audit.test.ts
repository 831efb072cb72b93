import { env, exports } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { DELETE_WORDS } from "../../shared/api/privacy.ts";
import { browser, member, ORIGIN, PASSWORD } from "./browser.ts";
import { openTestDatabase } from "./people.ts";

const { OPERATOR_TOKEN } = env as unknown as { OPERATOR_TOKEN: string };
const NEW_PASSWORD = "another long password";

interface Row {
  readonly act: string;
  readonly person_id: string | null;
  readonly request_id: string | null;
  readonly detail: unknown;
  readonly [column: string]: unknown;
}

async function rowsWhere(condition: ReturnType<typeof sql>): Promise<readonly Row[]> {
  const open = openTestDatabase();
  const rows = await open.database.execute<Row>(
    sql`select act, person_id, request_id, detail from audit_log where ${condition} order by id`,
  );
  await open.end();
  return [...rows];
}
const actsOf = async (id: string) =>
  (await rowsWhere(sql`person_id = ${id}`)).map(({ act }) => act);

test("the audit log says who did what, under which request", async () => {
  const { person, email } = await member();
  const { id } = (await person.session())!.user;
  const elsewhere = browser();
  await elsewhere.post("/api/auth/sign-in/email", { email, password: PASSWORD });
  await person.post("/api/auth/revoke-other-sessions");
  await person.post("/api/auth/change-password", {
    currentPassword: PASSWORD,
    newPassword: NEW_PASSWORD,
  });
  await person.post("/api/auth/passkey/delete-passkey", { id: "none" });
  await (await person.send("GET", "/api/privacy/export")).arrayBuffer();
  const out = await person.post("/api/auth/sign-out");
  await expect
    .poll(() => actsOf(id))
    .toEqual([
      "sign-up",
      "sign-in",
      "other-sessions-ended",
      "password-change",
      "passkey-removed",
      "export",
      "sign-out",
    ]);
  const rows = await rowsWhere(sql`person_id = ${id}`);
  expect(rows.every(({ request_id }) => /^[\w-]{8,64}$/.test(request_id ?? ""))).toBe(true);
  expect(rows.at(-1)!.request_id).toBe(out.headers.get("x-request-id"));
  expect(rows.find(({ act }) => act === "passkey-removed")!.detail).not.toEqual({ status: 200 });
});

test("a password chosen by e-mail is noted as the person’s; a wrong one names nobody", async () => {
  const { person, email } = await member();
  const { id } = (await person.session())!.user;
  const wrong = await browser().post("/api/auth/sign-in/email", {
    email,
    password: "not it at all",
  });
  await browser().post("/api/auth/request-password-reset", { email });
  const open = openTestDatabase();
  const tokenOf = async () => {
    const rows = await open.database.execute<{ identifier: string }>(
      sql`select identifier from verifications where value = ${id}`,
    );
    return [...rows][0]?.identifier.replace("reset-password:", "");
  };
  await expect.poll(tokenOf).toBeTruthy();
  const reset = await browser().post("/api/auth/reset-password", {
    token: await tokenOf(),
    newPassword: NEW_PASSWORD,
  });
  expect(reset.status, JSON.stringify(reset.body)).toBe(200);
  await expect.poll(() => actsOf(id)).toEqual(["sign-up", "password-reset"]);
  const request = wrong.headers.get("x-request-id");
  expect(await rowsWhere(sql`request_id = ${request}`)).toEqual([
    { act: "sign-in", person_id: null, request_id: request, detail: { status: 401 } },
  ]);
  await open.end();
});

test("after a deletion the acts stay, and name nobody", async () => {
  const { person } = await member();
  const { id } = (await person.session())!.user;
  await expect.poll(() => actsOf(id)).toEqual(["sign-up"]);
  const [before] = await rowsWhere(sql`person_id = ${id}`);
  const deleted = await person.post("/api/privacy/delete", {
    confirmation: DELETE_WORDS,
    password: PASSWORD,
  });
  expect(deleted.status).toBe(200);
  const requests = [before!.request_id, deleted.headers.get("x-request-id")];
  const after = await rowsWhere(sql`request_id in (${requests[0]}, ${requests[1]})`);
  expect(after.map(({ act, person_id }) => [act, person_id])).toEqual([
    ["sign-up", null],
    ["delete-account", null],
  ]);
});

test("what the operator does is noted", async () => {
  const answer = await exports.default.fetch(`${ORIGIN}/api/operator/failed-jobs/none/run-again`, {
    method: "POST",
    headers: { origin: ORIGIN, authorization: `Bearer ${OPERATOR_TOKEN}` },
  });
  await answer.text();
  const request = answer.headers.get("x-request-id");
  await expect
    .poll(() => rowsWhere(sql`request_id = ${request}`))
    .toEqual([
      {
        act: "operator POST /api/operator/failed-jobs/{jobId}/run-again",
        person_id: null,
        request_id: request,
        detail: { jobId: "none", outcome: "not-found" },
      },
    ]);
});
