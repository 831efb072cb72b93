import { publishedHost } from "../domain/host.ts";

/** `https://ada.sites.example/` of `ada`: on one machine with the scheme and port of the app’s own page. */
export function siteUrls(pattern: string, request: Request): (slug: string) => string {
  const { protocol, port } = new URL(request.url);
  const own = /:(\d+)$/.exec(request.headers.get("host") ?? "")?.[1] ?? port;
  return (slug) => `${protocol}//${publishedHost(slug, pattern, own)}/`;
}
