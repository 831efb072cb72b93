import { exports } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { domainServiceOf } from "../../edge/compose-domains.ts";
import type { Letter } from "../../edge/mail/send-mail.ts";
import { followDomains } from "../../edge/scheduled/follow-domains.ts";
import type { OwnDomain } from "../../shared/api/domains.ts";
import { ok } from "../../shared/failure.ts";
import { DOMAIN_LIMITS } from "../../shared/limits.ts";
import { appWith, correlationFor, openTestDatabase, testEnv } from "./people.ts";
import { call, newSlug, PAGE, publish, remove, somebody, visit, type Member } from "./sites.ts";

interface Seen {
  readonly domain: OwnDomain | null;
  readonly isOffered: boolean;
  readonly code?: string;
}
type ZoneRecord = readonly [type: "A" | "AAAA" | "CNAME" | "TXT", data: string];

let ada: Member;
let eve: Member;
beforeAll(async () => {
  ada = await somebody();
  eve = await somebody();
});

const TARGET = "domains.localhost";
const newDomain = () => `www.d${crypto.randomUUID().slice(0, 8)}.org`;
const write = async (name: string, ...records: ZoneRecord[]) => {
  const body = JSON.stringify(records.map(([type, data]) => ({ type, data })));
  await fetch(`https://dns.hosts.example/zone/${name}`, { method: "PUT", body });
};
const at = (site: { readonly id: string }, rest = "") =>
  `/api/publications/${site.id}/domain${rest}`;
const ask = (who: Member, site: { readonly id: string }, domain: string) =>
  call<Seen>(who.person, "PUT", at(site), { domain });
const check = (who: Member, site: { readonly id: string }) =>
  call<Seen>(who.person, "POST", at(site, "/check"), {});

/** Writes what a domain’s owner is told to. */
async function prove({ domain, records }: OwnDomain): Promise<void> {
  const proof = records.find(({ type }) => type === "TXT")!;
  await write(proof.name, ["TXT", "v=spf1 -all"], ["TXT", proof.value]);
  await write(domain, ["CNAME", `${TARGET}.`]);
}

const visitDomain = (domain: string, path = "/") =>
  exports.default.fetch(`http://${domain}${path}`, {
    redirect: "manual",
    headers: { "sec-fetch-dest": "document" },
  });

/** The night’s look, at a time of the test’s own. @returns the letters it sent */
async function night(afterMs: number): Promise<Letter[]> {
  const open = openTestDatabase();
  const letters: Letter[] = [];
  const service = domainServiceOf(testEnv, correlationFor("night"))!;
  await followDomains({
    database: open.database,
    domains: { ...service, now: () => Date.now() + afterMs },
    addressOf: async (personId) => `${personId}@mailbox.example`,
    sendLetter: async (letter) => {
      letters.push(letter);
      return ok(undefined);
    },
    appOrigin: "https://cv2web.example",
  });
  await open.end();
  return letters;
}

test("a domain is served once both records prove it, with a certificate; the other address leads there", async () => {
  const slug = newSlug("ada");
  const site = await publish(ada, slug, { "index.html": PAGE("Ada") });
  const domain = newDomain();
  expect((await call<Seen>(ada.person, "GET", at(site))).body).toEqual({
    domain: null,
    isOffered: true,
  });
  const asked = await ask(ada, site, ` HTTPS://${domain.toUpperCase()}./about `);
  expect(asked.body.domain).toMatchObject({ domain, state: "waiting", isApex: false });
  expect(asked.body.domain!.records.map(({ type, name }) => [type, name])).toEqual([
    ["CNAME", domain],
    ["TXT", `_cv2web.${domain}`],
  ]);
  // Nobody’s host: the app answers it as before, and no site.
  expect(await (await visitDomain(domain)).text()).not.toContain("<h1>Ada");
  const early = await check(ada, site);
  expect(early.body.domain).toMatchObject({ state: "waiting" });
  expect(early.body.domain!.records.map(({ isThere }) => isThere)).toEqual([false, false]);
  await write(domain, ["CNAME", `${TARGET}.`]);
  const half = await check(ada, site);
  expect(half.body.domain!.records.map(({ isThere }) => isThere)).toEqual([true, false]);
  expect((await visitDomain(domain)).status).not.toBe(301);

  await prove(asked.body.domain!);
  expect((await check(ada, site)).body.domain!.state).toBe("certificate");
  expect((await visit(slug)).status).toBe(200);
  expect((await check(ada, site)).body.domain!.state).toBe("live");
  const page = await visitDomain(domain);
  expect([page.status, await page.text()]).toEqual([200, PAGE("Ada")]);
  expect((await visitDomain(domain, "/api/publications")).status).toBe(404);
  const led = await visit(slug, "/talks?x=1");
  expect([led.status, led.headers.get("location")]).toEqual([
    301,
    `http://${domain}:8787/talks?x=1`,
  ]);
  // What is published next is canonical there.
  const seen = await call(ada.person, "GET", `/api/publications/${site.id}`);
  expect(seen.body.url).toBe(`http://${domain}:8787/`);
  const beside = await ada.person.send("PATCH", at(site), { redirects: false });
  expect(((await beside.json()) as Seen).domain!.redirects).toBe(false);
  expect((await visit(slug)).status).toBe(200);

  // Nobody else gets it, nor touches it.
  const hers = await publish(eve, newSlug("eve"), { "index.html": PAGE("Eve") });
  expect((await ask(eve, hers, domain)).status).toBe(409);
  for (const [method, rest] of [
    ["GET", ""],
    ["PUT", ""],
    ["PATCH", ""],
    ["POST", "/check"],
    ["DELETE", ""],
  ] as const) {
    const answer = await eve.person.send(method, at(site, rest), method === "GET" ? undefined : {});
    expect(answer.status, method).toBe(404);
  }
  await remove(eve.person, hers);
  await remove(ada.person, site);
  expect(await (await visitDomain(domain)).text()).not.toContain("<h1>Ada");
  // The certificate is given back in the night.
  const hostnames = async () => {
    const answer = await fetch(
      `https://saas.hosts.example/client/v4/zones/z1/custom_hostnames?hostname=${domain}`,
      { headers: { authorization: "Bearer saas-token" } },
    );
    return ((await answer.json()) as { result: unknown[] }).result;
  };
  expect(await hostnames()).toHaveLength(1);
  await night(0);
  expect(await hostnames()).toEqual([]);
});

