import { isbot } from "isbot";
import { VISIT_LIMITS } from "../../shared/limits.ts";

export type Device = "phone" | "tablet" | "desktop";

/** What a request for a page says of its visit. None of it names anybody. */
export interface VisitFacts {
  /** The host of the page that led here; `null`: none, or the site itself. */
  readonly referrer: string | null;
  /** ISO 3166-1, two letters; `null` where it isn’t known. */
  readonly country: string | null;
  readonly device: Device;
}

/**
 * What is counted of a request for a page; `null` where nobody looks at it: a machine, a browser that
 * fetches ahead, a frame or a script. A visitor who comes from the app itself is the owner.
 * @param ownHosts of the site and of the app
 */
export function visitOf(
  headers: Headers,
  ownHosts: { readonly site: string; readonly app: string },
): VisitFacts | null {
  const agent = headers.get("user-agent") ?? "";
  if (agent === "" || isbot(agent)) return null;
  const purpose = `${headers.get("sec-purpose") ?? ""} ${headers.get("purpose") ?? ""}`;
  if (/prefetch|prerender|preview/i.test(purpose)) return null;
  if (!["document", null].includes(headers.get("sec-fetch-dest"))) return null;
  const from = hostOf(headers.get("referer"));
  if (from !== null && from === ownHosts.app) return null;
  return {
    referrer: from === ownHosts.site ? null : from,
    country: countryIn(headers),
    device: deviceOf(agent, headers.get("sec-ch-ua-mobile")),
  };
}

/** The host of an address of the web, without `www.`; `null` for all else. */
export function hostOf(address: string | null): string | null {
  if (address === null || !/^https?:/i.test(address) || !URL.canParse(address)) return null;
  return new URL(address).host.replace(/^www\./, "").slice(0, VISIT_LIMITS.targetLetters) || null;
}

/** As Cloudflare’s edge says it; `XX` and `T1` (Tor) are no countries. */
function countryIn(headers: Headers): string | null {
  const code = headers.get("cf-ipcountry")?.toUpperCase() ?? "";
  return /^[A-Z]{2}$/.test(code) && code !== "XX" ? code : null;
}

function deviceOf(agent: string, isMobile: string | null): Device {
  if (/iPad|Tablet|Kindle|Silk|PlayBook/i.test(agent)) return "tablet";
  if (/Android/i.test(agent) && !/Mobile/i.test(agent)) return "tablet";
  if (isMobile === "?1" || /iPhone|iPod|Mobile|Android/i.test(agent)) return "phone";
  return "desktop";
}

/**
 * A link that was followed, as it is counted: an address of the web without what stands behind `?` and
 * `#`; `mailto:` and `tel:` without whose; a file of the site by its path. `null` for all else.
 */
export function clickedLink(raw: string, siteUrl: string): string | null {
  if (!URL.canParse(raw, siteUrl)) return null;
  const url = new URL(raw, siteUrl);
  if (url.protocol === "mailto:" || url.protocol === "tel:") return url.protocol;
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  const isOwn = url.host === new URL(siteUrl).host;
  const target = isOwn ? url.pathname : `${url.protocol}//${url.host}${url.pathname}`;
  return target.slice(0, VISIT_LIMITS.targetLetters);
}

/** `2026-11-21` of a moment in epoch milliseconds, UTC. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
