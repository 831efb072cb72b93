import { PUBLISH_LIMITS, VISIT_LIMITS } from "../../shared/limits.ts";
import { isDeskPath } from "../../shared/site/desk-paths.ts";
import { REPORT_PATH } from "../../shared/site/page-foot.ts";
import { draftState } from "../../shared/site/draft-link.ts";
import { siteState } from "../../shared/site/publication.ts";
import { addressOf } from "../address.ts";
import { domainUrl, siteUrls } from "../publish/site-url.ts";
import type { PublicationRow, ServedSite } from "../db/rows/publication-rows.ts";
import type { Dependencies, SiteDependencies } from "../dependencies.ts";
import type { Site } from "../domain/host.ts";
import { visitOf } from "../domain/visit.ts";
import { markOfHash } from "../keys/site-pass.ts";
import { factsOf } from "../publish/publishing.ts";
import { takeReport } from "./report-page.ts";
import { servePreview } from "./preview-site.ts";
import { answerAtDesk, type DeskAnswer } from "./site-desk.ts";
import { shown, withPolicy } from "./site-answer.ts";
import { serveFile } from "./site-file.ts";
import { SITE_PAGES } from "./site-page.ts";

type PublishedDependencies = Pick<
  Dependencies,
  | "published"
  | "publishHost"
  | "now"
  | "takeRate"
  | "log"
  | "letterDesk"
  | "countVisits"
  | "afterAnswer"
  | "appOrigin"
>;

const COOKIE = "cv2web-site";
/** Tokens of the rate limit that one try of a password takes. */
const TRY_TOKENS = 6;

/**
 * The host of one published site: its files and nothing of the app, neither cookies nor API (R3.6, R6.1).
 * On one machine previews have such hosts too: a frame’s document is theirs.
 */
export async function servePublished(
  request: Request,
  site: Site & { kind: "published" },
  dependencies: PublishedDependencies & SiteDependencies,
): Promise<Response> {
  let row: ServedSite | null;
  try {
    row = await dependencies.published.bySlug(site.slug);
  } catch (error) {
    if (site.orPreview && !isTopPage(request)) return servePreview(request, dependencies);
    dependencies.log({ level: "error", event: "site-without-database", error });
    return shown(request, SITE_PAGES.away(), 503, { "retry-after": "10" });
  }
  if (row === null && site.orPreview && !isTopPage(request)) {
    return servePreview(request, dependencies);
  }
  return answer(request, site.slug, row, dependencies);
}

/** A site at a domain of its own, as at its address; `null`: no site has proved this domain. */
export async function serveDomain(
  request: Request,
  domain: string,
  dependencies: PublishedDependencies,
): Promise<Response | null> {
  try {
    const row = await dependencies.published.byDomain(domain);
    return row && (await answer(request, row.slug, row, dependencies));
  } catch (error) {
    dependencies.log({ level: "error", event: "domain-without-database", error });
    // Where the app’s host is known, this isn’t it.
    if (dependencies.appOrigin === "") return null;
    return shown(request, SITE_PAGES.away(), 503, { "retry-after": "10" });
  }
}

/** Asked for by a person who opens it, not by the app’s frame. */
const isTopPage = (request: Request) => request.headers.get("sec-fetch-dest") === "document";

async function answer(
  request: Request,
  slug: string,
  row: ServedSite | null,
  dependencies: PublishedDependencies,
): Promise<Response> {
  const { method } = request;
  const refusal = refusalOf(row, dependencies.now());
  if (row === null || refusal) return shown(request, ...(refusal ?? MISSING));
  // What was written at an old address is taken there: a form isn’t redirected.
  const isAtDesk = isDeskPath(new URL(request.url).pathname);
  const at = isAtDesk ? null : placeElsewhere(request, slug, row, dependencies);
  if (at !== null) return moved(request, at);
  if (row.passwordHash !== null) {
    const refusal = await askPassword(request, row, row.passwordHash, dependencies);
    if (refusal) return refusal;
  }
  if (isAtDesk && isDraft(row)) return shown(request, ...MISSING);
  if (isAtDesk) return asResponse(request, await answerAtDesk(request, row, dependencies));
  if (new URL(request.url).pathname === REPORT_PATH) {
    return shown(request, ...(await takeReport(request, row.id, dependencies)));
  }
  if (method !== "GET" && method !== "HEAD") {
    return shown(request, SITE_PAGES.missing(), 405, { allow: "GET, HEAD" });
  }
  const answered = await serveFile(request, row, dependencies.published);
  if (isPage(answered) && method === "GET" && !isDraft(row)) noteView(request, row, dependencies);
  return answered;
}

type Shown = readonly [page: string, status: number];
const MISSING: Shown = [SITE_PAGES.missing(), 404];
const isDraft = (row: PublicationRow | null) => row !== null && row.draftOf !== null;

