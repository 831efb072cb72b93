import type { Failure, FailureKind } from "../../shared/failure.ts";
import { SIGN_IN } from "../../shared/limits.ts";

/** Better-auth's codes that people meet, in our words: what happened, and what to do. */
const WORDS: Readonly<Record<string, readonly [FailureKind, message: string, nextStep: string]>> = {
  INVALID_EMAIL_OR_PASSWORD: [
    "unauthenticated",
    "E-mail address and password don’t belong together.",
    "Check both, or choose a new password by e-mail.",
  ],
  INVALID_EMAIL: ["invalid", "That isn’t an e-mail address.", "Check its spelling."],
  PASSWORD_TOO_SHORT: [
    "invalid",
    `A password needs at least ${SIGN_IN.passwordLength} characters.`,
    "A few words you can remember are better than one with signs in it.",
  ],
  PASSWORD_TOO_LONG: ["invalid", "That password is too long.", "Use fewer than 256 characters."],
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: [
    "conflict",
    "There is an account with this e-mail address.",
    "Sign in, or choose a new password by e-mail.",
  ],
  USER_ALREADY_EXISTS: [
    "conflict",
    "There is an account with this e-mail address.",
    "Sign in, or choose a new password by e-mail.",
  ],
  INVALID_TOKEN: [
    "invalid",
    "This link has been used, or is older than an hour.",
    "Ask for a new one.",
  ],
  INVALID_PASSWORD: ["forbidden", "The present password isn’t right.", "Type it again."],
  SESSION_EXPIRED: ["unauthenticated", "You are signed out.", "Sign in again."],
  SESSION_NOT_FRESH: [
    "forbidden",
    "You signed in more than a day ago.",
    "Sign out, sign in again, and then do it: so nobody else can with a device you left open.",
  ],
  FAILED_TO_UNLINK_LAST_ACCOUNT: [
    "conflict",
    "This is the last way into your account.",
    "Add another first.",
  ],
  ACCOUNT_NOT_FOUND: [
    "not-found",
    "That way of signing in is gone already.",
    "Load the page anew.",
  ],
  CHALLENGE_NOT_FOUND: ["timed-out", "That took too long.", "Try the passkey again."],
  PASSKEY_NOT_FOUND: [
    "not-found",
    "This passkey belongs to no account here.",
    "Sign in another way; you can add it in your account.",
  ],
  PROVIDER_NOT_FOUND: ["not-found", "That way of signing in isn’t set up here.", "Use another."],
};

const KINDS: Readonly<Record<number, FailureKind>> = {
  401: "unauthenticated",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
  422: "invalid",
};

/** An answer of better-auth's that says no, as the API's one failure. */
export async function authFailure(answer: Response): Promise<Failure> {
  const body = (await answer.json().catch(() => ({}))) as { code?: string; message?: string };
  const known = WORDS[body.code ?? ""];
  if (known) {
    const [kind, message, nextStep] = known;
    return { kind, message, nextStep, retryable: false };
  }
  if (answer.status >= 500) {
    return {
      kind: "unavailable",
      message: "Signing in doesn’t work just now.",
      nextStep: "Try again in a moment; what you made is safe in your browser.",
      retryable: true,
    };
  }
  return {
    kind: KINDS[answer.status] ?? "invalid",
    message: "That can’t be done.",
    nextStep: "Check what you typed and try again.",
    detail: body.code ?? "",
    retryable: false,
  };
}
