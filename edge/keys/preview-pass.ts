import { z } from "zod";
import { deriveKey, plain, toBase64Url, utf8 } from "./seal.ts";
import { readClaim, signClaim } from "./signed-link.ts";

/** Who holds it may look at one hosted sandbox's preview until it is over. */
const passSchema = z.object({
  sandboxId: z.string(),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
  /** The mark of the password that is asked for first; `null`: none, or it was given. */
  password: z.string().nullable(),
});
export type PreviewPass = z.infer<typeof passSchema>;

const PASSES = "preview passes";

export interface PassOffice {
  sign(pass: PreviewPass): Promise<string>;
  /** `null` when it is forged, changed or over. */
  read(token: string, now: number): Promise<PreviewPass | null>;
  /** What a pass keeps of a password: without our key it can’t be tried out. */
  markOf(sandboxId: string, password: string): Promise<string>;
}

export const openPassOffice = (secret: string): PassOffice => ({
  sign: (pass) => signClaim(secret, PASSES, pass),
  read: (token, now) => readClaim(secret, PASSES, passSchema, token, now),
  markOf: async (sandboxId, password) => {
    const key = await deriveKey(utf8.encode(secret), "preview passwords", "sign");
    const text = plain(utf8.encode(`${sandboxId}\0${password}`));
    return toBase64Url(new Uint8Array(await crypto.subtle.sign("HMAC", key, text)));
  },
});
