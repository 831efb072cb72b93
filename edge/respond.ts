import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Failure, FailureKind } from "../shared/failure.ts";

/** The one place that knows status codes (RFC 9110). What isn't named here is the caller's mistake: 400. */
const STATUS: Partial<Record<FailureKind, ContentfulStatusCode>> = {
  "not-found": 404,
  "too-large": 413,
  "wrong-type": 415,
  conflict: 409,
  unavailable: 503,
  "timed-out": 504,
};

/** Answers a failure in the API's one error shape (R5.1); inner detail stays inside. */
export function respond(context: Context, requestId: string, failure: Failure) {
  const { kind, message, nextStep, retryable } = failure;
  return context.json(
    { code: kind, message, nextStep, retryable, requestId },
    STATUS[kind] ?? 400,
    { "cache-control": "no-store", "x-request-id": requestId },
  );
}
