import { sql } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { Caller } from "../../edge/caller.ts";
import { createApp } from "../../edge/app.ts";
import { composeRequest } from "../../edge/compose.ts";
import { OWNED_TABLE_NAMES, OWNED_TABLES, sealedNameOf } from "../../edge/db/rows/owned-tables.ts";
import { erasePerson } from "../../edge/privacy/erase-person.ts";
import { api } from "../../shared/api/table.ts";
import {
  addPerson,
  appAs,
  openTestDatabase,
  requestOf,
  testEnv,
  correlationFor,
} from "./people.ts";

/** A row in every table that a person can own, with sealed texts where there are any. */
async function fill({ personId }: Caller): Promise<void> {
  const open = openTestDatabase();
  const { database } = open;
  const key = await composeRequest(
    testEnv,
    () => undefined,
    correlationFor("test-fill"),
  ).keys.person(personId);
  if (!key.ok) throw new Error(key.failure.message);
  const id = (table: string) => `${table} of ${personId}`;
  const sealed = (table: (typeof OWNED_TABLE_NAMES)[number], what: string, text: unknown) =>
    key.value.sealJson(text, sealedNameOf(table, what, id(table)));
  const folio = id("portfolios");
  const run = (query: ReturnType<typeof sql>) => database.execute(query);

  await run(sql`insert into sessions (id, expires_at, token, user_id)
    values (${id("sessions")}, now() + interval '1 day', ${`secret-token ${personId}`}, ${personId})`);
  await run(sql`insert into accounts (id, account_id, provider_id, user_id, password, access_token)
    values (${id("accounts")}, 'a', 'github', ${personId}, 'secret-hash', 'secret-access')`);
  await run(sql`insert into passkeys
    (id, name, public_key, user_id, credential_id, counter, device_type, backed_up)
    values (${id("passkeys")}, 'My phone', 'secret-public', ${personId}, 'c', 1, 'single', false)`);
  await run(sql`insert into api_keys (id, owner_id, hash, start, name, scopes)
    values (${id("api_keys")}, ${personId}, convert_to(${`secret-key ${personId}`}, 'UTF8'), 'cv_', 'CI', 'read')`);
  await run(sql`insert into portfolios
    (id, owner_id, revision, sequence, sealed_summary, sealed_tree, file_count, deleted_at)
    values (${folio}, ${personId}, 1, 1, ${await key.value.sealJson({ id: "x" }, `summary ${folio}`)},
      '', 0, now())`);
  await run(sql`insert into conversations (id, portfolio_id, owner_id, sealed_place)
    values (${id("conversations")}, ${folio}, ${personId},
      ${await sealed("conversations", "place", { locks: [{ path: "src/Hero.tsx" }] })})`);
  await run(sql`insert into messages (id, conversation_id, position, role, sealed_text, sealed_diffs)
    values (${id("messages")}, ${id("conversations")}, 1, 'person',
      ${await sealed("messages", "text", "Make it warmer")},
      ${await sealed("messages", "diffs", [{ path: "src/theme.css" }])})`);
  await run(sql`insert into ai_generations (id, owner_id, component, sealed_prompt, sealed_answer,
      model, input_tokens, output_tokens, cache_key)
    values (${id("ai_generations")}, ${personId}, 'hero',
      ${await sealed("ai_generations", "prompt", "Write a hero")},
      ${await sealed("ai_generations", "answer", "I build bridges")}, 'm', 1, 1, 'k')`);
  await run(sql`insert into sandboxes (id, owner_id, state)
    values (${id("sandboxes")}, ${personId}, 'running')`);
  await run(sql`insert into sandbox_events (sandbox_id, to_state, reason)
    values (${id("sandboxes")}, 'running', 'asked for')`);
  await run(sql`insert into snapshots (id, owner_id, kind, size, sealed_tree)
    values (${id("snapshots")}, ${personId}, 'manual', 1,
      ${await sealed("snapshots", "tree", { "src/old.ts": "t-none" })})`);
  await run(sql`insert into publications (id, owner_id, portfolio_id, slug, password_hash)
    values (${id("publications")}, ${personId}, ${folio}, ${`ada-${personId}`}, 'secret-hash')`);
  await run(sql`insert into site_builds (id, publication_id, owner_id, manifest, hidden, size)
    values (${id("site_builds")}, ${id("publications")}, ${personId}, '{}', '[]', 0)`);
  await run(sql`insert into site_files (owner_id, hash, object_name, size, stored_size, is_packed)
    values (${personId}, 'h', 'o', 1, 1, false)`);
  await run(sql`insert into former_slugs (slug, publication_id)
    values (${`before-${personId}`}, ${id("publications")})`);
  await run(sql`insert into site_domains (publication_id, domain, token)
    values (${id("publications")}, ${`ada-${personId}.example.org`}, 'a-token')`);
  await run(sql`insert into site_messages (id, publication_id, sealed_letter)
    values (${id("site_messages")}, ${id("publications")},
      ${await sealed("site_messages", "letter", { text: "We would like to hire you" })})`);
  for (const visitor of ["one", "one", "two"])
    await run(sql`insert into visits (publication_id, kind, target, visitor, country)
      values (${id("publications")}, 'view', '/', ${visitor}, 'PT')`);
  await run(sql`insert into visit_days (publication_id, day, part, name, count, visitors)
    values (${id("publications")}, '2026-08-01', 'referrer', 'example.org', 7, 4)`);
  await run(sql`insert into site_reports (id, publication_id, reason, words)
    values (${id("site_reports")}, ${id("publications")}, 'other', 'secret words of a visitor')`);
  await run(sql`insert into elsewhere (id, owner_id, portfolio_id, host, sealed_place)
    values (${id("elsewhere")}, ${personId}, ${folio}, 'github',
      ${await sealed("elsewhere", "place", { repository: "ada/walks" })})`);
  await run(sql`insert into billing (person_id, customer_id)
    values (${personId}, ${`cus of ${personId}`})`);
  await run(sql`insert into usage (person_id, act, period, count)
    values (${personId}, 'upload', '2026-11', 3)`);
  await run(sql`insert into vault_keys (id, owner_id, provider, sealed_key, ending)
    values (${id("vault_keys")}, ${personId}, 'gemini', 'secret', 'x9Qz')`);
  await run(sql`insert into pending_moves (from_id, to_id)
    values (${`before ${personId}`}, ${personId})`);
  await run(sql`insert into blobs (id, owner_id, object_name, size, stored_size)
    values (${id("blobs")}, ${personId}, 'o', 1, 1)`);
  await run(sql`insert into person_totals (person_id) values (${personId}) on conflict do nothing`);
  await run(sql`insert into audit_log (person_id, act) values (${personId}, 'sign-up')`);
  await open.end();
}

