import type { Database } from "../db/open-database.ts";
import { findStored, type StoredBlob } from "../db/rows/blob-rows.ts";
import type { PersonKey } from "../keys/person-key.ts";
import { unpack } from "./pack.ts";

/** A content by its key; `null` where it isn't kept. */
export interface ReadContent {
  readonly key: string;
  readonly bytes: Uint8Array | null;
}

/** Where one person's contents lie, and the key that opens them. */
interface Shelf {
  readonly bucket: {
    get(name: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
  };
  readonly database: Database;
  readonly key: PersonKey;
}

/**
 * Contents fetched at the same time: as many as a worker has connections
 * (https://developers.cloudflare.com/workers/platform/limits/#simultaneous-open-connections); of large
 * ones, in bytes, fewer.
 */
const AHEAD = 6;
const AHEAD_BYTES = 8_000_000;

/** Contents in the order of their keys: found by one query, fetched some at a time ahead of who takes them. */
export async function* readBlobs(
  shelf: Shelf,
  keys: readonly string[],
  idOf: (key: string) => Promise<string>,
): AsyncGenerator<ReadContent> {
  const ids = await Promise.all(keys.map(idOf));
  const found = await findStored(shelf.database, [...new Set(ids)]);
  const rows = new Map(found.map((row) => [row.id, row]));
  const ahead: { readonly bytes: Promise<Uint8Array | null>; readonly size: number }[] = [];
  let aheadBytes = 0;
  let next = 0;
  const hasRoom = () => ahead.length === 0 || (ahead.length < AHEAD && aheadBytes < AHEAD_BYTES);
  for (const key of keys) {
    while (next < ids.length && hasRoom()) {
      const row = rows.get(ids[next++]!);
      const bytes = row ? fetchOne(shelf, row) : Promise.resolve(null);
      // Whoever takes it hears of it; who stops before that doesn't want to know.
      bytes.catch(() => undefined);
      ahead.push({ bytes, size: row?.size ?? 0 });
      aheadBytes += row?.size ?? 0;
    }
    const first = ahead.shift()!;
    aheadBytes -= first.size;
    yield { key, bytes: await first.bytes };
  }
}

async function fetchOne(
  { bucket, key }: Shelf,
  { id, objectName }: StoredBlob,
): Promise<Uint8Array | null> {
  const object = await bucket.get(objectName);
  if (!object) return null;
  const packed = await key.unseal(new Uint8Array(await object.arrayBuffer()), `blob ${id}`);
  return packed && unpack(packed);
}
