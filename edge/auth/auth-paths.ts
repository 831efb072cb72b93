import type { Access, Method } from "../../shared/api/endpoint.ts";

export interface AuthPath {
  readonly method: Method;
  /** Below `/api/auth`. */
  readonly path: string;
  readonly access: Extract<Access, string>;
  readonly summary: string;
  /** Its body has a new password, under this name. */
  readonly newPassword?: string;
}

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
    newPassword: "password",
  },
  { method: "POST", path: "/sign-in/email", access: "anyone", summary: "Signs in" },
  { method: "POST", path: "/sign-in/social", access: "anyone", summary: "Signs in elsewhere" },
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
  },
  {
    method: "POST",
    path: "/reset-password",
    access: "anyone",
    summary: "Sets a new password with a link’s token, and ends all sessions",
    newPassword: "newPassword",
  },
  {
    method: "POST",
    path: "/change-password",
    access: "member",
    summary: "Changes the password, and ends all other sessions",
    newPassword: "newPassword",
  },
  { method: "POST", path: "/update-user", access: "member", summary: "Changes the name" },
  { method: "GET", path: "/list-sessions", access: "person", summary: "Own sessions" },
  {
    method: "POST",
    path: "/revoke-session",
    access: "person",
    summary: "Ends one of the own sessions",
  },
  {
    method: "POST",
    path: "/revoke-other-sessions",
    access: "person",
    summary: "Ends the other ones",
  },
  { method: "GET", path: "/list-accounts", access: "member", summary: "Own ways of signing in" },
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
  },
  { method: "GET", path: "/passkey/list-user-passkeys", access: "member", summary: "Own passkeys" },
  {
    method: "POST",
    path: "/passkey/update-passkey",
    access: "member",
    summary: "Renames a passkey",
  },
  {
    method: "POST",
    path: "/passkey/delete-passkey",
    access: "member",
    summary: "Removes a passkey",
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
