/**
 * Expected failure is a value. A throw anywhere in this code base is a bug; what can go wrong in the
 * ordinary course (a broken file, a full disk, a build error) comes back as a `Failure`.
 */
export type FailureKind =
  | "empty"
  | "corrupt"
  | "encrypted"
  | "no-text"
  | "too-large"
  | "too-many-pages"
  | "zip-bomb"
  | "wrong-type"
  | "not-found"
  | "invalid"
  | "storage-full"
  | "storage-blocked"
  | "conflict"
  | "build-failed"
  | "missing-package"
  | "unavailable"
  | "timed-out"
  | "cancelled"
  | "unauthenticated"
  | "forbidden"
  | "rate-limited"
  | "quota-exceeded";

export interface Failure {
  readonly kind: FailureKind;
  /** One clear sentence for a person: what happened. */
  readonly message: string;
  /** One sentence: what to do next, and what is safe. */
  readonly nextStep: string;
  /** For logs and the opened detail; never the only text shown. */
  readonly detail?: string;
  readonly retryable: boolean;
  /** Milliseconds until another try makes sense, when that is known. */
  readonly retryAfterMs?: number;
}

export type Result<T, F = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

/** Wraps a value as success. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** Wraps a failure. */
export const fail = <F = Failure>(failure: F): { readonly ok: false; readonly failure: F } => ({
  ok: false,
  failure,
});
