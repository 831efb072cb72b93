/** Published sites for the worker's tests: made, sent, shown, visited as strangers do. */
import { env, exports } from "cloudflare:workers";
import { expect } from "vitest";
import type { Publication } from "../../shared/api/publications.ts";
import { member, type Browser } from "./browser.ts";

const { BLOBS } = env as unknown as { BLOBS: R2Bucket };

export interface Member {
  readonly person: Browser;
  readonly id: string;
}
let count = 0;

export const sha256 = async (text: string) => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

export async function somebody(): Promise<Member> {
  const { person } = await member();
  return { person, id: (await person.session())!.user.id };
}

export const newSlug = (name: string) => `${name}-${crypto.randomUUID().slice(0, 6)}x`;

export async function call<T = Publication>(
  person: Browser,
  method: "GET" | "POST" | "PUT",
  path: string,
  body?: object | FormData,
): Promise<{ status: number; body: T }> {
  const answer = await person.send(method, path, body);
  return { status: answer.status, body: (await answer.json()) as T };
}

export async function portfolioOf(person: Browser): Promise<string> {
  const portfolioId = `folio-${++count}`;
  const state = {
    revision: 0,
    name: "Ada",
    templateId: "folio",
    tree: {},
    headVersionId: "v1",
    createdAt: 1,
    updatedAt: 2,
  };
  expect((await person.send("PUT", `/api/portfolios/${portfolioId}`, state)).status).toBe(200);
  return portfolioId;
}

export const PAGE = (words: string) =>
  `<!doctype html><html lang="en"><title>Ada</title><body><h1>${words}</h1>${"<p>Lines that repeat.</p>".repeat(50)}</body></html>`;

/** Sends a build and doesn't show it yet. */
export async function upload(
  person: Browser,
  site: Publication,
  files: Readonly<Record<string, string>>,
  hidden: readonly string[] = ["phone", "street"],
) {
  const manifest: Record<string, { hash: string; size: number }> = {};
  const contents = new Map<string, string>();
  for (const [path, text] of Object.entries(files)) {
    const hash = await sha256(text);
    manifest[path] = { hash, size: new TextEncoder().encode(text).length };
    contents.set(hash, text);
  }
  const path = `/api/publications/${site.id}/builds`;
  const begun = await call<{ buildId: string; missing: string[] }>(person, "POST", path, {
    files: manifest,
    hidden,
  });
  expect(begun.status, JSON.stringify(begun.body)).toBe(200);
  const { buildId, missing } = begun.body;
  if (missing.length > 0) {
    const form = new FormData();
    for (const hash of missing) form.append(hash, new Blob([contents.get(hash)!]), hash);
    const sent = await call(person, "POST", `${path}/${buildId}/files`, form);
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  }
  return { buildId, missing };
}

export const point = (person: Browser, site: Publication, buildId: string) =>
  call<{ status: string; publication: Publication }>(
    person,
    "PUT",
    `/api/publications/${site.id}/pointer`,
    { buildId },
  );

export async function create(
  person: Browser,
  slug: string,
  more: object = {},
): Promise<Publication> {
  const portfolioId = await portfolioOf(person);
  const made = await call(person, "POST", "/api/publications", { portfolioId, slug, ...more });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  return made.body;
}

export async function publish(
  who: Member,
  slug: string,
  files: Readonly<Record<string, string>>,
  more: object = {},
): Promise<Publication> {
  const site = await create(who.person, slug, more);
  const { buildId } = await upload(who.person, site, files);
  const pointed = await point(who.person, site, buildId);
  expect(pointed.body.status, JSON.stringify(pointed.body)).toBe("live");
  return pointed.body.publication;
}

/** As a stranger's browser would ask for it. */
export const visit = (slug: string, path = "/", init: RequestInit = {}) =>
  exports.default.fetch(`http://${slug}.localhost:8787${path}`, {
    redirect: "manual",
    ...init,
    headers: { "sec-fetch-dest": "document", ...(init.headers as Record<string, string>) },
  });

export const objectsOf = async (personId: string) =>
  (await BLOBS.list({ prefix: `sites/${personId}/` })).objects.length;

/** Registered people have one site: each test ends with none. */
export async function remove(person: Browser, site: Publication) {
  const answer = await person.send("DELETE", `/api/publications/${site.id}`);
  expect(answer.status).toBe(200);
}
