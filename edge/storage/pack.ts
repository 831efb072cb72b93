import { deflateRaw, inflateRaw } from "node:zlib";

/** How a content is written: one byte that says how, then the bytes, deflated where that makes them fewer. */
const RAW = 0;
const DEFLATED = 1;

/** Packs a content; pictures and fonts, which are compressed already, stay as they are. */
export async function pack(bytes: Uint8Array): Promise<Uint8Array> {
  const deflated = await finished((done) => deflateRaw(bytes, done));
  const smaller = deflated.length < bytes.length;
  const body = smaller ? deflated : bytes;
  const packed = new Uint8Array(body.length + 1);
  packed[0] = smaller ? DEFLATED : RAW;
  packed.set(body, 1);
  return packed;
}

/** The content again. @throws when it isn't what `pack` wrote */
export async function unpack(packed: Uint8Array): Promise<Uint8Array> {
  const body = packed.subarray(1);
  if (packed[0] === RAW) return body;
  if (packed[0] !== DEFLATED) throw new Error(`Blobs aren’t written in way ${packed[0]}.`);
  return finished((done) => inflateRaw(body, done));
}

/** Zlib's own calls, at once: as web streams a small file's would take ten times as long. */
const finished = (
  work: (done: (error: Error | null, bytes: Uint8Array) => void) => void,
): Promise<Uint8Array> =>
  new Promise((settle, reject) => work((error, bytes) => (error ? reject(error) : settle(bytes))));
