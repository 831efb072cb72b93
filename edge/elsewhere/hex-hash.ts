/** The SHA-1 in hex of a header and a content: how Git, Netlify and Vercel name contents. */
export async function hexHash(header: string, bytes: Uint8Array): Promise<string> {
  const head = new TextEncoder().encode(header);
  const whole = new Uint8Array(head.length + bytes.length);
  whole.set(head);
  whole.set(bytes, head.length);
  const digest = await crypto.subtle.digest("SHA-1", whole);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
