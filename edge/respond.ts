import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Failure, FailureKind } from "../shared/failure.ts";
import type { RateDecision } from "./domain/rate-limit.ts";

/** The one place that knows status codes (RFC 9110). What isn't named here is the caller's mistake: 400. */
const STATUS: Partial<Record<FailureKind, ContentfulStatusCode>> = {
  "not-found": 404,
  "too-large": 413,
  "wrong-type": 415,
  conflict: 409,
  unavailable: 503,
  "timed-out": 504,
  unauthenticated: 401,
  forbidden: 403,
  "rate-limited": 429,
  "quota-exceeded": 429,
};

/** The status code of a kind of failure. */
export const statusOf = (kind: FailureKind): ContentfulStatusCode => STATUS[kind] ?? 400;

/** Answers a failure in the API's one error shape (R5.1); inner detail stays inside. */
export function respond(context: Context, requestId: string, failure: Failure) {
  const { kind, message, nextStep, retryable } = failure;
  return context.json({ code: kind, message, nextStep, retryable, requestId }, statusOf(kind), {
    "cache-control": "no-store",
    "x-request-id": requestId,
    ...(failure.retryAfterMs === undefined
      ? {}
      : { "retry-after": String(Math.ceil(failure.retryAfterMs / 1000)) }),
  });
}

/** The three headers of a rate limit (draft-ietf-httpapi-ratelimit-headers-07), times in seconds. */
export const rateHeaders = (rate: RateDecision): Record<string, string> => ({
  "ratelimit-limit": String(rate.limit),
  "ratelimit-remaining": String(rate.remaining),
  "ratelimit-reset": String(Math.ceil(rate.resetMs / 1000)),
});
