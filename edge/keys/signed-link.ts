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

const signingKey = (secret: string) => deriveKey(utf8.encode(secret), "download links", "sign");

/** A token for a download that needs no session, until it expires. */
export async function signLink(secret: string, claim: LinkClaim): Promise<string> {
  const body = toBase64Url(utf8.encode(JSON.stringify(claim)));
  const key = await signingKey(secret);
  const signature = await crypto.subtle.sign("HMAC", key, plain(utf8.encode(body)));
  return `${body}.${toBase64Url(new Uint8Array(signature))}`;
}

/** What a token stands for; `null` when it is forged, changed or over. */
export async function readLink(
  secret: string,
  token: string,
  now: number,
): Promise<LinkClaim | null> {
  const [body = "", signature = ""] = token.split(".");
  try {
    const isOurs = await crypto.subtle.verify(
      "HMAC",
      await signingKey(secret),
      plain(fromBase64Url(signature)),
      plain(utf8.encode(body)),
    );
    if (!isOurs) return null;
    const claim = claimSchema.parse(JSON.parse(utf8.decode(fromBase64Url(body))));
    return claim.expiresAt > now ? claim : null;
  } catch {
    // Not even base64, or not our shape: as good as forged.
    return null;
  }
}
