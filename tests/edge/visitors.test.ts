import { env } from "cloudflare:workers";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { sumVisitDays } from "../../edge/db/rows/visit-rows.ts";
import type { Figures, Summary } from "../../shared/api/analytics.ts";
import type { KeptLetter } from "../../shared/api/letters.ts";
import { LETTER_LIMITS } from "../../shared/limits.ts";
import { solve } from "../../shared/site/proof-of-work.ts";
import { browser } from "./browser.ts";
import { openTestDatabase } from "./people.ts";
import { call, newSlug, PAGE, publish, remove, somebody, visit, type Member } from "./sites.ts";

const { OPERATOR_TOKEN } = env as unknown as { OPERATOR_TOKEN: string };

let ada: Member;
let eve: Member;
beforeAll(async () => {
  ada = await somebody();
  eve = await somebody();
});

const PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit Mobile/15E148";
const EVIL = `<img src=x onerror=alert(1)>`;
let addresses = 0;
/** Somebody at an address of their own. */
const from = (headers: Record<string, string> = {}) => ({
  "user-agent": PHONE,
  "cf-connecting-ip": `198.51.100.${++addresses}`,
  ...headers,
});
const sha256 = async (text: string) => new Uint8Array(createHash("sha256").update(text).digest());

const form = (fields: Record<string, string>) => ({
  method: "POST",
  body: new URLSearchParams({
    name: "Grace",
    email: "grace@example.org",
    message: "Hi",
    ...fields,
  }),
});
const write = (slug: string, fields: Record<string, string>, headers = from()) =>
  visit(slug, "/-/letter", { ...form(fields), headers });
const challengeIn = (html: string) => /name="challenge" value="([^"]+)"/.exec(html)?.[1];

async function proven(slug: string) {
  const given = await visit(slug, "/-/challenge");
  const { challenge, bits } = (await given.json()) as { challenge: string; bits: number };
  return { challenge, answer: (await solve(challenge, bits, sha256))! };
}
const inbox = async (who: Member, query = "") =>
  (
    await call<{ items: KeptLetter[]; next: string | null }>(
      who.person,
      "GET",
      `/api/letters${query}`,
    )
  ).body;

test("a letter with a proof arrives once, sealed, and is read, archived and deleted by its owner alone", async () => {
  const slug = newSlug("ada");
  const site = await publish(ada, slug, {
    "index.html": PAGE("Ada"),
    "-/note.html": "<html><main class=own><!--cv2web-note--></main></html>",
  });
  expect((await visit(slug, "/-/note.html")).status).toBe(404);
  const proof = await proven(slug);
  const fields = { ...proof, name: `Grace ${EVIL}`, message: `${EVIL}\nsecond line` };
  for (const headers of [from(), from()]) {
    const sent = await write(slug, fields, headers);
    expect([sent.status, sent.headers.get("location")]).toEqual([303, "/-/sent"]);
  }
  const thanks = await visit(slug, "/-/sent");
  expect(await thanks.text()).toMatch(/^<html><main class=own><h1>Thank you/);

  const { items } = await inbox(ada);
  expect(items).toMatchObject([
    { name: fields.name, message: fields.message, isRead: false, isArchived: false },
  ]);
  const [letter] = items as [KeptLetter];
  const open = openTestDatabase();
  const rows = await open.database.execute(sql`select sealed_letter from site_messages`);
  expect(Buffer.from(rows[0]!["sealed_letter"] as Uint8Array).toString("latin1")).not.toContain(
    "second line",
  );
  await open.end();

  const path = `/api/letters/${letter.id}`;
  expect((await eve.person.send("PATCH", path, { isRead: true })).status).toBe(404);
  expect((await inbox(eve)).items).toEqual([]);
  const summary = async () =>
    (await call<Summary>(ada.person, "GET", "/api/analytics/summary")).body.sites;
  expect(await summary()).toMatchObject([{ publicationId: site.id, unread: 1 }]);
  expect((await ada.person.send("PATCH", path, { isRead: true })).status).toBe(200);
  expect(await summary()).toMatchObject([{ unread: 0 }]);
  await ada.person.send("PATCH", path, { isArchived: true });
  expect((await inbox(ada)).items).toEqual([]);
  expect((await inbox(ada, "?folder=archive")).items).toHaveLength(1);
  expect((await ada.person.send("DELETE", path)).status).toBe(200);
  expect((await inbox(ada, "?folder=archive")).items).toEqual([]);
  await remove(ada.person, site);
});

test("without JavaScript a letter is sent in two steps with time between; programs get no further", async () => {
  const slug = newSlug("ada");
  const site = await publish(ada, slug, { "index.html": PAGE("Ada") });
  const wrong = await write(slug, { email: "grace", message: EVIL });
  expect(wrong.status).toBe(422);
  const page = await wrong.text();
  expect(page).toContain("Write an e-mail address");
  expect(page).not.toContain(EVIL);
  expect((await write(slug, { website: "https://spam.example" })).status).toBe(403);
  expect((await write(slug, { message: "x".repeat(LETTER_LIMITS.formBytes) })).status).toBe(413);
  expect((await write(slug, { ...(await proven(slug)), answer: "no" })).status).toBe(400);

  const visitor = from();
  const check = await write(slug, { message: "Two\nlines" }, visitor);
  expect(check.status).toBe(200);
  const challenge = challengeIn(await check.text())!;
  const early = await write(slug, { challenge, message: "Two\nlines" }, visitor);
  expect(early.status).toBe(429);
  expect(challengeIn(await early.text())).toBe(challenge);
  expect((await inbox(ada)).items).toEqual([]);
  const late = async () =>
    (await write(slug, { challenge, message: "Two\nlines" }, visitor)).status;
  await vi.waitFor(async () => expect(await late()).toBe(303), { timeout: 60_000, interval: 500 });
  expect((await inbox(ada)).items).toMatchObject([{ message: "Two\nlines" }]);
  // The next one of this address waits a minute, whatever its challenge.
  const next = challengeIn(await (await write(slug, {}, visitor)).text())!;
  await vi.waitFor(async () => {
    const answer = await write(slug, { challenge: next }, visitor);
    expect([answer.status, await answer.text()]).toEqual([
      429,
      expect.stringContaining("Too many"),
    ]);
  }, 60_000);

  const off = await ada.person.send("PATCH", `/api/publications/${site.id}`, {
    contactForm: false,
  });
  expect(off.status).toBe(200);
  expect((await write(slug, {})).status).toBe(404);
  await remove(ada.person, site);
});

