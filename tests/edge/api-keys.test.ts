import { expect, test } from "vitest";
import { apiKeys } from "../../edge/db/schema.ts";
import { addGeneration } from "../../edge/db/rows/generation-rows.ts";
import { API_KEYS } from "../../shared/limits.ts";
import type { ApiKeyEntry } from "../../shared/api/keys.ts";
import { exports } from "cloudflare:workers";
import { member, ORIGIN, type Browser } from "./browser.ts";
import { openTestDatabase } from "./people.ts";

interface Made {
  readonly id: string;
  readonly key: string;
  readonly start: string;
}

const make = async (who: Browser, body: object) =>
  (await who.post("/api/keys", body)).body as unknown as Made;
const list = async (who: Browser) =>
  ((await who.get("/api/keys")).body as unknown as { keys: ApiKeyEntry[] }).keys;

/** A job that isn’t there: 404 says that the key was taken. */
async function statusWith(key: string): Promise<number> {
  const headers = { "x-api-key": key };
  const answer = await exports.default.fetch(`${ORIGIN}/api/jobs/none`, { headers });
  await answer.body?.cancel();
  return answer.status;
}

test("a key is shown once, kept as a hash, listed with its use, rotated and revoked", async () => {
  const { person } = await member();
  const made = await make(person, { name: " CI ", expiresInDays: 30 });
  expect(made.key).toMatch(/^cv2web_[\w-]{43}$/);
  expect(await statusWith(made.key)).toBe(404);

  const [listed] = await list(person);
  expect(listed).toMatchObject({
    id: made.id,
    name: "CI",
    start: made.key.slice(0, 11),
    scopes: ["read", "write"],
    requests: 1,
    month: { calls: 0, tokens: 0, costDollars: 0 },
  });
  expect(listed!.expiresAt! - listed!.createdAt).toBeGreaterThan(29.9 * 86_400_000);
  expect(JSON.stringify(listed)).not.toContain(made.key);

  const again = (await person.post(`/api/keys/${made.id}/rotate`)).body as unknown as Made;
  expect(await statusWith(made.key)).toBe(401);
  expect(await statusWith(again.key)).toBe(404);
  expect(await list(person)).toMatchObject([{ id: made.id, start: again.start, requests: 2 }]);

  const everything = await tableText();
  for (const { key } of [made, again]) expect(everything).not.toContain(key.slice(12));
});

/** All that the table of keys holds, as text. */
async function tableText(): Promise<string> {
  const open = openTestDatabase();
  const rows = await open.database.select().from(apiKeys);
  await open.end();
  return JSON.stringify(rows.map((row) => ({ ...row, hash: new TextDecoder().decode(row.hash) })));
}

test("what the model took is counted for the key that asked", async () => {
  const { person } = await member();
  const { id } = await make(person, { name: "CI", scopes: ["read"] });
  await make(person, { name: "Idle" });
  const open = openTestDatabase();
  const ownerId = (await person.session())!.user.id;
  for (const apiKeyId of [id, id, null]) {
    await addGeneration(open.database, {
      id: crypto.randomUUID(),
      ownerId,
      component: "chat",
      model: "m",
      cacheKey: "c",
      sealedPrompt: new Uint8Array(1),
      sealedAnswer: new Uint8Array(1),
      inputTokens: 90,
      outputTokens: 10,
      costMicros: 250_000,
      apiKeyId,
    });
  }
  await open.end();
  expect(await list(person)).toMatchObject([
    { name: "Idle", month: { calls: 0 } },
    { name: "CI", scopes: ["read"], month: { calls: 2, tokens: 200, costDollars: 0.5 } },
  ]);
});

test("a person has a bounded number of keys, also when they ask at once", async () => {
  const { person } = await member();
  const wishes = Array.from({ length: API_KEYS.most + 3 }, (_, i) =>
    person.post("/api/keys", { name: `Key ${i}` }),
  );
  const statuses = (await Promise.all(wishes)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(API_KEYS.most);
  expect(statuses.filter((status) => status === 409)).toHaveLength(3);
});