test("two may ask for a domain; who proves it first has it, and the other is told", async () => {
  const [mine, hers] = [
    await publish(ada, newSlug("ada"), { "index.html": PAGE("Ada") }),
    await publish(eve, newSlug("eve"), { "index.html": PAGE("Eve") }),
  ];
  const domain = newDomain();
  const first = await ask(eve, hers, domain);
  const second = await ask(ada, mine, domain);
  expect([first.status, second.status]).toEqual([200, 200]);
  // An apex has no CNAME: the very addresses of the target do as well.
  const proofs = [first, second].map(({ body }) => body.domain!.records[1]!);
  await write(proofs[0]!.name, ["TXT", proofs[0]!.value], ["TXT", proofs[1]!.value]);
  await write(TARGET, ["A", "192.0.2.7"], ["A", "192.0.2.8"]);
  await write(domain, ["A", "192.0.2.8"], ["A", "198.51.100.9"]);
  expect((await check(ada, mine)).body.domain!.state).toBe("waiting");
  await write(domain, ["A", "192.0.2.8"]);
  expect((await check(ada, mine)).body.domain!.state).toBe("certificate");
  const late = await check(eve, hers);
  expect([late.status, late.body.code]).toEqual([409, "conflict"]);
  expect(await (await visitDomain(domain)).text()).toBe(PAGE("Ada"));
  await remove(ada.person, mine);
  expect((await check(eve, hers)).status).toBe(200);
  expect(await (await visitDomain(domain)).text()).toBe(PAGE("Eve"));
  await remove(eve.person, hers);
});

test("one that leads elsewhere is warned of, served for a week, then unlinked with a letter", async () => {
  const slug = newSlug("ada");
  const site = await publish(ada, slug, { "index.html": PAGE("Ada") });
  const domain = newDomain();
  const asked = await ask(ada, site, domain);
  await prove(asked.body.domain!);
  await check(ada, site);
  const ours = (letters: Letter[]) =>
    letters
      .filter(({ subject }) => subject.includes(domain))
      .map(({ to, subject }) => [to, subject]);
  const to = `${ada.id}@mailbox.example`;
  expect(ours(await night(0))).toEqual([]);
  // A resolver that fails says nothing of the domain.
  await write(domain);
  expect(ours(await night(DOMAIN_LIMITS.graceMs * 2))).toEqual([]);
  const failed = await check(ada, site);
  expect([failed.status, (await visitDomain(domain)).status]).toEqual([503, 200]);

  await write(domain, ["CNAME", "elsewhere.example.net."]);
  expect(ours(await night(0))).toEqual([[to, `${domain} doesn’t lead to your site any more`]]);
  expect(ours(await night(1))).toEqual([]);
  expect((await visitDomain(domain)).status).toBe(200);
  expect((await call<Seen>(ada.person, "GET", at(site))).body.domain!.state).toBe("failing");
  expect(ours(await night(DOMAIN_LIMITS.graceMs + 60_000))).toEqual([
    [to, `${domain} was taken off your site`],
  ]);
  expect(await (await visitDomain(domain)).text()).not.toContain("<h1>Ada");
  expect((await visit(slug)).status).toBe(200);
  await remove(ada.person, site);
});

test("what isn’t a public domain, or isn’t theirs to take, is refused; elsewhere none is offered", async () => {
  const site = await publish(ada, newSlug("ada"), { "index.html": PAGE("Ada") });
  for (const domain of ["localhost", "ada.localhost", "10.0.0.1", "nas.local", "a b", ""]) {
    expect((await ask(ada, site, domain)).status, domain).toBe(400);
  }
  const without = appWith({ DNS_URL: "" });
  const request = (method: string, body?: object) =>
    new Request(`http://localhost:8787${at(site)}`, {
      method,
      headers: {
        origin: "http://localhost:8787",
        cookie: ada.person.cookies(),
        "content-type": "application/json",
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  expect(await (await without(request("GET"))).json()).toEqual({ domain: null, isOffered: false });
  expect((await without(request("PUT", { domain: newDomain() }))).status).toBe(503);
  await remove(ada.person, site);
});
