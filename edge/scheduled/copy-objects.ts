export interface CopySettings {
  readonly from: R2Bucket;
  readonly to: R2Bucket;
  /** Stands before a key in `to`. */
  readonly prefix: string;
  /** Begins after this key of `from`; empty for the first. */
  readonly after: string;
  /** Keys of `from` to look at. */
  readonly limit: number;
  /** What `from` no longer has goes from `to`, once it is older than this; `null` keeps it. */
  readonly dropOlderThan: Date | null;
}

/**
 * Copies the objects that `to` lacks, in the order of their keys; contents never change under a key, so
 * what is there is left alone.
 * @returns the key to go on after, or `null` at the end
 */
export async function copyObjects(settings: CopySettings): Promise<string | null> {
  const { from, to, prefix, after, limit, dropOlderThan } = settings;
  const page = await from.list({ startAfter: after, limit: Math.min(limit, 1_000) });
  const wanted = new Set(page.objects.map(({ key }) => key));
  const last = page.truncated ? page.objects.at(-1)!.key : null;
  const there = new Set<string>();
  const gone: string[] = [];
  for await (const object of objectsBetween(to, prefix, after, last)) {
    const key = object.key.slice(prefix.length);
    there.add(key);
    const isOld = dropOlderThan !== null && object.uploaded < dropOlderThan;
    if (!wanted.has(key) && isOld) gone.push(object.key);
  }
  for (const key of wanted) {
    if (there.has(key)) continue;
    const object = await from.get(key);
    // It was deleted since it was listed.
    if (!object) continue;
    await to.put(prefix + key, await object.arrayBuffer());
  }
  if (gone.length > 0) await to.delete(gone);
  const left = limit - page.objects.length;
  if (last === null) return null;
  return left > 0 ? copyObjects({ ...settings, after: last, limit: left }) : last;
}

/** Objects of a bucket below a prefix, from after one key to another (`null`: to the end). */
async function* objectsBetween(
  bucket: R2Bucket,
  prefix: string,
  after: string,
  last: string | null,
): AsyncGenerator<R2Object> {
  let startAfter = prefix + after;
  for (;;) {
    const page = await bucket.list({ prefix, startAfter });
    for (const object of page.objects) {
      if (last !== null && object.key > prefix + last) return;
      yield object;
    }
    if (!page.truncated) return;
    startAfter = page.objects.at(-1)!.key;
  }
}
