import { fail, type Failure, type Result } from "../../shared/failure.ts";
import { SIGN_IN } from "../../shared/limits.ts";
import type { AuthPath } from "./auth-paths.ts";
import { authFailure } from "./auth-failure.ts";
import { actOf } from "./noted-acts.ts";
import { ATTEMPTS_OF_ADDRESS, type SignInAttempt } from "../domain/sign-in-lock.ts";

export interface AuthHandling {
  readonly handler: (request: Request) => Promise<Response>;
  /** Notes an attempt at an account; gives milliseconds to wait, 0 where there are none. */
  readonly attemptAt: (account: string) => Promise<number>;
  /** Notes an attempt from the request's address, so too. */
  readonly attemptFrom: () => Promise<SignInAttempt>;
  /** They signed in: what failed before at the account doesn't count, nor this one for the address. */
  readonly succeeded: (account: string, attempt: SignInAttempt) => Promise<void>;
  readonly isBreached: (password: string) => Promise<boolean>;
  /** Writes an act into the audit log, with who did it and the answer's status. */
  readonly note: (act: string, status: number) => void;
}

/** Bodies of these routes are small; anything else isn't ours. */
const MOST_LETTERS = 100_000;
/** How long another service may take to say who somebody is: two or three calls, each within a second or so. */
const SERVICE_MS = 8_000;

/**
 * Answers one of better-auth's routes: locks after failed attempts, refuses breached passwords, and puts
 * its refusals into the API's one shape.
 */
export async function handleAuth(
  request: Request,
  rule: AuthPath,
  handling: AuthHandling,
): Promise<Result<never> | Response> {
  const text = request.method === "POST" ? await request.text() : "";
  if (text.length > MOST_LETTERS) return fail(TOO_LARGE);
  const body = parse(text);
  if (rule.newPassword) {
    const password = body[rule.newPassword];
    if (typeof password === "string" && (await handling.isBreached(password)))
      return fail(BREACHED);
  }
  const isSignIn = rule.path === "/sign-in/email";
  const account = String(body["email"] ?? "").toLowerCase();
  const attempt = isSignIn ? await tryToSignIn(account, handling) : null;
  if (attempt && "kind" in attempt) return fail(attempt);
  const answer = await within(
    rule,
    handling.handler(
      new Request(request.url, {
        method: request.method,
        headers: request.headers,
        ...(request.method === "POST" ? { body: bodyFor(rule, text, body) } : {}),
      }),
    ),
  );
  const act = actOf(rule);
  if (act) handling.note(act, answer.status);
  if (answer.status >= 400) return fail(await authFailure(answer));
  if (attempt) await handling.succeeded(account, attempt);
  return answer;
}

/**
 * Another service that doesn't say who somebody is leads them back to signing in; better-auth itself
 * would wait for it without end.
 */
async function within(rule: AuthPath, answer: Promise<Response>): Promise<Response> {
  if (!rule.path.startsWith("/callback/")) return answer;
  const late = new Promise<Response>((settle) =>
    setTimeout(
      () =>
        settle(
          new Response(null, {
            status: 302,
            headers: { location: "/sign-in?from=service&error=timed_out" },
          }),
        ),
      SERVICE_MS,
    ),
  );
  return Promise.race([answer, late]);
}

/** Counts an attempt at the account and from the address; a failure where either is locked. */
async function tryToSignIn(
  account: string,
  handling: AuthHandling,
): Promise<SignInAttempt | Failure> {
  const [accountMs, attempt] = await Promise.all([
    handling.attemptAt(account),
    handling.attemptFrom(),
  ]);
  if (accountMs > 0) return locked(accountMs, SIGN_IN.attempts, "at this account");
  if (attempt.waitMs > 0) return locked(attempt.waitMs, ATTEMPTS_OF_ADDRESS, "from here");
  return attempt;
}

/** A changed password ends all other sessions (R5.2), whatever a client asks for. */
const bodyFor = (rule: AuthPath, text: string, body: Record<string, unknown>): string =>
  rule.path === "/change-password"
    ? JSON.stringify({ ...body, revokeOtherSessions: true })
    : text || "{}";

function parse(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text || "{}");
    return body !== null && typeof body === "object" ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const TOO_LARGE: Failure = {
  kind: "too-large",
  message: "That is too much for a form.",
  nextStep: "Check what you typed.",
  retryable: false,
};
const BREACHED: Failure = {
  kind: "invalid",
  message: "This password is in a list of stolen ones.",
  nextStep: "Choose one that you use nowhere else.",
  retryable: false,
};
const locked = (waitMs: number, attempts: number, where: string): Failure => ({
  kind: "rate-limited",
  message: `${attempts} attempts ${where} have failed: signing in is locked for now.`,
  nextStep: `Try again in ${Math.ceil(waitMs / 60_000)} minutes, or choose a new password by e-mail.`,
  retryable: true,
  retryAfterMs: waitMs,
});
