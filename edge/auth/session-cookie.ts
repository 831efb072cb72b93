import { fromBase64Url, plain, utf8 } from "../keys/seal.ts";

/** The session's cookie; with the prefix where the app is served over https. */
const NAME = "cv2web.session_token";
const SECURE_NAME = `__Secure-${NAME}`;

/** Whether a request carries a session's cookie at all. */
export const hasSessionCookie = (request: Request): boolean =>
  /(?:^|;\s*)(?:__Secure-)?cv2web\.session_token=/.test(request.headers.get("cookie") ?? "");

/**
 * The session's token out of its cookie as better-auth signs it: `token.signature`, percent-encoded, the
 * signature HMAC-SHA-256 in base64. `null` where there is none, or where it isn't signed with this secret.
 * @param secret AUTH_SECRET; without one no session holds
 * @param isSecure whether the app's origin is https: then only the cookie with the prefix counts
 */
export async function sessionTokenOf(
  request: Request,
  secret: string,
  isSecure: boolean,
): Promise<string | null> {
  const value = cookieOf(request.headers.get("cookie") ?? "", isSecure ? SECURE_NAME : NAME);
  const [, token, signature] = /^(.+)\.([A-Za-z0-9+/]{43})=$/.exec(value ?? "") ?? [];
  if (token === undefined || signature === undefined || secret === "") return null;
  const key = await crypto.subtle.importKey(
    "raw",
    plain(utf8.encode(secret)),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["verify"],
  );
  const isOurs = await crypto.subtle.verify(
    "HMAC",
    key,
    plain(fromBase64Url(signature)),
    plain(utf8.encode(token)),
  );
  return isOurs ? token : null;
}

/** A cookie's value, decoded; of several the first, as better-auth reads them. */
function cookieOf(header: string, name: string): string | null {
  const found = header
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  if (found === undefined) return null;
  try {
    return decodeURIComponent(found);
  } catch {
    return null;
  }
}
