import { z } from "zod";
import { deriveKey, fromBase64Url, plain, toBase64Url, utf8 } from "./seal.ts";

/** What a link stands for: ids that tell nothing to whoever sees the address. */
const claimSchema = z.object({
  personId: z.string(),
  portfolioRowId: z.string(),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
});
export type LinkClaim = z.infer<typeof claimSchema>;

const LINKS = "download links";

/** A token for a download that needs no session, until it expires. */
export const signLink = (secret: string, claim: LinkClaim): Promise<string> =>
  signClaim(secret, LINKS, claim);

/** What a token stands for; `null` when it is forged, changed or over. */
export const readLink = (secret: string, token: string, now: number): Promise<LinkClaim | null> =>
  readClaim(secret, LINKS, claimSchema, token, now);

const signingKey = (secret: string, purpose: string) =>
  deriveKey(utf8.encode(secret), purpose, "sign");

/** A token that only this service can have made; tokens of one purpose don't serve another. */
export async function signClaim(secret: string, purpose: string, claim: object): Promise<string> {
  const body = toBase64Url(utf8.encode(JSON.stringify(claim)));
  const key = await signingKey(secret, purpose);
  const signature = await crypto.subtle.sign("HMAC", key, plain(utf8.encode(body)));
  return `${body}.${toBase64Url(new Uint8Array(signature))}`;
}

/** What a token of this purpose stands for; `null` when it is forged, changed or over. */
export async function readClaim<T extends { readonly expiresAt: number }>(
  secret: string,
  purpose: string,
  schema: z.ZodType<T>,
  token: string,
  now: number,
): Promise<T | null> {
  const [body = "", signature = ""] = token.split(".");
  try {
    const isOurs = await crypto.subtle.verify(
      "HMAC",
      await signingKey(secret, purpose),
      plain(fromBase64Url(signature)),
      plain(utf8.encode(body)),
    );
    if (!isOurs) return null;
    const claim = schema.parse(JSON.parse(utf8.decode(fromBase64Url(body))));
    return claim.expiresAt > now ? claim : null;
  } catch {
    // Not even base64, or not our shape: as good as forged.
    return null;
  }
}
