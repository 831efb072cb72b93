import { sql } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { env } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { forgetDrafts } from "../../edge/db/rows/draft-rows.ts";
import type { DraftLink } from "../../shared/api/draft-links.ts";
import { DELETE_WORDS } from "../../shared/api/privacy.ts";
import { api } from "../../shared/api/table.ts";
import { DRAFT_LIMITS, TIER_LIMITS } from "../../shared/limits.ts";
import { browser, PASSWORD, type Browser } from "./browser.ts";
import { addPerson, appAs, appWith, openTestDatabase, requestOf } from "./people.ts";
import {
  call,
  objectsOf,
  PAGE,
  portfolioOf,
  sha256,
  somebody,
  visit,
  type Member,
} from "./sites.ts";

const { BLOBS } = env as unknown as { BLOBS: R2Bucket };
const LINKS = "/api/draft-links";

let portfolios = 0;
const newPortfolio = () => `ada-lovelace-${++portfolios}`;

/** Somebody without an account, from an address of their own. */
async function nobody(): Promise<Member> {
  const person = browser();
  await person.post("/api/auth/sign-in/anonymous");
  return { person, id: (await person.session())!.user.id };
}

const open = (person: Browser, portfolioId: string) =>
  call<DraftLink>(person, "POST", LINKS, { portfolioId });

/** Sends a draft's files and shows them. @returns the link, and how many contents went up */
async function show(
  person: Browser,
  { id }: Pick<DraftLink, "id">,
  files: Readonly<Record<string, string>>,
  hidden: readonly string[] = [],
) {
  const manifest: Record<string, { hash: string; size: number }> = {};
  const contents = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    const hash = await sha256(text);
    manifest[path] = { hash, size: text.length };
    contents.set(hash, text);
  }
  const begun = await call<{ buildId: string; missing: string[] }>(
    person,
    "POST",
    `${LINKS}/${id}/builds`,
    { files: manifest, hidden },
  );
  if (begun.status !== 200) return { status: begun.status, sent: 0, draft: null };
  const { buildId, missing } = begun.body;
  const form = new FormData();
  for (const hash of missing) form.append(hash, new Blob([contents.get(hash)!]), hash);
  const path = `${LINKS}/${id}/builds/${buildId}/files`;
  if (missing.length > 0) expect((await call(person, "POST", path, form)).status).toBe(200);
  const pointed = await call<{ draft: DraftLink }>(person, "PUT", `${LINKS}/${id}/pointer`, {
    buildId,
  });
  return { status: pointed.status, sent: missing.length, draft: pointed.body.draft };
}

const slugOf = ({ url }: DraftLink) => new URL(url).hostname.split(".")[0]!;
const rows = async (query: ReturnType<typeof sql>) => {
  const client = openTestDatabase();
  const found = await client.database.execute(query);
  await client.end();
  return [...found];
};
const end = (id: string) =>
  rows(sql`update publications set expires_at = now() - interval '1 s' where id = ${id}`);

let ada: Member;
beforeAll(async () => {
  ada = await nobody();
});

