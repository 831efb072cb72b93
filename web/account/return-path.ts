/**
 * The path of this app to go back to after signing in, out of `?next=`. Anything that could lead to
 * another host, or back to signing in, is the first screen instead.
 */
export function returnPath(search: string, origin: string): string {
  const next = new URLSearchParams(search).get("next") ?? "/";
  if (!next.startsWith("/") || !URL.canParse(next, origin)) return "/";
  const url = new URL(next, origin);
  if (url.origin !== origin || /^\/(?:sign-in|reset-password|api)(?:\/|$)/.test(url.pathname)) {
    return "/";
  }
  return url.pathname + url.search + url.hash;
}

/** The address of the sign-in document that comes back to `path`. */
export const signInPath = (path: string): string =>
  path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`;

/** The sign-in document as another service comes back to it: it goes on to `path` by itself. */
export const afterServicePath = (path: string): string =>
  `/sign-in?from=service&next=${encodeURIComponent(path)}`;

export const cameFromService = (search: string): boolean =>
  new URLSearchParams(search).get("from") === "service";
