/** How old a signature may be, in milliseconds: calls between our own parts take no longer (R5.11). */
const FRESH_MS = 60_000;

/** Headers that prove to another of our own parts that a call is ours. */
export async function signatureHeaders(
  key: string,
  method: string,
  path: string,
  now: number,
): Promise<Record<string, string>> {
  return {
    "x-cv2web-time": String(now),
    "x-cv2web-signature": await sign(key, `${method} ${path} ${now}`),
  };
}

/** True for a request signed with this key within the last minute. */
export async function isSigned(
  request: Request,
  key: string | undefined,
  now: number,
): Promise<boolean> {
  const time = Number(request.headers.get("x-cv2web-time"));
  const given = request.headers.get("x-cv2web-signature") ?? "";
  if (!key || !Number.isFinite(time) || Math.abs(now - time) > FRESH_MS) return false;
  const wanted = await sign(key, `${request.method} ${new URL(request.url).pathname} ${time}`);
  if (given.length !== wanted.length) return false;
  let difference = 0;
  for (let i = 0; i < wanted.length; i++) difference |= given.charCodeAt(i) ^ wanted.charCodeAt(i);
  return difference === 0;
}

async function sign(key: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const secret = await crypto.subtle.importKey(
    "raw",
    encoder.encode(key),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", secret, encoder.encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
