import { env, exports } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../edge/app.ts";
import { composeRequest } from "../../edge/compose.ts";
import { routePathOf } from "../../edge/route.ts";
import { AUTH_PATHS } from "../../edge/auth/auth-paths.ts";
import type { Access, Endpoint } from "../../shared/api/endpoint.ts";
import { ENDPOINTS } from "../../shared/api/table.ts";
import { eq } from "drizzle-orm";
import { apiKeys, passkeys, siteMessages } from "../../edge/db/schema.ts";
import { member, ORIGIN, type Browser } from "./browser.ts";
import { correlationFor, openTestDatabase, testEnv } from "./people.ts";

const { OPERATOR_TOKEN } = env as unknown as { OPERATOR_TOKEN: string };

interface Case {
  readonly method: string;
  readonly path: string;
  readonly access: Access;
  readonly byKey?: Endpoint["byKey"];
}

/** Every route that somebody could call, with its rule. */
const CASES: readonly Case[] = [
  ...ENDPOINTS,
  ...AUTH_PATHS.map(({ method, path, access }) => ({ method, path: `/api/auth${path}`, access })),
  // What takes things away comes last, so that they are there for the others.
].toSorted((a, b) => Number(a.method === "DELETE") - Number(b.method === "DELETE"));
/** What these do would spoil the walk; their own tests call them. */
const NOT_AS_OWNER = new Set([
  "/api/privacy/delete",
  "/api/auth/sign-out",
  "/api/auth/revoke-session",
  "/api/auth/revoke-other-sessions",
]);

let owner: Browser;
let other: Browser;
/** Their ids. */
let people: readonly string[];
/** More than the routes of one test cost. */
const A_TEST = 40;
/** A job for each route that needs one of its own kind; the first is for the others. */
let jobs: Readonly<Record<string, string>>;
let sandboxId: string;
let publicationId: string;
let draftId: string;
let letterId: string;
let visitors = 0;

let keys: Readonly<Record<"owners" | "others" | "revoked" | "expired" | "reads", string>>;
/** Of a key that is there to be rotated and revoked. */
let spareKeyId: string;

beforeAll(async () => {
  owner = (await member()).person;
  other = (await member()).person;
  people = await Promise.all([owner, other].map(async (who) => (await who.session())!.user.id));
  await savePortfolio("mine", {});
  // One whose site isn’t deleted with it before its turn.
  await savePortfolio("with-site", {});
  const content = await keepSource(owner);
  await savePortfolio("project", { none: content });
  const site = await owner.post("/api/publications", { portfolioId: "with-site", slug: "walks" });
  expect(site.status, JSON.stringify(site.body)).toBe(200);
  publicationId = (site.body as unknown as { id: string }).id;
  const draft = await owner.post("/api/draft-links", { portfolioId: "shared" });
  expect(draft.status, JSON.stringify(draft.body)).toBe(200);
  draftId = (draft.body as unknown as { id: string }).id;
  letterId = await letterTo(publicationId);
  const analysed = await jobOf("/api/cv/analyze", { resume: { basics: { name: "Ada" } } });
  const written = await jobOf("/api/cv/generate", { answers: { name: "Ada" } });
  const made = await owner.send("POST", "/api/portfolio/generate-streaming", {
    resume: { basics: { name: "Ada" } },
    templateId: "folio",
  });
  const first = /"jobId":"([^"]+)"/.exec(await made.text())?.[1];
  expect(first).toBeDefined();
  const opened = await owner.post("/api/sandbox", { files: [], serves: false });
  expect(opened.status, JSON.stringify(opened.body)).toBe(200);
  sandboxId = (opened.body as unknown as { sandbox_id: string }).sandbox_id;
  jobs = {
    "": analysed,
    "/api/sandbox/status/{job_id}": sandboxId,
    "/api/sandbox/status-streaming/{job_id}": sandboxId,
    "/api/cv/download/{job_id}": written,
    "/api/portfolio/download/{jobId}": first!,
  };
  keys = {
    owners: (await keyOf(owner)).key,
    others: (await keyOf(other)).key,
    reads: (await keyOf(owner, { scopes: ["read"] })).key,
    revoked: (await revokedKey()).key,
    expired: (await expiredKey()).key,
  };
  spareKeyId = (await keyOf(owner)).id;
});

// The walk is faster than any person: the two get back what it takes of their rate limit.
beforeEach(async () => {
  for (const who of people) {
    await testEnv.PERSON_QUOTA.getByName(`person:${who}`).takeRate("registered", -A_TEST);
  }
});

async function savePortfolio(id: string, tree: Readonly<Record<string, string>>) {
  const about = { revision: 0, name: "Mine", templateId: "folio", headVersionId: "v1" };
  const body = { ...about, tree, createdAt: 1, updatedAt: 2 };
  const saved = await owner.send("PUT", `/api/portfolios/${id}`, body);
  expect(saved.status, await saved.clone().text()).toBe(200);
}

