import { SIGN_IN } from "../../shared/limits.ts";

/** Attempts from one address at any account in the window; people at one office share an address. */
export const ATTEMPTS_OF_ADDRESS = 4 * SIGN_IN.attempts;

/** An attempt that was noted. */
export interface SignInAttempt {
  /** Milliseconds until the next attempt is let through; 0 where this one is. */
  readonly waitMs: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface AttemptDecision {
  readonly allowed: boolean;
  /** Milliseconds until the next attempt is let through; 0 where this one is. */
  readonly retryAfterMs: number;
  /** Moments of the attempts that still count, this one with them where it is let through. */
  readonly counted: readonly number[];
}

/**
 * Whether one more attempt to sign in is let through (R5.2): so many in a window, and once they are
 * used up, none for as long as the window after the last of them.
 */
export function decideAttempt(
  before: readonly number[],
  now: number,
  attempts: number = SIGN_IN.attempts,
): AttemptDecision {
  const last = before.at(-1) ?? 0;
  const isLocked = before.length >= attempts && now - last < SIGN_IN.windowMs;
  if (isLocked) {
    return { allowed: false, retryAfterMs: last + SIGN_IN.windowMs - now, counted: before };
  }
  const counted = [...before.filter((at) => now - at < SIGN_IN.windowMs), now];
  return { allowed: true, retryAfterMs: 0, counted };
}

/** The moments that count without one attempt of this moment. */
export const withoutAttempt = (counted: readonly number[], at: number): readonly number[] =>
  counted.filter((_, index) => index !== counted.indexOf(at));
