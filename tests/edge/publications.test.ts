import { exports } from "cloudflare:workers";
import { brotliDecompressSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { DELETE_WORDS } from "../../shared/api/privacy.ts";
import { TIER_LIMITS } from "../../shared/limits.ts";
import { browser, PASSWORD } from "./browser.ts";
import { appWith, openTestDatabase } from "./people.ts";
import {
  call,
  create,
  newSlug,
  objectsOf,
  PAGE,
  point,
  portfolioOf,
  publish,
  remove,
  sha256,
  somebody,
  upload,
  visit,
  type Member,
} from "./sites.ts";

let ada: Member;
let eve: Member;
beforeAll(async () => {
  ada = await somebody();
  eve = await somebody();
});

describe("a published site", () => {
  test("is served to strangers: packed, with a tag, under a policy, and nothing of the app beside it", async () => {
    const slug = newSlug("ada");
    const site = await publish(ada, slug, {
      "index.html": PAGE("Ada"),
      "assets/main-a1b2c3d4.css": "body{color:red}",
      "talks/index.html": PAGE("Talks"),
    });
    expect(site).toMatchObject({ slug, state: "live", url: `http://${slug}.localhost:8787/` });
    const page = await visit(slug, "/", { headers: { "accept-encoding": "gzip, br" } });
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self';");
    expect(page.headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
    expect(page.headers.getSetCookie()).toEqual([]);
    const bytes = new Uint8Array(await page.arrayBuffer());
    const text =
      page.headers.get("content-encoding") === "br" && bytes[0] !== 60
        ? brotliDecompressSync(bytes).toString()
        : new TextDecoder().decode(bytes);
    expect(text).toBe(PAGE("Ada"));

    const plain = await visit(slug, "/talks");
    expect(await plain.text()).toBe(PAGE("Talks"));
    expect(plain.headers.get("content-encoding")).toBeNull();
    const tag = plain.headers.get("etag")!;
    const again = await visit(slug, "/talks", { headers: { "if-none-match": `W/${tag}` } });
    expect(again.status).toBe(304);
    const style = await visit(slug, "/assets/main-a1b2c3d4.css");
    expect(style.headers.get("cache-control")).toContain("immutable");

    for (const path of ["/api/publications", "/api/auth/get-session", "/studio/x", "/..%2findex"]) {
      expect((await visit(slug, path)).status, path).toBe(404);
    }
    expect((await visit(slug, "/", { method: "POST", body: "x" })).status).toBe(405);
    const led = await exports.default.fetch(`http://localhost:8787/p/${slug}`, {
      redirect: "manual",
    });
    expect([led.status, led.headers.get("location")]).toEqual([302, site.url]);
    expect((await browser().get(`/api/sites/${slug}`)).body).toMatchObject({ url: site.url });
    await remove(ada.person, site);
  });

  test("takes only what changed, shows it at once, and can be rolled back", async () => {
    const slug = newSlug("ada");
    const style = { "assets/a-12345678.css": "body{}" };
    const first = await publish(ada, slug, { "index.html": PAGE("One"), ...style });
    const second = await upload(ada.person, first, { "index.html": PAGE("Two"), ...style });
    expect(second.missing).toHaveLength(1);
    expect(await (await visit(slug)).text()).toBe(PAGE("One"));
    await point(ada.person, first, second.buildId);
    expect(await (await visit(slug)).text()).toBe(PAGE("Two"));
    const back = await point(ada.person, first, first.buildId!);
    expect(back.body.publication.builds).toHaveLength(2);
    expect(await (await visit(slug)).text()).toBe(PAGE("One"));
    await remove(ada.person, first);
  });

  test("an upload that was cut goes on where it was, and isn’t shown before it is whole", async () => {
    const slug = newSlug("ada");
    const site = await create(ada.person, slug);
    const [a, b] = [PAGE("A"), PAGE("B")];
    const files = Object.fromEntries(
      await Promise.all(
        [["index.html", a] as const, ["b.html", b] as const].map(async ([path, text]) => [
          path,
          { hash: await sha256(text), size: text.length },
        ]),
      ),
    );
    const path = `/api/publications/${site.id}/builds`;
    const begun = await call<{ buildId: string; missing: string[] }>(ada.person, "POST", path, {
      files,
      hidden: [],
    });
    const send = async (text: string, name?: string) => {
      const form = new FormData();
      form.append(name ?? (await sha256(text)), new Blob([text]), "f");
      return (await call(ada.person, "POST", `${path}/${begun.body.buildId}/files`, form)).status;
    };
    expect(await send(a)).toBe(200);
    const early = await point(ada.person, site, begun.body.buildId);
    expect(early.body).toEqual({ status: "files-missing", missing: [await sha256(b)] });
    expect((await visit(slug)).status).toBe(404);
    expect(await send("something else", await sha256(b))).toBe(400);
    expect(await send("a file that it doesn’t name")).toBe(400);
    expect(await send(b)).toBe(200);
    expect((await point(ada.person, site, begun.body.buildId)).body.status).toBe("live");
    await remove(ada.person, site);
  });

  test("what is hidden later is gone from what can be rolled back to, and from the bucket", async () => {
    const slug = newSlug("ada");
    const site = await create(ada.person, slug);
    const open = await upload(ada.person, site, { "index.html": PAGE("+44 20 7946 0958") }, []);
    await point(ada.person, site, open.buildId);
    expect(await objectsOf(ada.id)).toBe(1);
    const closed = await upload(ada.person, site, { "index.html": PAGE("No number") }, ["phone"]);
    const now = await point(ada.person, site, closed.buildId);
    expect(now.body.publication.builds.map(({ id }) => id)).toEqual([closed.buildId]);
    expect((await point(ada.person, site, open.buildId)).status).toBe(404);
    await expect.poll(() => objectsOf(ada.id)).toBe(1);
    await remove(ada.person, site);
    expect(await objectsOf(ada.id)).toBe(0);
  });

  test("keeps its old addresses, is gone when taken down, comes back, ends, and is deleted whole", async () => {
    const [old, next] = [newSlug("old"), newSlug("new")];
    const site = await publish(ada, old, { "index.html": PAGE("Here") });
    const path = `/api/publications/${site.id}`;
    const renamed = await ada.person.send("PATCH", path, { slug: next });
    expect(await renamed.json()).toMatchObject({ slug: next, formerSlugs: [old] });
    const led = await visit(old, "/talks?x=1");
    expect([led.status, led.headers.get("location")]).toEqual([
      301,
      `http://${next}.localhost:8787/talks?x=1`,
    ]);
    const taken = await call<{ state: string }>(eve.person, "GET", `/api/addresses/${old}`);
    expect(taken.body.state).toBe("taken");
    const portfolioId = await portfolioOf(eve.person);
    for (const slug of [old, next]) {
      const wanted = { portfolioId, slug };
      expect((await call(eve.person, "POST", "/api/publications", wanted)).status).toBe(409);
    }

    expect((await call(ada.person, "POST", `${path}/unpublish`, {})).body.state).toBe(
      "unpublished",
    );
    const gone = await visit(next);
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain("taken down");
    await point(ada.person, site, site.buildId!);
    expect((await visit(next)).status).toBe(200);

    const open = openTestDatabase();
    await open.database.execute(
      sql`update publications set expires_at = now() - interval '1 s' where id = ${site.id}`,
    );
    await open.end();
    expect((await visit(next)).status).toBe(410);
    await remove(ada.person, site);
    expect((await visit(next)).status).toBe(404);
    expect(await objectsOf(ada.id)).toBe(0);
    // The address is anybody's again.
    const hers = await call(eve.person, "POST", "/api/publications", { portfolioId, slug: next });
    expect(hers.status).toBe(200);
    await remove(eve.person, hers.body);
  });

  test("with a password asks for it without a script; its pass opens this site alone", async () => {
    const slug = newSlug("ada");
    const site = await publish(
      ada,
      slug,
      { "index.html": PAGE("Secret") },
      { password: "let me in", noIndex: true },
    );
    expect(site.hasPassword).toBe(true);
    const form = await visit(slug);
    expect(form.status).toBe(403);
    const html = await form.text();
    expect(html).toContain("<form");
    expect(html).not.toMatch(/Secret|<script/);
    const give = (password: string) =>
      visit(slug, "/", { method: "POST", body: new URLSearchParams({ password }) });
    expect((await give("wrong")).status).toBe(403);
    const given = await give("let me in");
    expect(given.status).toBe(303);
    const [set] = given.headers.getSetCookie();
    expect(set).toMatch(/HttpOnly; Secure; SameSite=Lax/);
    expect(set).not.toMatch(/domain/i);
    const cookie = set!.split(";")[0]!;
    const inside = await visit(slug, "/", { headers: { cookie } });
    expect([inside.status, inside.headers.get("x-robots-tag")]).toEqual([200, "noindex"]);
    expect(inside.headers.get("cache-control")).toBe("private, no-cache");
    const other = newSlug("eve");
    const hers = await publish(eve, other, { "index.html": PAGE("Hers") }, { password: "another" });
    expect((await visit(other, "/", { headers: { cookie } })).status).toBe(403);
    await ada.person.send("PATCH", `/api/publications/${site.id}`, { password: "changed" });
    expect((await visit(slug, "/", { headers: { cookie } })).status).toBe(403);
    await remove(ada.person, site);
    await remove(eve.person, hers);
  });
});

describe("a site that somebody reports", () => {
  const operator = async <T>(method: "GET" | "DELETE", path: string): Promise<T> => {
    const answer = await appWith({ OPERATOR_TOKEN: "op" })(
      new Request(`http://localhost:8787${path}`, {
        method,
        headers: { authorization: "Bearer op" },
      }),
    );
    expect(answer.status).toBe(200);
    return answer.json();
  };
  const form = (more: Record<string, string>) => ({
    method: "POST",
    body: new URLSearchParams({ reason: "deceit", words: "It asks for my <b>card</b>", ...more }),
  });

  test("asks what is wrong without a script, and keeps it for the operator alone", async () => {
    const slug = newSlug("odd");
    const site = await publish(ada, slug, { "index.html": PAGE("Odd") });
    const page = await visit(slug, "/report-abuse");
    expect([page.status, page.headers.get("x-robots-tag")]).toEqual([200, "noindex"]);
    expect(await page.text()).toMatch(/<form method="post">/);
    const send = (more: Record<string, string>, address: string) =>
      visit(slug, "/report-abuse", {
        ...form(more),
        headers: { "cf-connecting-ip": address },
      });
    expect((await send({ reason: "none" }, "192.0.2.61")).status).toBe(400);
    expect((await send({ reason: "other", words: " " }, "192.0.2.61")).status).toBe(400);
    expect((await send({ website: "http://spam.example" }, "192.0.2.62")).status).toBe(200);
    expect((await send({}, "192.0.2.62")).status).toBe(200);
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push((await send({}, "192.0.2.63")).status);
    expect(answers).toContain(429);
    const kept = answers.filter((status) => status === 200).length + 1;

    const waiting = await operator<{ items: { id: string; slug: string; words: string }[] }>(
      "GET",
      "/api/operator/reports",
    );
    const ours = waiting.items.filter((report) => report.slug === slug);
    expect(ours).toHaveLength(kept);
    expect(ours[0]).toMatchObject({ reason: "deceit", words: "It asks for my <b>card</b>" });
    expect((await ada.person.send("GET", "/api/operator/reports")).status).toBe(404);
    const path = `/api/operator/reports/${ours[0]!.id}`;
    expect(await operator("DELETE", path)).toEqual({ closed: true });
    expect(await operator("DELETE", path)).toEqual({ closed: false });
    await remove(ada.person, site);
  });
});

describe("who may publish what", () => {
  test("nobody else changes, reads or deletes a site, nor points it at another’s build", async () => {
    const site = await publish(ada, newSlug("ada"), { "index.html": PAGE("Mine") });
    const hers = await create(eve.person, newSlug("eve"));
    const path = `/api/publications/${site.id}`;
    for (const [method, rest, body] of [
      ["GET", "", undefined],
      ["PATCH", "", { slug: "mine-now" }],
      ["POST", "/unpublish", {}],
      ["PUT", "/pointer", { buildId: site.buildId }],
      ["DELETE", "", undefined],
    ] as const) {
      const answer = await eve.person.send(method, path + rest, body);
      expect(answer.status, method).toBe(404);
    }
    expect((await point(eve.person, hers, site.buildId!)).status).toBe(404);
    // A hash that another person’s file has isn’t there for her.
    const sent = await upload(eve.person, hers, { "index.html": PAGE("Mine") });
    expect(sent.missing).toHaveLength(1);
    await remove(ada.person, site);
    await remove(eve.person, hers);
  });

  test("addresses, kinds of files and the number of sites are looked at, together too", async () => {
    const portfolioId = await portfolioOf(ada.person);
    for (const slug of ["admin", "a", "xn--a", "аdа", "a.b"]) {
      const made = await call(ada.person, "POST", "/api/publications", { portfolioId, slug });
      expect(made.status, slug).toBe(400);
    }
    const others = await Promise.all(Array.from({ length: 3 }, () => portfolioOf(ada.person)));
    const answers = await Promise.all(
      others.map((id) =>
        call(ada.person, "POST", "/api/publications", { portfolioId: id, slug: newSlug("many") }),
      ),
    );
    const made = answers.filter(({ status }) => status === 200);
    expect(made).toHaveLength(TIER_LIMITS.registered.publishedSites);
    const site = made[0]!.body;
    const used = await call<{ meters: { id: string; used: number }[] }>(
      ada.person,
      "GET",
      "/api/usage",
    );
    expect(used.body.meters).toContainEqual(
      expect.objectContaining({ id: "published-sites", used: 1, left: 0 }),
    );
    const hash = await sha256("x");
    for (const files of [
      { "index.html": { hash, size: 1 }, "setup.exe": { hash, size: 1 } },
      { "index.html": { hash, size: 1 }, "../up.html": { hash, size: 1 } },
      { "about.html": { hash, size: 1 } },
    ]) {
      const path = `/api/publications/${site.id}/builds`;
      const refused = await call(ada.person, "POST", path, { files, hidden: [] });
      expect(refused.status).toBeGreaterThanOrEqual(400);
    }
    await remove(ada.person, site);
    const anonymous = browser();
    await anonymous.post("/api/auth/sign-in/anonymous");
    expect((await anonymous.get("/api/publications")).status).toBe(401);
  });

  test("links: what is in a house isn’t asked", async () => {
    const urls = [
      "http://127.0.0.1:1/",
      "http://[::1]/",
      "javascript:alert(1)",
      "http://nas.local",
    ];
    const checked = await call<{ links: { state: string }[] }>(
      ada.person,
      "POST",
      "/api/links/check",
      { urls },
    );
    expect(checked.body.links.map(({ state }) => state)).toEqual(urls.map(() => "refused"));
  });
});

test("a site is taken along with everything, and nothing of it is left of a deleted person", async () => {
  const who = await somebody();
  const slug = newSlug("gone");
  const site = await publish(who, slug, { "index.html": PAGE("Take me along") });
  const zip = await who.person.send("GET", "/api/privacy/export");
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  expect(strFromU8(files[`sites/${slug}/index.html`]!)).toBe(PAGE("Take me along"));
  expect(await objectsOf(who.id)).toBe(1);
  const deleted = await who.person.post("/api/privacy/delete", {
    confirmation: DELETE_WORDS,
    password: PASSWORD,
  });
  expect(deleted.status).toBe(200);
  expect(await objectsOf(who.id)).toBe(0);
  const open = openTestDatabase();
  for (const table of ["publications", "site_builds", "site_files"]) {
    const rows = await open.database.execute(
      sql`select 1 from ${sql.identifier(table)} t where t::text like ${`%${who.id}%`}`,
    );
    expect([...rows], table).toEqual([]);
  }
  await open.end();
  expect((await visit(slug)).status).toBe(404);
  expect((await browser().get(`/api/sites/${site.slug}`)).status).toBe(404);
});
