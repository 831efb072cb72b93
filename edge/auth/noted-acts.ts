import type { AuthPath } from "./auth-paths.ts";

/** What the audit log says of better-auth's routes; what isn't here isn't noted. */
const ACTS: Readonly<Record<string, string>> = {
  "/sign-up/email": "sign-up",
  "/sign-in/email": "sign-in",
  "/passkey/verify-authentication": "sign-in-with-passkey",
  "/callback/{provider}": "sign-in-with-service",
  "/sign-out": "sign-out",
  "/request-password-reset": "password-reset-asked",
  "/reset-password": "password-reset",
  "/change-password": "password-change",
  "/passkey/verify-registration": "passkey-added",
  "/passkey/update-passkey": "passkey-renamed",
  "/passkey/delete-passkey": "passkey-removed",
  "/link-social": "service-link-begun",
  "/unlink-account": "service-unlinked",
  "/revoke-session": "session-ended",
  "/revoke-other-sessions": "other-sessions-ended",
};

/** The act's name; `null` where nothing is noted. */
export const actOf = ({ path }: AuthPath): string | null => ACTS[path] ?? null;
