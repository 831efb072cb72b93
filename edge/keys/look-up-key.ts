import { deriveKey, fromBase64Url, plain, sealWith, toBase64Url, unseal, utf8 } from "./seal.ts";

/**
 * Encryption for what must be found again by its text (an account's e-mail address): the same text
 * gives the same ciphertext, and nothing else is told by it.
 */
export interface LookUpKey {
  /** `e1.` and base64url. What is sealed already stays as it is. */
  seal(text: string): Promise<string>;
  /** The text; what isn't sealed stays as it is. @throws when it was changed */
  open(sealed: string): Promise<string>;
}

const MARK = "e1.";
const IV_BYTES = 12;

/**
 * Synthetic IV: AES-GCM with the first 96 bits of HMAC-SHA-256 of the text as IV, after RFC 5297's
 * idea. Two texts would share an IV once in 2^96.
 */
export async function openLookUpKey(dataKey: Uint8Array): Promise<LookUpKey> {
  const content = await deriveKey(dataKey, "look-up content", "encrypt");
  const index = await deriveKey(dataKey, "look-up index", "sign");
  return {
    seal: async (text) => {
      if (text.startsWith(MARK)) return text;
      const bytes = utf8.encode(text);
      const hash = new Uint8Array(await crypto.subtle.sign("HMAC", index, plain(bytes)));
      const sealed = await sealWith(content, hash.slice(0, IV_BYTES), bytes, MARK);
      return MARK + toBase64Url(sealed);
    },
    open: async (sealed) => {
      if (!sealed.startsWith(MARK)) return sealed;
      const bytes = await unseal(content, fromBase64Url(sealed.slice(MARK.length)), MARK);
      if (bytes === null) throw new Error("An address can’t be opened with the service’s key.");
      return utf8.decode(bytes);
    },
  };
}