/** What is said in place of a site that isn’t there any more, or not yet; `null`: it is shown. */
function refusalOf(row: PublicationRow | null, now: number): Shown | null {
  if (row === null) return MISSING;
  if (row.draftOf !== null) {
    const state = draftState(factsOf(row), now);
    if (state === "live") return null;
    if (state === "empty") return MISSING;
    return [SITE_PAGES[state === "taken-down" ? state : (`draft-${state}` as const)](), 410];
  }
  const state = siteState(factsOf(row), now);
  if (state === "live") return null;
  return state === "draft" ? MISSING : [SITE_PAGES[state](), 410];
}

/** A page that was shown, or that its visitor has as it is. */
const isPage = ({ status, headers }: Response) =>
  (status === 200 || status === 304) && headers.get("content-type")?.startsWith("text/html");

/** Counted once the page is on its way, without a script or a cookie (R6.5). */
function noteView(request: Request, row: PublicationRow, dependencies: PublishedDependencies) {
  const { afterAnswer, countVisits, appOrigin } = dependencies;
  const { host, pathname, port } = new URL(request.url);
  const app = appOrigin ? new URL(appOrigin).host : `localhost:${port}`;
  const facts = visitOf(request.headers, { site: host.replace(/^www\./, ""), app });
  if (facts === null) return;
  const target = pathname.slice(0, VISIT_LIMITS.targetLetters);
  afterAnswer(countVisits(request, [{ publicationId: row.id, kind: "view", target, ...facts }]));
}

function asResponse(request: Request, answer: DeskAnswer): Response {
  if (answer.kind === "missing") return shown(request, SITE_PAGES.missing(), 404);
  if (answer.kind === "page") return shown(request, answer.html, answer.status);
  const headers = withPolicy(request, {
    "cache-control": "no-store",
    ...(answer.kind === "redirect" ? { location: answer.to } : {}),
    ...(answer.kind === "json" ? { "content-type": "application/json; charset=utf-8" } : {}),
  });
  if (answer.kind === "json") {
    return new Response(JSON.stringify(answer.body), { status: answer.status, headers });
  }
  return new Response(null, { status: answer.kind === "redirect" ? 303 : 204, headers });
}

/** Where the site is shown instead: at a domain of its own, at another address; `null`: here. */
function placeElsewhere(
  request: Request,
  slug: string,
  row: ServedSite,
  { publishHost }: PublishedDependencies,
): string | null {
  const { hostname } = new URL(request.url);
  if (row.own?.domain === hostname) return null;
  if (row.own?.redirects) return domainUrl(row.own.domain, request);
  return row.slug === slug ? null : siteUrls(publishHost ?? "", request)(row.slug);
}

/** The site has another address now; where on it somebody was going stays. */
function moved(request: Request, place: string): Response {
  const { pathname, search } = new URL(request.url);
  const location = new URL(place);
  location.pathname = pathname;
  location.search = search;
  // Not for ever: its owner may take the old address again.
  const headers = { location: location.href, "cache-control": "public, max-age=300" };
  return new Response(null, { status: 301, headers: withPolicy(request, headers) });
}

/** The form, until the right password was given; `null` for who may look. */
async function askPassword(
  request: Request,
  row: PublicationRow,
  hash: string,
  { published, now, takeRate }: PublishedDependencies,
): Promise<Response | null> {
  const { passes, verifyPassword } = published;
  const pass = await passes?.read(cookieOf(request), now());
  if (pass?.publicationId === row.id && pass.mark === markOfHash(hash)) return null;
  if (request.method !== "POST" || !passes) {
    return shown(request, SITE_PAGES.password(), 403);
  }
  const rate = await takeRate({ address: addressOf(request) }, TRY_TOKENS);
  if (!rate.allowed) {
    return shown(request, SITE_PAGES.password("Too many tries. Wait a minute."), 429);
  }
  const form = await request.formData().catch(() => new FormData());
  if (!(await verifyPassword(hash, String(form.get("password") ?? "")))) {
    return shown(request, SITE_PAGES.password("That wasn’t it."), 403);
  }
  const { passMs } = PUBLISH_LIMITS;
  const token = await passes.sign({
    publicationId: row.id,
    mark: markOfHash(hash),
    expiresAt: now() + passMs,
  });
  const url = new URL(request.url);
  const headers = withPolicy(request, {
    location: `${url.pathname}${url.search}`,
    "cache-control": "no-store",
    // Of this host alone: it names no domain.
    "set-cookie": `${COOKIE}=${token}; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=${passMs / 1_000}`,
  });
  return new Response(null, { status: 303, headers });
}

const cookieOf = (request: Request): string =>
  new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(request.headers.get("cookie") ?? "")?.[1] ?? "";
