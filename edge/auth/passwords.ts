import { randomBytes, timingSafeEqual } from "node:crypto";
import { deriveKey, type DeriveKey } from "./derive-key.ts";

const MARK = "s1";

/**
 * Hashes and checks passwords with a pepper (R5.11): without it a stolen table of hashes can't be
 * tried against a list of passwords. A changed pepper makes every password wrong.
 * @param deriveFrom where keys are derived, which is what takes the time
 */
export function passwordsWith(pepper: string, deriveFrom: DeriveKey = deriveKey) {
  const prepared = async (password: string): Promise<Uint8Array> => {
    const key = await crypto.subtle.importKey(
      "raw",
      new TextEncoder().encode(pepper),
      { name: "HMAC", hash: "SHA-256" },
      false,
      ["sign"],
    );
    const text = new TextEncoder().encode(password.normalize("NFKC"));
    return new Uint8Array(await crypto.subtle.sign("HMAC", key, text));
  };
  const derive = async (password: string, salt: Uint8Array): Promise<Uint8Array> =>
    deriveFrom(await prepared(password), salt);
  return {
    hash: async (password: string): Promise<string> => {
      const salt = randomBytes(16);
      const key = await derive(password, salt);
      return [MARK, salt.toString("base64url"), Buffer.from(key).toString("base64url")].join("$");
    },
    verify: async (given: { hash: string; password: string }): Promise<boolean> => {
      const [mark, salt, key] = given.hash.split("$");
      if (mark !== MARK || !salt || !key) return false;
      const wanted = Buffer.from(key, "base64url");
      const made = await derive(given.password, Buffer.from(salt, "base64url"));
      return made.length === wanted.length && timingSafeEqual(made, wanted);
    },
  };
}

export type Passwords = ReturnType<typeof passwordsWith>;
