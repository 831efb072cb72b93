/** How a content is written: one byte that says how, then the bytes, deflated where that makes them fewer. */
const RAW = 0;
const DEFLATED = 1;

/** Packs a content; pictures and fonts, which are compressed already, stay as they are. */
export async function pack(bytes: Uint8Array): Promise<Uint8Array> {
  const deflated = await through(bytes, new CompressionStream("deflate-raw"));
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
  return through(body, new DecompressionStream("deflate-raw"));
}

async function through(
  bytes: Uint8Array,
  transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(transform);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
