import { plain, utf8 } from "../keys/seal.ts";

/** What is kept of an API key: its SHA-256. It has 256 bits of chance, so nothing slower is needed. */
export const keyHashOf = async (key: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", plain(utf8.encode(key))));