test("a draft is shown by a link without an account: to who has it, and to nobody else", async () => {
  const portfolioId = newPortfolio();
  expect((await browser().get(LINKS)).body).toEqual({
    items: [],
    lastsMs: TIER_LIMITS.anonymous.draftLinkMs,
  });
  expect((await open(browser(), portfolioId)).status).toBe(401);
  const made = await open(ada.person, portfolioId);
  expect(made.body).toMatchObject({ state: "empty", updatedAt: null });
  const slug = slugOf(made.body);
  expect(slug).toMatch(/^draft-[a-z2-7]{26}$/);
  expect(made.body.url).not.toContain("ada");
  expect((await visit(slug)).status).toBe(404);
  const style = { "assets/a-12345678.css": "body{}" };
  const first = await show(ada.person, made.body, { "index.html": PAGE("One"), ...style });
  expect(first.draft).toMatchObject({ id: made.body.id, state: "live", url: made.body.url });
  const week = TIER_LIMITS.anonymous.draftLinkMs;
  expect(first.draft!.expiresAt - first.draft!.updatedAt!).toBe(week);

  const page = await visit(slug);
  expect([page.status, await page.text()]).toEqual([200, PAGE("One")]);
  for (const path of ["/", "/assets/a-12345678.css", "/nothing"]) {
    const { headers } = await visit(slug, path);
    expect(headers.get("x-robots-tag"), path).toBe("noindex");
    expect(headers.get("cache-control"), path).toMatch(/no-cache|no-store/);
  }
  expect(page.headers.get("referrer-policy")).toBe("no-referrer");
  expect((await visit(slug, "/report-abuse")).status).toBe(200);
  // Nobody writes there, and nobody is counted.
  const letter = { method: "POST", body: new URLSearchParams({ name: "Eve", message: "Hi" }) };
  expect((await visit(slug, "/-/letter", letter)).status).toBeGreaterThanOrEqual(404);
  for (const path of [`/api/sites/${slug}`, `/p/${slug}`]) {
    expect((await browser().get(path)).status, path).toBe(404);
  }
  const written = await browser().post(`/api/sites/${slug}/contact`, { name: "Eve" });
  expect(written.status).toBeGreaterThanOrEqual(400);
  const tracked = await browser().post("/api/analytics/track", { slug, kind: "view", target: "/" });
  expect(tracked.status).toBe(404);
  expect(await rows(sql`select 1 from visits where publication_id = ${made.body.id}`)).toEqual([]);

  // The same link, and only what changed goes up.
  expect((await open(ada.person, portfolioId)).body).toEqual(first.draft);
  const second = await show(ada.person, made.body, { "index.html": PAGE("Two"), ...style });
  expect([second.sent, second.draft!.url]).toEqual([1, made.body.url]);
  expect(await (await visit(slug)).text()).toBe(PAGE("Two"));
  const kept = await rows(sql`select 1 from site_builds where publication_id = ${made.body.id}`);
  expect(kept).toHaveLength(1);
  await expect.poll(() => objectsOf(ada.id)).toBe(2);

  const other = await nobody();
  const listed = async ({ person }: Member, query = "") =>
    ((await person.get(`${LINKS}${query}`)).body as unknown as { items: DraftLink[] }).items;
  expect(await listed(other)).toEqual([]);
  expect(await listed(ada, `?portfolioId=${portfolioId}`)).toHaveLength(1);
  expect(await listed(ada, "?portfolioId=another")).toEqual([]);
  for (const [method, rest, body] of [
    [
      "POST",
      "/builds",
      { files: { "index.html": { hash: await sha256("x"), size: 1 } }, hidden: [] },
    ],
    ["PUT", "/pointer", { buildId: crypto.randomUUID() }],
    ["DELETE", "", undefined],
  ] as const) {
    const answer = await other.person.send(method, `${LINKS}/${made.body.id}${rest}`, body);
    expect(answer.status, method).toBe(404);
  }
  // It is no site: what sites have, a draft hasn’t.
  for (const [method, rest] of [
    ["GET", ""],
    ["PATCH", ""],
    ["POST", "/unpublish"],
    ["POST", "/builds"],
    ["DELETE", ""],
  ] as const) {
    const path = `/api/publications/${made.body.id}${rest}`;
    expect((await ada.person.send(method, path, method === "GET" ? undefined : {})).status).toBe(
      404,
    );
  }

  expect((await ada.person.send("DELETE", `${LINKS}/${made.body.id}`)).status).toBe(200);
  const gone = await visit(slug);
  expect([gone.status, /owner ended it/.test(await gone.text())]).toEqual([410, true]);
  expect(await objectsOf(ada.id)).toBe(0);
  expect((await ada.person.send("DELETE", `${LINKS}/${made.body.id}`)).status).toBe(404);
  expect((await show(ada.person, made.body, { "index.html": PAGE("Again") })).status).toBe(404);
  const next = await open(ada.person, portfolioId);
  expect(next.body.url).not.toBe(made.body.url);
  await ada.person.send("DELETE", `${LINKS}/${next.body.id}`);
});

test("a link ends, says so, comes back by an update, and is forgotten by the night’s work", async () => {
  const who = await nobody();
  const made = await open(who.person, newPortfolio());
  const slug = slugOf(made.body);
  await show(who.person, made.body, { "index.html": PAGE("Here") });
  await end(made.body.id);
  const over = await visit(slug);
  expect([over.status, /time is over/.test(await over.text())]).toEqual([410, true]);
  const again = await show(who.person, made.body, { "index.html": PAGE("Here") });
  expect([again.status, again.draft!.state, (await visit(slug)).status]).toEqual([
    200,
    "live",
    200,
  ]);

  const client = openTestDatabase();
  const at = (ms: number) => new Date(again.draft!.expiresAt + ms);
  const night = (ms: number) =>
    forgetDrafts(client.database, { now: at(ms), told: at(ms - DRAFT_LIMITS.toldMs) });
  const there = (table: "site_builds" | "publications") =>
    rows(
      table === "publications"
        ? sql`select 1 from publications where id = ${made.body.id}`
        : sql`select 1 from site_builds where publication_id = ${made.body.id}`,
    );
  await night(-1);
  expect(await there("site_builds")).toHaveLength(1);
  await night(1);
  expect([await there("site_builds"), (await there("publications")).length]).toEqual([[], 1]);
  await night(DRAFT_LIMITS.toldMs + 1);
  expect(await there("publications")).toEqual([]);
  await client.end();
  expect((await visit(slug)).status).toBe(404);
});

