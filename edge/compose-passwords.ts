import { deriveKey, deriveKeyAt } from "./auth/derive-key.ts";
import { passwordsWith, type Passwords } from "./auth/passwords.ts";
import type { Env } from "./env.ts";

/** Passwords under the operator's pepper; hashed beside the serving thread where there is such a place. */
export const passwordsOf = (env: Pick<Env, "PASSWORD_PEPPER" | "KEY_DERIVER">): Passwords =>
  passwordsWith(
    env.PASSWORD_PEPPER ?? "",
    env.KEY_DERIVER ? deriveKeyAt(env.KEY_DERIVER) : deriveKey,
  );
