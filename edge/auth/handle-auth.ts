import { fail, type Failure, type Result } from "../../shared/failure.ts";
import { SIGN_IN } from "../../shared/limits.ts";
import type { AuthPath } from "./auth-paths.ts";
import { authFailure } from "./auth-failure.ts";

export interface AuthHandling {
  readonly handler: (request: Request) => Promise<Response>;
  /** Notes an attempt at an account or from an address; gives milliseconds to wait, 0 where there are none. */
  readonly attempt: (key: string, kind: "account" | "address") => Promise<number>;
  readonly succeeded: (key: string) => Promise<void>;
  readonly isBreached: (password: string) => Promise<boolean>;
  readonly note: (act: string) => void;
  readonly address: string;
}

/** Bodies of these routes are small; anything else isn't ours. */
const MOST_LETTERS = 100_000;

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
  if (isSignIn) {
    const waits = await Promise.all([
      handling.attempt(account, "account"),
      handling.attempt(handling.address, "address"),
    ]);
    const wait = Math.max(...waits);
    if (wait > 0) return fail(locked(wait));
  }
  const answer = await handling.handler(
    new Request(request.url, {
      method: request.method,
      headers: request.headers,
      ...(request.method === "POST" ? { body: bodyFor(rule, text, body) } : {}),
    }),
  );
  if (answer.status >= 400) {
    handling.note(`${rule.path} ${answer.status}`);
    return fail(await authFailure(answer));
  }
  if (isSignIn) await handling.succeeded(account);
  handling.note(rule.path);
  return answer;
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
const locked = (waitMs: number): Failure => ({
  kind: "rate-limited",
  message: `${SIGN_IN.attempts} attempts have failed: signing in is locked for now.`,
  nextStep: `Try again in ${Math.ceil(waitMs / 60_000)} minutes, or choose a new password by e-mail.`,
  retryable: true,
  retryAfterMs: waitMs,
});
