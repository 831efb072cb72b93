import type { Dependencies } from "../dependencies.ts";
import { NOT_RUNNING } from "../objects/sandbox-view.ts";
import { previewHeaders } from "../sandboxes/make-it-run.ts";
import type { PortAddress } from "../sandboxes/provider.ts";
import { addressOf } from "../address.ts";
import { PASS_QUERY } from "./preview-links.ts";
import { embedderOf } from "./security-headers.ts";
import { previewPage } from "./preview-page.ts";

type HostedDependencies = Pick<
  Dependencies,
  "sandbox" | "passes" | "now" | "takeRate" | "appOrigin" | "isDevelopment" | "send"
>;

const COOKIE = "cv2web-preview";
/** An address that was asked for is good for so long in this isolate, in milliseconds. */
const KNOWN_MS = 10_000;
const PASSWORD_TOKENS = 6;

const known = new Map<string, { readonly address: PortAddress; readonly until: number }>();

/** Headers of the hop before us, or ours alone; the sandbox gets none of them. */
const NOT_SENT = ["cookie", "host", "authorization", "origin", "x-request-id", "cf-connecting-ip"];
const NOT_GIVEN = ["set-cookie", "content-security-policy", "x-frame-options", "clear-site-data"];

/**
 * The host of one hosted sandbox: its dev server's answers, through us, for who holds a pass (R3.6). Nothing
 * of the app is here: no session, no API. A visit wakes a sandbox that is stopped.
 */
export async function serveHosted(
  request: Request,
  sandboxId: string,
  dependencies: HostedDependencies,
): Promise<Response> {
  const response = await answerHosted(request, sandboxId, dependencies);
  if (response.status === 101) return response;
  const url = new URL(request.url);
  url.host = request.headers.get("host") ?? url.host;
  const embedder = embedderOf(url, dependencies.appOrigin);
  response.headers.set("content-security-policy", `frame-ancestors ${embedder}`);
  return response;
}

async function answerHosted(
  request: Request,
  sandboxId: string,
  dependencies: HostedDependencies,
): Promise<Response> {
  const url = new URL(request.url);
  const given = url.searchParams.get(PASS_QUERY);
  if (given !== null) return takePass(request, sandboxId, given, dependencies);
  const pass = await dependencies.passes?.read(cookieOf(request), dependencies.now());
  if (!pass || pass.sandboxId !== sandboxId || pass.password !== null) {
    return framed(previewPage("This preview needs a link.", "Ask whoever made it for one."), 403);
  }
  const address = await addressFor(sandboxId, dependencies);
  return address === null
    ? waitingPage(sandboxId, dependencies)
    : passOn(request, address, dependencies.send);
}

/** A pass in the address becomes a cookie of this host, after the password where one is asked for. */
async function takePass(
  request: Request,
  sandboxId: string,
  token: string,
  dependencies: HostedDependencies,
): Promise<Response> {
  const { passes, now } = dependencies;
  const pass = await passes?.read(token, now());
  if (!passes || !pass || pass.sandboxId !== sandboxId) {
    return framed(previewPage("This link is over.", "Ask whoever made it for a new one."), 403);
  }
  if (pass.password !== null) {
    if (request.method !== "POST") return framed(previewPage("password"), 200);
    const rate = await dependencies.takeRate({ address: addressOf(request) }, PASSWORD_TOKENS);
    if (!rate.allowed) return framed(previewPage("Too many tries.", "Wait a minute."), 429);
    const form = await request.formData().catch(() => new FormData());
    const mark = await passes.markOf(sandboxId, String(form.get("password") ?? ""));
    if (mark !== pass.password) return framed(previewPage("password", "That wasn’t it."), 403);
  }
  const own = await passes.sign({ ...pass, password: null });
  const url = new URL(request.url);
  url.searchParams.delete(PASS_QUERY);
  const seconds = Math.floor((pass.expiresAt - now()) / 1_000);
  const response = framed(null, 303);
  response.headers.set("location", `${url.pathname}${url.search}`);
  // In the app's frame it is another site's cookie: partitioned, so that it is let through.
  response.headers.set(
    "set-cookie",
    `${COOKIE}=${own}; Path=/; HttpOnly; Secure; SameSite=None; Partitioned; Max-Age=${seconds}`,
  );
  return response;
}

const cookieOf = (request: Request): string =>
  new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(request.headers.get("cookie") ?? "")?.[1] ?? "";

async function addressFor(
  sandboxId: string,
  { sandbox, now }: HostedDependencies,
): Promise<PortAddress | null> {
  const there = known.get(sandboxId);
  if (there && there.until > now()) return there.address;
  known.delete(sandboxId);
  const found = await sandbox(sandboxId).address();
  if (!found.ok) return null;
  if (known.size > 500) known.clear();
  known.set(sandboxId, { address: found.value, until: now() + KNOWN_MS });
  return found.value;
}

/** It doesn't run: it is woken, and the page looks again by itself. */
async function waitingPage(sandboxId: string, { sandbox }: HostedDependencies): Promise<Response> {
  const view = await sandbox(sandboxId).visit();
  if (!view.ok) return framed(previewPage(view.failure.message, view.failure.nextStep), 503);
  const { status, position, message } = view.value;
  if (status === "failed") return framed(previewPage(message, NOT_RUNNING.nextStep), 503);
  const words = position > 0 ? `Place ${position} in the queue.` : message;
  const page = framed(previewPage("The site is coming up.", words), 503);
  page.headers.set("refresh", "2");
  page.headers.set("retry-after", "2");
  return page;
}

/** The provider's answer for a request of the preview's, WebSockets too. */
async function passOn(
  request: Request,
  address: PortAddress,
  send: HostedDependencies["send"],
): Promise<Response> {
  const url = new URL(request.url);
  const target = new URL(address.url);
  target.pathname = target.pathname.replace(/\/$/, "") + url.pathname;
  target.search = url.search;
  const headers = new Headers(request.headers);
  for (const name of NOT_SENT) headers.delete(name);
  for (const [name, value] of Object.entries(previewHeaders(address.token)))
    headers.set(name, value);
  const { method } = request;
  const body = method === "GET" || method === "HEAD" ? null : request.body;
  try {
    const answer = await send(new Request(target, { method, headers, body, redirect: "manual" }));
    if (answer.status === 101) return answer;
    const response = new Response(answer.body, answer);
    for (const name of NOT_GIVEN) response.headers.delete(name);
    return withPreviewHeaders(response);
  } catch {
    known.clear();
    return framed(previewPage("The site doesn’t answer.", "Try again in a moment."), 502);
  }
}

function framed(page: string | null, status: number): Response {
  return withPreviewHeaders(
    new Response(page, { status, headers: { "content-type": "text/html; charset=utf-8" } }),
  );
}

/** So that it loads in the app's isolated page, and nothing is kept by caches on the way. */
function withPreviewHeaders(response: Response): Response {
  response.headers.set("cross-origin-resource-policy", "cross-origin");
  response.headers.set("cross-origin-embedder-policy", "credentialless");
  response.headers.set("x-robots-tag", "noindex");
  response.headers.set("referrer-policy", "no-referrer");
  response.headers.set("x-content-type-options", "nosniff");
  return response;
}
