import { beforeAll, describe, expect, test } from "vitest";
import type {
  ActEntry,
  Overview,
  PersonEntry,
  SandboxEntry,
  SiteEntry,
} from "../../shared/api/oversight.ts";
import { ORIGIN } from "./browser.ts";
import { appWith, testEnv } from "./people.ts";
import {
  call,
  newSlug,
  PAGE,
  point,
  publish,
  somebody,
  upload,
  visit,
  type Member,
} from "./sites.ts";

let olga: Member;
let ada: Member;
let ask: ReturnType<typeof appWith>;
beforeAll(async () => {
  olga = await somebody();
  ada = await somebody();
  ask = appWith({ OPERATORS: ` someone-else, ${olga.id} ` });
});

/** As somebody with a session, of whom the service is told that Olga is its operator. */
async function as<T>(who: Member, method: string, path: string, body?: object) {
  const answer = await ask(
    new Request(`${ORIGIN}/api/operator${path}`, {
      method,
      headers: {
        origin: ORIGIN,
        host: "localhost:8787",
        "content-type": "application/json",
        cookie: who.person.cookies(),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  return { status: answer.status, body: (await answer.json()) as T };
}

describe("who is operator", () => {
  test("is somebody who is named, signed in; to all others there is nothing", async () => {
    expect((await as(olga, "GET", "/overview")).status).toBe(200);
    expect((await as(ada, "GET", "/overview")).status).toBe(404);
    expect((await olga.person.get("/api/operator/overview")).status).toBe(404);
    const elsewhere = await ask(
      new Request(`${ORIGIN}/api/operator/overview`, {
        headers: { host: "localhost:8787", authorization: `Bearer ${testEnv.OPERATOR_TOKEN}` },
      }),
    );
    expect(elsewhere.status).toBe(200);
  });
});

test("the overview has people, sites, and what the model cost this month", async () => {
  await publish(ada, newSlug("seen"), { "index.html": PAGE("Ada") });
  const { body } = await as<Overview>(olga, "GET", "/overview");
  expect(body.people["registered"]).toBeGreaterThanOrEqual(2);
  expect(body.sitesLive).toBeGreaterThanOrEqual(1);
  expect(body.requests).toBeGreaterThan(0);
  expect(body.month.costDollars).toBeGreaterThanOrEqual(0);
  expect(body.hosted).toMatchObject({ isEmergency: false });
});

test("a tier is set by hand, holds with the next request, and is given back to what is paid", async () => {
  const { email } = (await ada.person.session())!.user;
  const found = await as<PersonEntry>(olga, "GET", `/people?who=${encodeURIComponent(email)}`);
  expect(found.body).toMatchObject({ id: ada.id, tier: "registered", granted: null });
  expect(JSON.stringify(found.body)).not.toContain(email);
  const path = `/people/${ada.id}/tier`;
  expect((await as(olga, "PUT", path, { tier: "premium" })).body).toMatchObject({
    tier: "premium",
    granted: "premium",
  });
  expect((await call(ada.person, "GET", "/api/billing")).body).toMatchObject({
    tier: "premium",
    isGranted: true,
  });
  expect((await as(olga, "PUT", path, { tier: null })).body).toMatchObject({ tier: "registered" });
  expect((await as(olga, "PUT", "/people/nobody/tier", { tier: "premium" })).status).toBe(404);
  const { body } = await as<{ acts: ActEntry[] }>(olga, "GET", "/acts");
  expect(body.acts.filter(({ personId }) => personId === olga.id)).toMatchObject([
    { act: "PUT /api/operator/people/{personId}/tier", detail: { outcome: "not-found" } },
    { detail: { outcome: "done", personId: ada.id } },
    { detail: { outcome: "done", personId: ada.id } },
  ]);
});

test("a site that was taken down stays down whatever its owner does, until it is let up", async () => {
  const slug = newSlug("down");
  const eve = await somebody();
  const site = await publish(eve, slug, { "index.html": PAGE("Eve") });
  const path = `/sites/${slug}/taken-down`;
  const down = await as<SiteEntry>(olga, "PUT", path, { isDown: true });
  expect(down.body).toMatchObject({ slug, state: "taken-down", ownerId: eve.id });
  const page = await visit(slug, "/");
  expect(page.status).toBe(410);
  expect(await page.text()).toContain("This site isn’t shown any more.");
  const { buildId } = await upload(eve.person, site, { "index.html": PAGE("Again") });
  const again = await point(eve.person, site, buildId);
  expect(again.body.publication.state).toBe("taken-down");
  expect((await visit(slug, "/")).status).toBe(410);
  await as(olga, "PUT", path, { isDown: false });
  expect(await (await visit(slug, "/")).text()).toContain("Again");
  expect((await as(olga, "GET", "/sites/nobody-has-this")).status).toBe(404);
});

test("hosted sandboxes are listed and ended", async () => {
  const opened = await call<{ sandbox_id: string }>(ada.person, "POST", "/api/sandbox", {
    files: [],
    serves: false,
  });
  const id = opened.body.sandbox_id;
  const has = async () =>
    (await as<{ sandboxes: SandboxEntry[] }>(olga, "GET", "/sandboxes")).body.sandboxes.find(
      (one) => one.id === id,
    );
  await expect.poll(async () => (await has())?.state, { timeout: 20_000 }).toBe("running");
  const ended = await as<{ state: string }>(olga, "POST", `/sandboxes/${id}/end`);
  expect(ended.status, JSON.stringify(ended.body)).toBe(200);
  await expect.poll(async () => (await has())?.state, { timeout: 20_000 }).toBe("stopped");
});

test("incidents are a list, whatever there are", async () => {
  const { body } = await as<{ incidents: unknown[] }>(olga, "GET", "/incidents");
  expect(Array.isArray(body.incidents)).toBe(true);
});

test("switches are judged by what is published and liked with them and without", async () => {
  interface Feature {
    readonly feature: string;
    readonly outcomes: { readonly on: { readonly published: number; readonly liked: number } };
  }
  const outcomes = async () => {
    const { body } = await as<{ features: Feature[] }>(olga, "GET", "/features");
    return body.features.find(({ feature }) => feature === "reading-model")!.outcomes.on;
  };
  const before = await outcomes();
  const ida = await somebody();
  const site = await publish(ida, newSlug("liked"), { "index.html": PAGE("Ida") });
  const path = `/api/publications/${site.id}/like`;
  expect((await call(ida.person, "POST", path, { likes: true })).status).toBe(200);
  await expect
    .poll(outcomes, { timeout: 30_000 })
    .toMatchObject({ published: before.published + 1, liked: before.liked + 1 });
});