async function letterTo(site: string): Promise<string> {
  const id = crypto.randomUUID();
  const { user } = (await owner.session())!;
  const open = openTestDatabase();
  const { keys } = composeRequest(testEnv, () => undefined, correlationFor("access"));
  const key = await keys.person(user.id);
  if (!key.ok) throw new Error(key.failure.message);
  const letter = { name: "Grace", email: "grace@example.org", message: "Hi" };
  const sealedLetter = await key.value.sealJson(letter, `site_messages letter ${id}`);
  await open.database.insert(siteMessages).values({ id, publicationId: site, sealedLetter });
  await open.end();
  return id;
}

async function keyOf(who: Browser, wish: object = {}) {
  const made = await who.post("/api/keys", { name: "Walk", ...wish });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  return made.body as unknown as { id: string; key: string };
}

async function revokedKey() {
  const made = await keyOf(owner);
  const path = `/api/keys/${made.id}`;
  const gone = await callAs(owner, { method: "DELETE", path, access: "member" });
  expect(gone.status).toBe(200);
  return made;
}

async function expiredKey() {
  const made = await keyOf(owner, { expiresInDays: 1 });
  const open = openTestDatabase();
  await open.database
    .update(apiKeys)
    .set({ expiresAt: new Date(Date.now() - 1) })
    .where(eq(apiKeys.id, made.id));
  await open.end();
  return made;
}

async function jobOf(path: string, body: object): Promise<string> {
  const job = await owner.post(path, body);
  expect(job.status, JSON.stringify(job.body)).toBe(200);
  return (job.body as unknown as { id: string }).id;
}

/** The CV that the portfolio came from, kept with consent. @returns the key of one of its contents */
async function keepSource(person: Browser): Promise<string> {
  const form = new FormData();
  const keys: string[] = [];
  for (const text of ["%PDF", "{}"]) {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
    keys.push(`t-${hex.join("")}`);
    form.append(keys.at(-1)!, new Blob([text]), "content");
  }
  expect((await person.send("POST", "/api/contents", form)).status).toBe(200);
  const [content, reading] = keys;
  const source = { name: "cv.pdf", content, reading, consent: true };
  const kept = await person.send("PUT", "/api/portfolios/mine/source", source);
  expect(kept.status, await kept.clone().text()).toBe(200);
  return reading!;
}

/** Calls a route as somebody; gives the status and, of a refusal, its code. */
async function callAs(
  who: Browser | "nobody" | "operator" | { readonly key: string },
  { method, path }: Case,
) {
  const real = path
    .replace("{portfolioId}", "mine")
    .replace("{projectId}", "project")
    .replace("{sandbox_id}", sandboxId)
    .replace("{publicationId}", publicationId)
    .replace("{draftId}", draftId)
    .replace("{keyId}", spareKeyId)
    .replace("{host}", "github")
    .replace(/\{job_?[iI]d\}/, jobs[path] ?? jobs[""]!)
    .replaceAll("{letterId}", letterId)
    .replaceAll(/\{\w+\}/g, "none");
  const cookies = typeof who === "object" && "cookies" in who ? who.cookies() : "";
  const key = typeof who === "object" && "key" in who ? who.key : null;
  const answer = await exports.default.fetch(`${ORIGIN}${real}`, {
    method,
    headers: {
      origin: ORIGIN,
      "content-type": "application/json",
      // Each visitor has an address of their own, or the rate limit would answer for the rule.
      "cf-connecting-ip": `192.0.2.${visitors++ % 250}.${visitors}`,
      ...(cookies ? { cookie: cookies } : {}),
      ...(key === null ? {} : byHeader(key)),
      ...(who === "operator" ? { authorization: `Bearer ${OPERATOR_TOKEN}` } : {}),
    },
    ...(method === "GET" ? {} : { body: "{}" }),
  });
  const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
  const body = isJson ? ((await answer.json()) as { code?: string } | null) : null;
  if (!isJson) await answer.body?.cancel();
  return { status: answer.status, code: body?.code ?? "" };
}

/** Now as a bearer, now in a header of its own. */
const byHeader = (key: string) =>
  visitors % 2 === 0 ? { authorization: `Bearer ${key}` } : { "x-api-key": key };

const nameOf = ({ method, path, access }: Case) =>
  `${method} ${path} (${typeof access === "string" ? access : `owner of the ${access.owner}`})`;

describe("every route keeps out whom its rule keeps out", () => {
  test.each(CASES.map((one) => [nameOf(one), one] as const))("%s", async (_name, one) => {
    const { access } = one;
    const asNobody = await callAs("nobody", one);
    if (access === "anyone") {
      expect([401, 403]).not.toContain(asNobody.code === "unauthenticated" ? asNobody.status : 0);
      return;
    }
    if (access === "operator" || access === "internal") {
      expect(asNobody.status).toBe(404);
      expect((await callAs(owner, one)).status).toBe(404);
      if (access === "operator" && !one.path.includes("{"))
        expect((await callAs("operator", one)).status).not.toBe(404);
      return;
    }
    expect(asNobody).toEqual({ status: 401, code: "unauthenticated" });
    const asOther = await callAs(other, one);
    if (typeof access === "object") {
      expect(asOther).toEqual({ status: 404, code: "not-found" });
    }
    if (NOT_AS_OWNER.has(one.path)) return;
    const asOwner = await callAs(owner, one);
    expect([401, 403]).not.toContain(asOwner.status);
    if (typeof access !== "object") return;
    // An empty body may be no use; a thing that is there is never “not found”.
    expect(asOwner.status).not.toBe(404);
    // A terminal wants a WebSocket.
    if (one.path.endsWith("/terminal")) return;
    if (one.method === "GET" || one.method === "DELETE") expect(asOwner.status).toBe(200);
  });
});

