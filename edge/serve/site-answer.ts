import { publishedPolicy } from "./security-headers.ts";

/** A page of ours on a site’s host. */
export function shown(
  request: Request,
  page: string,
  status: number,
  more: Readonly<Record<string, string>> = {},
): Response {
  const headers = withPolicy(request, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
    ...more,
  });
  return new Response(request.method === "HEAD" ? null : page, { status, headers });
}

/** What every answer of a published site carries, whatever it is. */
export function withPolicy(request: Request, headers: Readonly<Record<string, string>>): Headers {
  return new Headers({
    "content-security-policy": publishedPolicy(),
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "cross-origin-opener-policy": "same-origin",
    ...(request.url.startsWith("https:")
      ? { "strict-transport-security": "max-age=63072000" }
      : {}),
    ...headers,
  });
}