test("the export has every table with an owner, what is sealed in plain, and no secret", async () => {
  const caller = await addPerson();
  await fill(caller);
  const answer = await appAsStreaming(caller)(requestOf(api.privacy.export));
  expect(answer.status).toBe(200);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const text = (name: string) => strFromU8(files[`records/${name}.json`] ?? new Uint8Array());
  // A move that is under way ends before anything is taken along.
  const taken = OWNED_TABLE_NAMES.filter(
    (name) => OWNED_TABLES[name].taken === "rows" && name !== "pending_moves",
  );
  for (const name of [...taken, "visits"]) expect(text(name).length, name).toBeGreaterThan(2);
  expect(text("conversations")).toContain("src/Hero.tsx");
  expect(text("messages")).toMatch(/Make it warmer[^]*src\/theme\.css/);
  expect(text("ai_generations")).toMatch(/Write a hero[^]*I build bridges/);
  expect(text("snapshots")).toContain("src/old.ts");
  expect(text("site_messages")).toContain("We would like to hire you");
  expect(text("visit_days")).toContain("example.org");
  expect(text("elsewhere")).toContain("ada/walks");
  expect(text("audit_log")).toMatch(/sign-up[^]*export/);
  expect(JSON.parse(text("visits"))).toMatchObject([{ count: 3, visitors: 2, country: "PT" }]);
  const all = Object.values(files).map((bytes) => strFromU8(bytes));
  expect(all.join("\n")).not.toContain("secret");
});

