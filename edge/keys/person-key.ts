import { deriveKey, plain, seal, toBase64Url, unseal, utf8 } from "./seal.ts";

/** What can be done under one person's key. */
export interface PersonKey {
  /** Encrypts; `name` says what and whose it is, and must be the same when opened. */
  seal(bytes: Uint8Array, name: string): Promise<Uint8Array>;
  /** `null` when it was changed, or isn't what `name` says. */
  unseal(sealed: Uint8Array, name: string): Promise<Uint8Array | null>;
  sealJson(value: unknown, name: string): Promise<Uint8Array>;
  /** @throws when it was changed: a row under this person's key is broken or swapped */
  unsealJson(sealed: Uint8Array, name: string): Promise<unknown>;
  /** An id that tells nothing of what it stands for: a keyed hash of it, 43 characters. */
  idOf(kind: string, text: string): Promise<string>;
}

/** Opens a person's data key (32 bytes): one key to encrypt, one to make ids. */
export async function openPersonKey(dataKey: Uint8Array): Promise<PersonKey> {
  const content = await deriveKey(dataKey, "content", "encrypt");
  const ids = await deriveKey(dataKey, "ids", "sign");
  return {
    seal: (bytes, name) => seal(content, bytes, name),
    unseal: (sealed, name) => unseal(content, sealed, name),
    sealJson: (value, name) => seal(content, utf8.encode(JSON.stringify(value)), name),
    unsealJson: async (sealed, name) => {
      const bytes = await unseal(content, sealed, name);
      if (bytes === null) throw new Error(`“${name}” can’t be opened with its owner’s key.`);
      return JSON.parse(utf8.decode(bytes)) as unknown;
    },
    idOf: async (kind, text) => {
      const bytes = plain(utf8.encode(`${kind}\0${text}`));
      return toBase64Url(new Uint8Array(await crypto.subtle.sign("HMAC", ids, bytes)));
    },
  };
}