const ASK_WHO = CASES.filter(
  ({ access }) => access !== "anyone" && access !== "operator" && access !== "internal",
);

describe("an API key opens what its rule says, to its owner, while it holds", () => {
  const taken = ASK_WHO.filter(({ byKey }) => byKey !== undefined);
  const notTaken = ASK_WHO.filter(({ byKey }) => byKey === undefined);

  test.each(taken.map((one) => [nameOf(one), one] as const))("%s", async (_name, one) => {
    for (const key of [keys.revoked, keys.expired, "cv2web_nothing"]) {
      expect(await callAs({ key }, one)).toEqual({ status: 401, code: "unauthenticated" });
    }
    if (typeof one.access === "object") {
      const asOther = await callAs({ key: keys.others }, one);
      expect(asOther).toEqual({ status: 404, code: "not-found" });
    }
    if (one.byKey === "write") {
      expect(await callAs({ key: keys.reads }, one)).toEqual({ status: 403, code: "forbidden" });
    }
    expect([401, 403]).not.toContain((await callAs({ key: keys.owners }, one)).status);
  });

  test.each(notTaken.map((one) => [nameOf(one), one] as const))("not %s", async (_name, one) => {
    const answer = await callAs({ key: keys.owners }, one);
    // Accounts’ own routes don’t look for keys at all.
    const refusal = one.path.startsWith("/api/auth/")
      ? { status: 401, code: "unauthenticated" }
      : { status: 403, code: "forbidden" };
    expect(answer).toEqual(refusal);
  });

  test("a session beside a key changes nothing about what the key opens", async () => {
    const answer = await exports.default.fetch(`${ORIGIN}/api/jobs/${jobs[""]!}`, {
      headers: { cookie: owner.cookies(), "x-api-key": keys.others },
    });
    expect(answer.status).toBe(404);
    await answer.body?.cancel();
  });
});

describe("nobody ends or changes what is another's", () => {
  test("a session, by its token", async () => {
    const { person: victim } = await member();
    const sessions = (await victim.get("/api/auth/list-sessions")).body as unknown as {
      token: string;
    }[];
    const answer = await other.post("/api/auth/revoke-session", { token: sessions[0]!.token });
    expect([200, 400, 401, 403, 404]).toContain(answer.status);
    expect(await victim.session()).not.toBeNull();
    await victim.post("/api/auth/revoke-session", { token: sessions[0]!.token });
    expect(await victim.session()).toBeNull();
  });

  test("a passkey, by its id", async () => {
    const { person: victim } = await member();
    const id = await addPasskey((await victim.session())!.user.id);
    for (const [path, body] of [
      ["/api/auth/passkey/delete-passkey", { id }],
      ["/api/auth/passkey/update-passkey", { id, name: "Mine now" }],
    ] as const) {
      expect((await other.post(path, body)).status, path).toBeGreaterThanOrEqual(400);
    }
    const list = () => victim.get("/api/auth/passkey/list-user-passkeys");
    expect((await list()).body).toMatchObject([{ id, name: "Laptop" }]);
    expect((await victim.post("/api/auth/passkey/delete-passkey", { id })).status).toBe(200);
    expect((await list()).body).toEqual([]);
  });

  test("a job, by cancelling it", async () => {
    const path = `/api/jobs/${jobs[""]!}`;
    expect((await other.post(`${path}/cancel`)).status).toBe(404);
    expect((await owner.get(path)).body).toMatchObject({ status: "complete" });
  });
});

/** A passkey as a browser would have registered it; how one is registered is tested in Chromium. */
async function addPasskey(personId: string): Promise<string> {
  const id = crypto.randomUUID();
  const open = openTestDatabase();
  await open.database.insert(passkeys).values({
    id,
    name: "Laptop",
    publicKey: "none",
    userId: personId,
    credentialID: id,
    counter: 0,
    deviceType: "singleDevice",
    backedUp: false,
    createdAt: new Date(),
  });
  await open.end();
  return id;
}

test("there is no route without a rule", () => {
  const known = new Set(ENDPOINTS.map((endpoint) => `${endpoint.method} ${routePathOf(endpoint)}`));
  const app = createApp(() => {
    throw new Error("nothing is called");
  });
  const unknown = app.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => !known.has(route));
  // The SPA's files, and the way out of any state of cookies: both are anybody's.
  expect([...new Set(unknown)].toSorted()).toEqual(["GET /*", "POST /api/auth/clear-session"]);
  const catchAll = app.routes.filter(({ method, path }) => method === "ALL" && path !== "/*");
  expect(catchAll.map(({ path }) => path).toSorted()).toEqual(["/api/*", "/api/auth/*"]);
});