test("deleting takes the rows of every table with an owner", async () => {
  const caller = await addPerson();
  await fill(caller);
  const open = openTestDatabase();
  const count = async (name: string) => {
    const rows = await open.database.execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(name)} t
          where t::text like ${`%${caller.personId}%`}`,
    );
    return [...rows][0]!.n;
  };
  // Rows whose own columns don't have the person's id hang on others that are looked at.
  const there = await Promise.all(OWNED_TABLE_NAMES.map(count));
  expect(there.filter((n) => n > 0).length).toBeGreaterThan(20);
  await erasePerson({
    database: open.database,
    bucket: testEnv.BLOBS,
    places: composeRequest(testEnv, () => undefined, correlationFor("test-erase")),
    personId: caller.personId,
    email: "",
    forgetSignIns: async () => undefined,
  });
  for (const name of OWNED_TABLE_NAMES) expect(await count(name), name).toBe(0);
  await open.end();
});

/** The worker as this caller; what goes on after the answer is collected, as the platform does. */
function appAsStreaming(caller: Caller, pending: Promise<unknown>[] = []) {
  const app = createApp((env, afterAnswer, requestId) => ({
    ...composeRequest(env, afterAnswer, requestId),
    callerOf: async () => caller,
    log: () => undefined,
  }));
  return async (request: Request): Promise<Response> =>
    app.fetch(request, testEnv, {
      waitUntil: (work: Promise<unknown>) => void pending.push(work),
      passThroughOnException: () => undefined,
      props: {},
    } as unknown as ExecutionContext);
}

test.each(["before its first byte", "after its first bytes"])(
  "a receiver that leaves %s leaves no database connection open",
  async (when) => {
    const caller = await addPerson();
    await fill(caller);
    const pending: Promise<unknown>[] = [];
    const answer = await appAsStreaming(caller, pending)(requestOf(api.privacy.export));
    const reader = answer.body!.getReader();
    if (when.startsWith("after")) expect((await reader.read()).done).toBe(false);
    await reader.cancel();
    // The end of the connection is itself among what is waited for.
    for (let known = 0; known < pending.length;) {
      known = pending.length;
      await Promise.all(pending);
    }
    const open = openTestDatabase();
    await expect(open.database.execute(sql`select 1`)).resolves.toHaveLength(1);
    await open.end();
  },
);

test("without a password, deleting needs a session of the last ten minutes", async () => {
  const caller = await addPerson();
  const open = openTestDatabase();
  const began = (minutes: number) =>
    open.database.execute(sql`insert into sessions (id, expires_at, token, user_id, created_at)
      values (${caller.personId}, now() + interval '1 day', ${caller.personId}, ${caller.personId},
        now() - make_interval(mins => ${minutes}))
      on conflict (id) do update set created_at = excluded.created_at`);
  const ask = () =>
    appAs({ ...caller, sessionId: caller.personId })(
      requestOf(api.privacy.deleteMe, { body: { confirmation: "delete my account" } }),
    );
  await began(11);
  const late = await ask();
  expect(late.status).toBe(401);
  expect(await late.json()).toMatchObject({
    code: "unauthenticated",
    message: "You signed in more than 10 minutes ago.",
    nextStep: expect.stringContaining("Sign in again"),
  });
  await began(9);
  expect((await ask()).status).toBe(200);
  await open.end();
});
