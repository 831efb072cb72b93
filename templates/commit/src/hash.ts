/**
 * Seven hexadecimal digits that stand for these texts: FNV-1a, 32 bit, as short as git shows a
 * commit. The same texts give the same digits everywhere, so a link to an entry lasts.
 */
export function hash(...texts: (string | undefined)[]): string {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(texts.map((text) => text ?? "").join("\0"))) {
    value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, "0").slice(0, 7);
}
