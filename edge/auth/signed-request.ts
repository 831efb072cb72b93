/** How old a signature may be, in milliseconds (R5.11): clocks of our parts may differ by as much. */
const FRESH_MS = 5 * 60_000;

/** What a signature is of: a call, whole. */
export interface SignedCall {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** Headers that prove to another of our own parts that a call is ours. */
export async function signatureHeaders(
  key: string,
  call: SignedCall,
  now: number,
): Promise<Record<string, string>> {
  const body =
    typeof call.body === "string" ? new Uint8Array(new TextEncoder().encode(call.body)) : call.body;
  return {
    "x-cv2web-time": String(now),
    "x-cv2web-signature": await sign(key, await textOf(call.method, call.path, now, body)),
  };
}

/** True for a request signed with this key within the last five minutes, as it was sent. */
export async function isSigned(
  request: Request,
  key: string | undefined,
  now: number,
): Promise<boolean> {
  const time = Number(request.headers.get("x-cv2web-time"));
  const given = request.headers.get("x-cv2web-signature") ?? "";
  if (!key || !given || !Number.isFinite(time) || Math.abs(now - time) > FRESH_MS) return false;
  const { pathname, search } = new URL(request.url);
  const body = request.body ? new Uint8Array(await request.clone().arrayBuffer()) : undefined;
  const wanted = await sign(key, await textOf(request.method, pathname + search, time, body));
  if (given.length !== wanted.length) return false;
  let difference = 0;
  for (let i = 0; i < wanted.length; i++) difference |= given.charCodeAt(i) ^ wanted.charCodeAt(i);
  return difference === 0;
}

async function textOf(
  method: string,
  path: string,
  time: number,
  body: Uint8Array<ArrayBuffer> = new Uint8Array(),
): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", body);
  return `${method} ${path} ${time} ${hex(new Uint8Array(digest))}`;
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

async function sign(key: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const secret = await crypto.subtle.importKey(
    "raw",
    encoder.encode(key),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return hex(new Uint8Array(await crypto.subtle.sign("HMAC", secret, encoder.encode(text))));
}
