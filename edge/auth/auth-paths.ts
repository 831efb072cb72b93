import { z } from "zod";
import type { Access, Method } from "../../shared/api/endpoint.ts";
import { SIGN_IN } from "../../shared/limits.ts";

export interface AuthPath {
  readonly method: Method;
  /** Below `/api/auth`. */
  readonly path: string;
  readonly access: Extract<Access, string>;
  readonly summary: string;
  /** What it takes, for the API's document; better-auth checks it. */
  readonly body?: z.ZodType;
  /** Its body has a new password, under this name. */
  readonly newPassword?: string;
}

const email = z.email();
const password = z.string().min(SIGN_IN.passwordLength).max(256);
/** A path of the app to come back to. */
const path = z.string();
/** What a browser's authenticator answered, as WebAuthn has it. */
const response = z.looseObject({});

/**
 * Which of better-auth's routes are served, and who may call each (R5.1). What isn't here doesn't exist:
 * a new version of the library opens no door.
 */
export const AUTH_PATHS: readonly AuthPath[] = [
  { method: "GET", path: "/get-session", access: "anyone", summary: "Who is signed in" },
  {
    method: "POST",
    path: "/sign-up/email",
    access: "anyone",
    summary: "Makes an account with e-mail and password",
    body: z.object({ email, password, name: z.string() }),
    newPassword: "password",
  },
  {
    method: "POST",
    path: "/sign-in/email",
    access: "anyone",
    summary: "Signs in",
    body: z.object({ email, password: z.string() }),
  },
  {
    method: "POST",
    path: "/sign-in/social",
    access: "anyone",
    summary: "Signs in elsewhere",
    body: z.object({
      provider: z.enum(["github", "google"]),
      callbackURL: path,
      errorCallbackURL: path,
    }),
  },
  {
    method: "POST",
    path: "/sign-in/anonymous",
    access: "anyone",
    summary: "Begins without an account",
  },
  {
    method: "GET",
    path: "/callback/{provider}",
    access: "anyone",
    summary: "Comes back from elsewhere",
  },
  { method: "POST", path: "/sign-out", access: "anyone", summary: "Ends this session" },
  {
    method: "POST",
    path: "/request-password-reset",
    access: "anyone",
    summary: "Sends a link for a new password, where there is such an account",
    body: z.object({ email }),
  },
  {
    method: "POST",
    path: "/reset-password",
    access: "anyone",
    summary: "Sets a new password with a link’s token, and ends all sessions",
    body: z.object({ token: z.string(), newPassword: password }),
    newPassword: "newPassword",
  },
  {
    method: "POST",
    path: "/change-password",
    access: "member",
    summary: "Changes the password, and ends all other sessions",
    body: z.object({ currentPassword: z.string(), newPassword: password }),
    newPassword: "newPassword",
  },
  {
    method: "POST",
    path: "/update-user",
    access: "member",
    summary: "Changes the name",
    body: z.object({ name: z.string() }),
  },
  { method: "GET", path: "/list-sessions", access: "person", summary: "Own sessions" },
  {
    method: "POST",
    path: "/revoke-session",
    access: "person",
    summary: "Ends one of the own sessions",
    body: z.object({ token: z.string() }),
  },
  {
    method: "POST",
    path: "/revoke-other-sessions",
    access: "person",
    summary: "Ends the other ones",
  },
  { method: "GET", path: "/list-accounts", access: "member", summary: "Own ways of signing in" },
  {
    method: "POST",
    path: "/link-social",
    access: "member",
    summary: "Begins to add another service as a way of signing in, within a day of signing in",
    body: z.object({
      provider: z.enum(["github", "google"]),
      callbackURL: path,
      errorCallbackURL: path,
    }),
  },
  {
    method: "POST",
    path: "/unlink-account",
    access: "member",
    summary: "Removes a way of signing in, within a day of signing in; never the last",
    body: z.object({ accountId: z.string() }),
  },
  {
    method: "GET",
    path: "/passkey/generate-register-options",
    access: "member",
    summary: "Begins to add a passkey",
  },
  {
    method: "POST",
    path: "/passkey/verify-registration",
    access: "member",
    summary: "Adds a passkey",
    body: z.object({ response, name: z.string() }),
  },
  {
    method: "GET",
    path: "/passkey/generate-authenticate-options",
    access: "anyone",
    summary: "Begins to sign in with a passkey",
  },
  {
    method: "POST",
    path: "/passkey/verify-authentication",
    access: "anyone",
    summary: "Signs in with a passkey",
    body: z.object({ response }),
  },
  { method: "GET", path: "/passkey/list-user-passkeys", access: "member", summary: "Own passkeys" },
  {
    method: "POST",
    path: "/passkey/update-passkey",
    access: "member",
    summary: "Renames a passkey",
    body: z.object({ id: z.string(), name: z.string() }),
  },
  {
    method: "POST",
    path: "/passkey/delete-passkey",
    access: "member",
    summary: "Removes a passkey",
    body: z.object({ id: z.string() }),
  },
];

/** The rule for a request's method and path below `/api/auth`; `null` where nothing is served. */
export function authPathOf(method: string, path: string): AuthPath | null {
  return (
    AUTH_PATHS.find(
      (known) =>
        known.method === method &&
        new RegExp(`^${known.path.replaceAll(/\{\w+\}/g, "[\\w-]+")}$`).test(path),
    ) ?? null
  );
}
