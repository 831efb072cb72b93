import { scrypt } from "node:crypto";

/** scrypt's cost (RFC 7914): 16 MiB · 2, as better-auth has it; `README.md` has its time. */
const COST = { N: 16_384, r: 16, p: 1 } as const;
const KEY_BYTES = 64;

/** Bytes of what is derived from: a password under the pepper (HMAC-SHA-256). */
const SECRET_BYTES = 32;

/** 64 bytes out of a secret of 32 bytes and a salt. */
export type DeriveKey = (secret: Uint8Array, salt: Uint8Array) => Promise<Uint8Array>;

/** Here: on Node's thread pool, in workerd on the one thread that serves everything. */
export const deriveKey: DeriveKey = (secret, salt) =>
  new Promise((settle, reject) =>
    scrypt(secret, salt, KEY_BYTES, { ...COST, maxmem: 256 * COST.N * COST.r }, (error, key) =>
      error ? reject(error) : settle(key),
    ),
  );

interface Elsewhere {
  fetch(
    url: string,
    request: { readonly method: "POST"; readonly body: Uint8Array<ArrayBuffer> },
  ): Promise<Response>;
}

/** Elsewhere, by one request of secret and salt; here after all where that fails. */
export const deriveKeyAt =
  (elsewhere: Elsewhere): DeriveKey =>
  async (secret, salt) => {
    const body = new Uint8Array(secret.length + salt.length);
    body.set(secret);
    body.set(salt, secret.length);
    try {
      const answer = await elsewhere.fetch("http://key-deriver/", { method: "POST", body });
      const key = new Uint8Array(await answer.arrayBuffer());
      if (answer.ok && key.length === KEY_BYTES) return key;
    } catch {
      // It is beside us to be quick, and nobody is kept from signing in because it is away.
    }
    return deriveKey(secret, salt);
  };

/** What `deriveKeyAt` asks. */
export async function answerDeriveKey(request: {
  arrayBuffer(): Promise<ArrayBuffer>;
}): Promise<Response> {
  const body = new Uint8Array(await request.arrayBuffer());
  const key = await deriveKey(body.subarray(0, SECRET_BYTES), body.subarray(SECRET_BYTES));
  return new Response(key as Uint8Array<ArrayBuffer>);
}