test("how many work at a time, and how large each is, is bounded", async () => {
  const { draftLinks } = TIER_LIMITS.anonymous;
  const who = await nobody();
  const links = [];
  for (let n = 0; n < draftLinks; n++) links.push(await open(who.person, newPortfolio()));
  expect(links.map(({ status }) => status)).toEqual(links.map(() => 200));
  const over = await open(who.person, newPortfolio());
  expect([over.status, (over.body as unknown as { code: string }).code]).toEqual([
    429,
    "quota-exceeded",
  ]);
  // One that is over makes room for another, and then has to wait for its turn.
  await end(links[0]!.body.id);
  expect((await open(who.person, newPortfolio())).status).toBe(200);
  const back = await show(who.person, links[0]!.body, { "index.html": PAGE("Back") });
  expect(back.status).toBe(429);

  const size = DRAFT_LIMITS.siteBytes / 2 + 1;
  const [a, b] = [await sha256("a"), await sha256("b")];
  const large = await call(who.person, "POST", `${LINKS}/${links[1]!.body.id}/builds`, {
    files: {
      "index.html": { hash: await sha256("i"), size: 1 },
      "a.png": { hash: a, size },
      "b.png": { hash: b, size },
    },
    hidden: [],
  });
  expect(large.status).toBe(413);
});

test("new links a day count by address for all who have no account", async () => {
  const { draftLinksPerDay } = TIER_LIMITS.anonymous;
  const made = [];
  for (let n = 0; n <= draftLinksPerDay; n++) {
    const app = appAs(await addPerson("anonymous"));
    const wanted = requestOf(api.draftLinks.create, { body: { portfolioId: newPortfolio() } });
    wanted.headers.set("cf-connecting-ip", "203.0.113.78");
    made.push((await app(wanted)).status);
  }
  expect(made).toEqual([...Array.from({ length: draftLinksPerDay }, () => 200), 429]);
});

test("the link stays when its owner gets an account, and every copy goes with them", async () => {
  const guest = await nobody();
  const portfolioId = newPortfolio();
  const made = await open(guest.person, portfolioId);
  const slug = slugOf(made.body);
  const same = "body{color:teal}";
  const files = { "index.html": PAGE("Mine"), "assets/b-12345678.css": same };
  await show(guest.person, made.body, files);
  // The account that they have already holds one of the files too.
  const account = await somebody();
  const theirs = await open(account.person, newPortfolio());
  await show(account.person, theirs.body, {
    "index.html": PAGE("Theirs"),
    "assets/b-12345678.css": same,
  });
  const email = (await account.person.session())!.user.email;
  const signedIn = await guest.person.post("/api/auth/sign-in/email", {
    email,
    password: PASSWORD,
  });
  expect(signedIn.status).toBe(200);

  const page = await visit(slug);
  expect([page.status, await page.text()]).toEqual([200, PAGE("Mine")]);
  expect(await (await visit(slug, "/assets/b-12345678.css")).text()).toBe(same);
  expect((await open(guest.person, portfolioId)).body.url).toBe(made.body.url);
  const updated = await show(guest.person, made.body, { ...files, "index.html": PAGE("New") });
  expect(updated.sent).toBe(1);
  expect(updated.draft!.expiresAt - updated.draft!.updatedAt!).toBe(
    TIER_LIMITS.registered.draftLinkMs,
  );
  const zip = await guest.person.send("GET", "/api/privacy/export");
  const taken = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  expect(strFromU8(taken[`sites/${slug}/index.html`]!)).toBe(PAGE("New"));

  const all = async () =>
    (await BLOBS.list({ prefix: "sites/" })).objects.filter(
      ({ key }) => key.includes(guest.id) || key.includes(account.id),
    ).length;
  expect(await all()).toBeGreaterThan(0);
  const deleted = await guest.person.post("/api/privacy/delete", {
    confirmation: DELETE_WORDS,
    password: PASSWORD,
  });
  expect(deleted.status).toBe(200);
  expect(await all()).toBe(0);
  expect((await visit(slug)).status).toBe(404);
});

test("it goes with its portfolio, and the operator takes it down like a site", async () => {
  const who = await somebody();
  const portfolioId = await portfolioOf(who.person);
  const made = await open(who.person, portfolioId);
  const slug = slugOf(made.body);
  await show(who.person, made.body, { "index.html": PAGE("Odd") });
  const down = (isDown: boolean) =>
    appWith({ OPERATOR_TOKEN: "op" })(
      new Request(`http://localhost:8787/api/operator/sites/${slug}/taken-down`, {
        method: "PUT",
        headers: { authorization: "Bearer op", "content-type": "application/json" },
        body: JSON.stringify({ isDown }),
      }),
    );
  expect((await down(true)).status).toBe(200);
  expect((await visit(slug)).status).toBe(410);
  const shown = await show(who.person, made.body, { "index.html": PAGE("Odd again") });
  expect(shown.draft?.state).toBe("taken-down");
  expect((await visit(slug)).status).toBe(410);
  await down(false);
  expect((await visit(slug)).status).toBe(200);
  const gone = await who.person.send("DELETE", `/api/portfolios/${portfolioId}`);
  expect(gone.status, await gone.clone().text()).toBe(200);
  expect((await visit(slug)).status).toBe(404);
});
