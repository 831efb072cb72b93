import type { KeyScope } from "../../shared/api/key-scope.ts";
import { KEY_SCOPES } from "../../shared/api/key-scope.ts";

/** What ours begin with, so that scanners for lost secrets know one. */
const MARK = "cv2web_";
/** Letters of a key that its list shows. */
const SHOWN = MARK.length + 4;

/** A new key out of 32 random bytes, and what of it may be shown later. */
export function apiKeyOf(random: Uint8Array): { readonly key: string; readonly start: string } {
  const letters = btoa(String.fromCharCode(...random));
  const key = MARK + letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return { key, start: key.slice(0, SHOWN) };
}

/**
 * The API key that a request carries, as `x-api-key` or as a bearer; `null` where there is none. Another
 * bearer (the operator’s token) isn’t one.
 */
export function apiKeyIn(headers: Headers): string | null {
  const given = headers.get("x-api-key");
  if (given !== null) return given.trim();
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  return bearer?.startsWith(MARK) ? bearer : null;
}

/** Scopes as they are kept. */
export const scopesText = (scopes: readonly KeyScope[]): string =>
  KEY_SCOPES.filter((scope) => scopes.includes(scope)).join(" ");

/** Scopes out of what is kept; words that mean nothing today open nothing. */
export const scopesIn = (kept: string): readonly KeyScope[] => {
  const words = kept.split(" ");
  return KEY_SCOPES.filter((scope) => words.includes(scope));
};
