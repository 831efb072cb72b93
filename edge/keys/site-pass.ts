import { z } from "zod";
import { readClaim, signClaim } from "./signed-link.ts";

/** Who holds it gave the password of one published site. */
const passSchema = z.object({
  publicationId: z.string(),
  /** The end of the password's hash: another password, and the pass is over. */
  mark: z.string(),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
});
export type SitePass = z.infer<typeof passSchema>;

const PASSES = "site passes";
const MARK_LENGTH = 16;

export interface SitePassOffice {
  sign(pass: SitePass): Promise<string>;
  /** `null` when it is forged, changed or over. */
  read(token: string, now: number): Promise<SitePass | null>;
}

/** What a pass keeps of a password's hash. */
export const markOfHash = (hash: string): string => hash.slice(-MARK_LENGTH);

export const openSitePassOffice = (secret: string): SitePassOffice => ({
  sign: (pass) => signClaim(secret, PASSES, pass),
  read: (token, now) => readClaim(secret, PASSES, passSchema, token, now),
});
