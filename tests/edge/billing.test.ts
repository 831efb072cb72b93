import { exports } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import type { BillingView } from "../../shared/api/billing.ts";
import { DELETE_WORDS } from "../../shared/api/privacy.ts";
import { TIER_LIMITS } from "../../shared/limits.ts";
import { ORIGIN, PASSWORD, type Browser } from "./browser.ts";
import { appWith } from "./people.ts";
import { call, newSlug, PAGE, publish, somebody, type Member } from "./sites.ts";

const STRIPE = "https://stripe.hosts.example";
let ada: Member;
/** Ada’s id over there, and one of nobody’s. */
let customer = "";
beforeAll(async () => {
  ada = await somebody();
});

/** What Stripe knows of a subscription from now on. */
const stripeSays = (status: string, more: object = {}, of = customer, id = `sub of ${of}`) =>
  fetch(`${STRIPE}/stand-in/subscriptions`, {
    method: "PUT",
    body: JSON.stringify({ id, customer: of, status, ...more }),
  });

const hex = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** A message as Stripe sends it (https://docs.stripe.com/webhooks#verify-manually). */
async function message({
  secret = "whsec_test",
  ageSeconds = 0,
  of = customer,
}: {
  secret?: string;
  ageSeconds?: number;
  of?: string;
} = {}): Promise<() => Promise<Response>> {
  const body = JSON.stringify({
    id: `evt_${crypto.randomUUID()}`,
    object: "event",
    type: "customer.subscription.updated",
    data: { object: { id: "sub", object: "subscription", customer: of, status: "active" } },
  });
  const at = Math.floor(Date.now() / 1_000) - ageSeconds;
  const key = await crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const signed = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(`${at}.${body}`));
  return () =>
    exports.default.fetch(`${ORIGIN}/api/billing/webhook`, {
      method: "POST",
      headers: { "stripe-signature": `t=${at},v1=${hex(signed)}` },
      body,
    });
}
const tell = async (given?: Parameters<typeof message>[0]) => (await message(given))();

const billing = async (person: Browser) =>
  (await call<BillingView>(person, "GET", "/api/billing")).body;
const limitOf = async (person: Browser) =>
  (await person.get("/api/billing")).headers.get("ratelimit-limit");

describe("premium", () => {
  test("begins at Stripe’s page and holds with the next request after its message", async () => {
    const slug = newSlug("ada");
    const site = await publish(ada, slug, { "index.html": PAGE("Ada") });
    expect(site.expiresAt).not.toBeNull();
    expect(await billing(ada.person)).toMatchObject({ isOffered: true, tier: "registered" });
    const page = await call<{ url: string }>(ada.person, "POST", "/api/billing/checkout");
    expect(page.status, JSON.stringify(page.body)).toBe(200);
    expect(page.body.url).toContain(encodeURIComponent(`${ORIGIN}/billing?paid`));
    const bills = await call<{ url: string }>(ada.person, "POST", "/api/billing/portal");
    expect(bills.body.url).toContain("/manage?");
    for (let n = 1; n < 100 && customer === ""; n += 1) {
      const known = await (await fetch(`${STRIPE}/stand-in/customers/cus_${n}`)).json();
      if ((known as { person: string } | null)?.person === ada.id) customer = `cus_${n}`;
    }
    await stripeSays("active");
    expect((await tell()).status).toBe(200);
    expect(await billing(ada.person)).toMatchObject({
      tier: "premium",
      paidUntil: 1_900_000_000_000,
      ends: false,
    });
    expect(await limitOf(ada.person)).toBe(String(TIER_LIMITS.premium.requestsPerMinute));
    const shown = await call(ada.person, "GET", `/api/publications/${site.id}`);
    expect(shown.body.expiresAt).toBeNull();
    const again = await call<{ code: string }>(ada.person, "POST", "/api/billing/checkout");
    expect(again.status).toBe(409);
  });

  test("messages that come twice, late or in any order end in what Stripe says now", async () => {
    const early = await message();
    await stripeSays("canceled");
    const late = await message();
    expect((await late()).status).toBe(200);
    expect(await billing(ada.person)).toMatchObject({ tier: "registered" });
    // This one says “active”, and was made before it was cancelled.
    const both = await Promise.all([early(), early(), late()]);
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await billing(ada.person)).toMatchObject({ tier: "registered" });
    const sites = await call<{ items: { expiresAt: number | null }[] }>(
      ada.person,
      "GET",
      "/api/publications",
    );
    expect(sites.body.items[0]!.expiresAt).toBeGreaterThan(Date.now());
  });

  test("a message that isn’t Stripe’s, or is an old one, changes nothing", async () => {
    await stripeSays("active");
    expect((await tell({ secret: "whsec_other" })).status).toBe(400);
    expect((await tell({ ageSeconds: 600 })).status).toBe(400);
    const bare = { method: "POST", body: "{}" };
    expect((await exports.default.fetch(`${ORIGIN}/api/billing/webhook`, bare)).status).toBe(400);
    expect(await billing(ada.person)).toMatchObject({ tier: "registered" });
    expect((await tell({ of: "cus_elsewhere" })).status).toBe(200);
  });

  test("who comes back before the message sees it all the same; a payment that fails is said", async () => {
    const renewed = await call<BillingView>(ada.person, "POST", "/api/billing/renew");
    expect(renewed.body).toMatchObject({ tier: "premium", isOverdue: false });
    await stripeSays("past_due", { ends: true });
    await tell();
    expect(await billing(ada.person)).toMatchObject({
      tier: "premium",
      isOverdue: true,
      ends: true,
    });
  });

  test("ends with the account: Stripe forgets the customer", async () => {
    const gone = await ada.person.post("/api/privacy/delete", {
      confirmation: DELETE_WORDS,
      password: PASSWORD,
    });
    expect(gone.status, JSON.stringify(gone.body)).toBe(200);
    const known = await (await fetch(`${STRIPE}/stand-in/customers/${customer}`)).json();
    expect(known).toMatchObject({ isDeleted: true });
  });
});

test("where Stripe isn’t configured nothing is sold, and its message isn’t taken", async () => {
  const bare = appWith({ STRIPE_SECRET_KEY: "" });
  const { person } = await somebody();
  const ask = (method: string, path: string) =>
    bare(
      new Request(`${ORIGIN}/api/billing${path}`, {
        method,
        headers: { origin: ORIGIN, host: "localhost:8787", cookie: person.cookies() },
      }),
    );
  expect(await (await ask("GET", "")).json()).toMatchObject({ isOffered: false, hasBills: false });
  expect((await ask("POST", "/checkout")).status).toBe(503);
  expect((await ask("POST", "/webhook")).status).toBe(503);
});
