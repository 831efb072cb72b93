/**
 * Tells one content from another, fast and without waiting (WebCrypto is asynchronous): two FNV-1a
 * passes of 32 bits with different offsets, and the length. Not for secrets: a person who forges a
 * collision fools only their own preview.
 */
export function contentHash(text: string): string {
  let first = 0x811c9dc5;
  let second = 0xc9dc5118;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ (unit + index), 0x01000193);
  }
  return `${(first >>> 0).toString(36)}-${(second >>> 0).toString(36)}-${text.length.toString(36)}`;
}

/** The same for any content, as a part of a file's name: 10 characters of [0-9a-z]. */
export function bytesHash(content: string | Uint8Array): string {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  let first = 0x811c9dc5;
  let second = 0xc9dc5118 ^ bytes.length;
  for (const [index, byte] of bytes.entries()) {
    first = Math.imul(first ^ byte, 0x01000193);
    second = Math.imul(second ^ (byte + index), 0x01000193);
  }
  const part = (value: number) => (value >>> 0).toString(36).padStart(7, "0");
  return (part(first) + part(second)).slice(2, 12);
}
