import { fail, ok, type Result } from "../../shared/failure.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Against cross-site request forgery (R5.2): a request that may change something and carries cookies
 * must come from a page of this very host. Programs with an API key send no cookies and pass.
 */
export function checkSameOrigin(request: Request, appOrigin: string): Result<void> {
  if (READS.has(request.method) || !request.headers.has("cookie")) return ok(undefined);
  const origin = request.headers.get("origin");
  const host = request.headers.get("host") ?? new URL(request.url).host;
  const expected = appOrigin ? new URL(appOrigin).host : host;
  if (origin !== null && hostOf(origin) === expected) return ok(undefined);
  return fail({
    kind: "forbidden",
    message: "This request doesn’t come from the app’s own page.",
    nextStep: "Open the app and try again there.",
    retryable: false,
  });
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : null);
