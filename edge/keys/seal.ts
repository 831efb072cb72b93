/** AES-256-GCM (NIST SP 800-38D) with a random 96-bit IV in front. */
const IV_BYTES = 12;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** WebCrypto wants bytes that aren't shared memory; ours never are. */
export const plain = (bytes: Uint8Array) => bytes as Uint8Array<ArrayBuffer>;

/** Encrypts; `name` is bound to it, so that a ciphertext can't be passed off as another's. */
export async function seal(key: CryptoKey, bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  return sealWith(key, iv, bytes, name);
}

/** The same with an IV of the caller's; two contents under one IV would betray both. */
export async function sealWith(
  key: CryptoKey,
  iv: Uint8Array,
  bytes: Uint8Array,
  name: string,
): Promise<Uint8Array> {
  const algorithm = { name: "AES-GCM", iv: plain(iv), additionalData: encoder.encode(name) };
  const sealed = await crypto.subtle.encrypt(algorithm, key, plain(bytes));
  const whole = new Uint8Array(IV_BYTES + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), IV_BYTES);
  return whole;
}

/** Opens what was sealed under this name; `null` when it was changed, or sealed by another key. */
export async function unseal(
  key: CryptoKey,
  sealed: Uint8Array,
  name: string,
): Promise<Uint8Array | null> {
  const iv = plain(sealed.subarray(0, IV_BYTES));
  const algorithm = { name: "AES-GCM", iv, additionalData: encoder.encode(name) };
  try {
    const bytes = await crypto.subtle.decrypt(algorithm, key, plain(sealed.subarray(IV_BYTES)));
    return new Uint8Array(bytes);
  } catch {
    return null;
  }
}

export const toBase64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

export const fromBase64Url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

/** A key for one purpose out of 32 random bytes (HKDF-SHA-256, RFC 5869). */
export async function deriveKey(
  raw: Uint8Array,
  purpose: string,
  kind: "encrypt" | "sign",
): Promise<CryptoKey> {
  const source = await crypto.subtle.importKey("raw", plain(raw), "HKDF", false, ["deriveKey"]);
  const algorithm = {
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(),
    info: encoder.encode(`cv2web ${purpose}`),
  };
  return kind === "encrypt"
    ? crypto.subtle.deriveKey(algorithm, source, { name: "AES-GCM", length: 256 }, false, [
        "encrypt",
        "decrypt",
      ])
    : crypto.subtle.deriveKey(
        algorithm,
        source,
        { name: "HMAC", hash: "SHA-256", length: 256 },
        false,
        ["sign", "verify"],
      );
}

export const utf8 = {
  encode: (text: string): Uint8Array => encoder.encode(text),
  decode: (bytes: Uint8Array): string => decoder.decode(bytes),
};
