import { fileAt, isHashed, mediaTypeOf } from "../../shared/site/published-files.ts";
import type { PublicationRow } from "../db/rows/publication-rows.ts";
import type { BuiltFile } from "../db/schema/sites.ts";
import type { PublishedSites } from "../publish/published-sites.ts";
import { shown, withPolicy } from "./site-answer.ts";
import { SITE_PAGES } from "./site-page.ts";

/** Pages are asked for again each time: what is published is seen at once. Other files may be a minute old. */
const PAGE_CACHE = "public, max-age=0, must-revalidate";
const FILE_CACHE = "public, max-age=60, must-revalidate";
const HASHED_CACHE = "public, max-age=31536000, immutable";

/** A file of the build that a site shows, by the request’s path. */
export async function serveFile(
  request: Request,
  row: PublicationRow,
  published: PublishedSites,
): Promise<Response> {
  const manifest = await published.manifest(row.id, row.buildId ?? "");
  if (!manifest) return shown(request, SITE_PAGES.missing(), 404);
  const path = fileAt(manifest, new URL(request.url).pathname);
  const name = path ?? (Object.hasOwn(manifest, "404.html") ? "404.html" : null);
  if (name === null) return shown(request, SITE_PAGES.missing(), 404);
  const built = manifest[name]!;
  const isPacked = built.packed === true && takesBrotli(request);
  const etag = `"${built.hash.slice(0, 32)}${isPacked ? "-br" : ""}"`;
  const headers = withPolicy(request, {
    "content-type": mediaTypeOf(name) ?? "application/octet-stream",
    "cache-control": cacheFor(name, path, row),
    etag,
    ...(built.packed === true ? { vary: "accept-encoding" } : {}),
    ...(isPacked ? { "content-encoding": "br" } : {}),
    ...discretionOf(row),
  });
  const known = request.headers.get("if-none-match");
  if (path !== null && known !== null && matches(known, etag)) {
    headers.delete("content-encoding");
    return new Response(null, { status: 304, headers });
  }
  const status = path === null ? 404 : 200;
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const body = await bodyOf(built, isPacked, published);
  if (body === null) return shown(request, SITE_PAGES.away(), 503);
  // What is packed already isn’t packed again.
  return new Response(body, { status, headers, ...(isPacked ? { encodeBody: "manual" } : {}) });
}

/** What browsers and search engines are asked to keep to themselves. */
const discretionOf = ({ noIndex, passwordHash, draftOf }: PublicationRow) => ({
  ...(noIndex || passwordHash !== null ? { "x-robots-tag": "noindex" } : {}),
  // A draft’s address is a secret that no page it links to is told.
  ...(draftOf === null ? {} : { "referrer-policy": "no-referrer" }),
});

function cacheFor(name: string, path: string | null, row: PublicationRow): string {
  // A draft that is revoked is gone at once, from caches on the way too.
  if (row.passwordHash !== null || row.draftOf !== null || path === null)
    return "private, no-cache";
  if (isHashed(name)) return HASHED_CACHE;
  return name.endsWith(".html") ? PAGE_CACHE : FILE_CACHE;
}

/** Strong or weak, one of several, or any (RFC 9110, 13.1.2): proxies weaken what they pack anew. */
const matches = (header: string, etag: string): boolean =>
  header.trim() === "*" || header.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);

/** Named without a weight of nothing (RFC 9110, 12.5.3). */
const takesBrotli = (request: Request): boolean =>
  (request.headers.get("accept-encoding") ?? "")
    .split(",")
    .some((one) => /^\s*(br|\*)\s*(;|$)/.test(one) && !/;\s*q=0(\.0*)?\s*$/.test(one));

async function bodyOf(
  { object, packed }: BuiltFile,
  isPacked: boolean,
  { read, readWhole }: PublishedSites,
): Promise<BodyInit | null> {
  if (object === undefined) return null;
  if (isPacked || packed !== true) return read(object);
  return (await readWhole(object, true)) as Uint8Array<ArrayBuffer> | null;
}
