import { env, exports } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../edge/app.ts";
import { AUTH_PATHS } from "../../edge/auth/auth-paths.ts";
import type { Access } from "../../shared/api/endpoint.ts";
import { ENDPOINTS } from "../../shared/api/table.ts";
import { member, ORIGIN, type Browser } from "./browser.ts";

const { OPERATOR_TOKEN } = env as unknown as { OPERATOR_TOKEN: string };

interface Case {
  readonly method: string;
  readonly path: string;
  readonly access: Access;
}

/** Every route that somebody could call, with its rule. */
const CASES: readonly Case[] = [
  ...ENDPOINTS.map(({ method, path, access }) => ({ method, path, access })),
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

/** What the owner's things don't have: they answer 404 to them, too. */
const HAS_NONE = new Set([
  "/api/portfolios/{portfolioId}/source",
  "/api/cv/download/{job_id}",
  "/api/portfolio/download/{jobId}",
]);

let owner: Browser;
let other: Browser;
let jobId: string;
let visitors = 0;

beforeAll(async () => {
  owner = (await member()).person;
  other = (await member()).person;
  const saved = await owner.send("PUT", "/api/portfolios/mine", {
    revision: 0,
    name: "Mine",
    templateId: "folio",
    tree: {},
    headVersionId: "v1",
    createdAt: 1,
    updatedAt: 2,
  });
  expect(saved.status, await saved.clone().text()).toBe(200);
  const job = await owner.post("/api/cv/analyze", { resume: { basics: { name: "Ada" } } });
  expect(job.status, JSON.stringify(job.body)).toBe(200);
  jobId = (job.body as unknown as { id: string }).id;
});

/** Calls a route as somebody; gives the status and, of a refusal, its code. */
async function callAs(who: Browser | "nobody" | "operator", { method, path }: Case) {
  const real = path
    .replace("{portfolioId}", "mine")
    .replace(/\{job_?[iI]d\}/, jobId)
    .replaceAll(/\{\w+\}/g, "none");
  const cookies = typeof who === "string" ? "" : who.cookies();
  const answer = await exports.default.fetch(`${ORIGIN}${real}`, {
    method,
    headers: {
      origin: ORIGIN,
      "content-type": "application/json",
      // Each visitor has an address of their own, or the rate limit would answer for the rule.
      "cf-connecting-ip": `192.0.2.${visitors++ % 250}.${visitors}`,
      ...(cookies ? { cookie: cookies } : {}),
      ...(who === "operator" ? { authorization: `Bearer ${OPERATOR_TOKEN}` } : {}),
    },
    ...(method === "GET" ? {} : { body: "{}" }),
  });
  const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
  const body = isJson ? ((await answer.json()) as { code?: string } | null) : null;
  if (!isJson) await answer.body?.cancel();
  return { status: answer.status, code: body?.code ?? "" };
}

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
    if (typeof access === "object" && !HAS_NONE.has(one.path)) expect(asOwner.status).not.toBe(404);
  });
});

test("there is no route without a rule", () => {
  const known = new Set(
    ENDPOINTS.map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`),
  );
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
