import { publishedHost } from "../domain/host.ts";

const portOf = (request: Request) =>
  /:(\d+)$/.exec(request.headers.get("host") ?? "")?.[1] ?? new URL(request.url).port;

/** `https://ada.sites.example/` of `ada`: on one machine with the scheme and port of the app’s own page. */
export function siteUrls(pattern: string, request: Request): (slug: string) => string {
  const { protocol } = new URL(request.url);
  return (slug) => `${protocol}//${publishedHost(slug, pattern, portOf(request))}/`;
}

/** `https://www.example.org/` of a domain of one’s own, with scheme and port like that. */
export function domainUrl(domain: string, request: Request): string {
  const port = portOf(request);
  return `${new URL(request.url).protocol}//${domain}${port ? `:${port}` : ""}/`;
}