test("the API takes letters by slug, and another site's challenge isn't one", async () => {
  const slug = newSlug("ada");
  const site = await publish(ada, slug, { "index.html": PAGE("Ada") });
  const other = await publish(eve, newSlug("eve"), { "index.html": PAGE("Eve") });
  const path = `/api/sites/${slug}/contact`;
  const letter = { name: "Grace", email: "grace@example.org", message: "Hi" };
  const nobody = browser();
  const first = await call<{ status: string; challenge: string; bits: number }>(
    nobody,
    "POST",
    path,
    letter,
  );
  expect(first.body.status).toBe("challenge");
  const { challenge, bits } = first.body;
  const answer = await solve(challenge, bits, sha256);
  const elsewhere = `/api/sites/${other.slug}/contact`;
  const wrong = await call<{ status: string }>(nobody, "POST", elsewhere, {
    ...letter,
    challenge,
    answer,
  });
  expect(wrong.body.status).toBe("challenge");
  const sent = await call<{ status: string }>(nobody, "POST", path, {
    ...letter,
    challenge,
    answer,
  });
  expect(sent.body.status, JSON.stringify(sent.body)).toBe("sent");
  expect((await inbox(ada)).items).toHaveLength(1);
  await remove(ada.person, site);
  await remove(eve.person, other);
});

test("views and clicks are counted without script or cookie; machines and the owner aren't", async () => {
  const slug = newSlug("ada");
  const site = await publish(ada, slug, { "index.html": PAGE("Ada"), "a.css": "a{}" });
  const path = `/api/analytics/site/${site.id}?days=7`;
  const figures = async () => (await call<Figures>(ada.person, "GET", path)).body;
  const reader = from({ "cf-ipcountry": "PT", referer: "https://news.example/x?who=me" });
  const look = (headers: Record<string, string>, at = "/") => visit(slug, at, { headers });
  const page = await look(reader);
  expect(page.headers.getSetCookie()).toEqual([]);
  await look({ ...reader, "if-none-match": page.headers.get("etag")! });
  await look(reader, "/a.css");
  await look(from({ "user-agent": "Googlebot/2.1" }));
  // The owner, in the very browser that asks for the figures: seen before the app was, and after.
  const own = { "user-agent": "Mozilla/5.0 (X11) Firefox/140", "cf-connecting-ip": "203.0.113.9" };
  await look(own);
  const asOwner = await ada.person.send("GET", path, undefined, own);
  expect(asOwner.status).toBe(200);
  await look(own);
  const click = (link: string) =>
    visit(slug, "/-/click", { method: "POST", body: JSON.stringify({ link }), headers: reader });
  expect((await click(`https://x.example/${EVIL}?token=1`)).status).toBe(204);
  await click("javascript:alert(1)");
  const track = { slug, kind: "view", target: "/", referrer: `https://${"a".repeat(20)}.example/` };
  const tracked = await browser().send("POST", "/api/analytics/track", track, from());
  expect(await tracked.json()).toEqual({ counted: true });

  await vi.waitFor(
    async () => expect(await figures()).toMatchObject({ views: 3, clicks: 1 }),
    60_000,
  );
  const seen = await figures();
  expect(seen).toMatchObject({
    visitors: 2,
    ever: 3,
    pages: [{ name: "/", count: 3 }],
    links: [{ name: "https://x.example/%3Cimg%20src=x%20onerror=alert(1)%3E", count: 1 }],
    devices: [{ name: "phone", count: 3 }],
  });
  expect(seen.referrers[0]).toEqual({ name: "news.example", count: 2, visitors: 1 });
  expect(seen.countries.map(({ name }) => name)).toEqual(["PT", ""]);
  expect((await call(eve.person, "GET", path)).status).toBe(404);

  // The day is over: it is added up, its visits go, the figures stay.
  const open = openTestDatabase();
  await open.database.execute(sql`update visits set created_at = created_at - interval '2 days'
    where publication_id = ${site.id}`);
  await sumVisitDays(open.database, new Date().toISOString().slice(0, 10));
  expect(await sumVisitDays(open.database, new Date().toISOString().slice(0, 10))).toBe(0);
  const raw = await open.database.execute(sql`select visitor, target from visits
    where publication_id = ${site.id}`);
  expect(JSON.stringify(raw)).not.toMatch(/198\.51|token=1/);
  const gone = await browser().send(
    "DELETE",
    `/api/analytics/events?publicationId=${site.id}`,
    undefined,
    { authorization: `Bearer ${OPERATOR_TOKEN}` },
  );
  expect(((await gone.json()) as { deleted: number }).deleted).toBeGreaterThanOrEqual(5);
  expect(await figures()).toMatchObject({ views: 3, visitors: 2, clicks: 1 });
  await open.end();
  await remove(ada.person, site);
});
