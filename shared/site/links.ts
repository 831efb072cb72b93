import { decodeHTML } from "entities";
import { URL } from "./web-standard.ts";

/** What is wrong with a link; the first two keep a site from being published (R6.1). */
export type LinkProblem = "scheme" | "private" | "dead";

export interface JudgedLink {
  readonly url: string;
  readonly problem: Exclude<LinkProblem, "dead"> | null;
  /** Whether somebody could ask for it, to see if it answers. */
  readonly isWeb: boolean;
}

const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:", "sms:", "geo:"]);
/** Names that are only known inside a house or a machine (RFC 6761, RFC 6762, RFC 8375, ICANN’s “internal”). */
const INSIDE = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)\.?$/;

/** IPv4 networks that aren’t the public internet (IANA’s special-purpose registry): address and bits. */
const PRIVATE_V4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
];

const numberOf = (address: string) =>
  address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

function isPrivateV4(host: string): boolean {
  const address = numberOf(host);
  return PRIVATE_V4.some(([network, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(address / size) === Math.floor(numberOf(network) / size);
  });
}

/** Of an address as `URL` writes it: all but global unicast (2000::/3), and what stands for IPv4 in it. */
function isPrivateV6(host: string): boolean {
  const first = parseInt(host.slice(1).split(":")[0] || "0", 16);
  const isGlobal = first >= 0x2000 && first <= 0x3fff;
  // 6to4, Teredo and documentation carry or stand for other addresses.
  return !isGlobal || first === 0x2002 || /^\[2001:(?:0:|:|db8:)/.test(host);
}

/**
 * Whether a host, as `URL` writes it, is on a machine or in a house rather than on the internet. Judged
 * by its name alone: what a public name resolves to isn’t looked at.
 */
export function isPrivateHost(host: string): boolean {
  if (host === "") return true;
  if (host.startsWith("[")) return isPrivateV6(host);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isPrivateV4(host);
  return INSIDE.test(host) || !host.replace(/\.$/, "").includes(".");
}

/** Judges a link as a browser would follow it from a published page; `null` for one within the site. */
export function judgeLink(raw: string): JudgedLink | null {
  // Browsers drop these before they look at the scheme (WHATWG URL, 4.4).
  const text = raw.replace(/[\t\n\r]/g, "").trim();
  if (text === "" || /^[#?]/.test(text)) return null;
  if (text.startsWith("//")) return judgeUrl(`https:${text}`, raw);
  return /^[a-z][a-z0-9+.-]*:/i.test(text) ? judgeUrl(text, raw) : null;
}

function judgeUrl(text: string, url: string): JudgedLink {
  const bad = { url, problem: "scheme", isWeb: false } as const;
  if (!URL.canParse(text)) return bad;
  const { protocol, hostname } = new URL(text);
  if (!SCHEMES.has(protocol)) return bad;
  const isWeb = /^https?:$/.test(protocol);
  const isPrivate = isWeb && isPrivateHost(hostname);
  return { url, problem: isPrivate ? "private" : null, isWeb: isWeb && !isPrivate };
}

const TAG = /<(?:a|area|form|iframe|embed|object)\b[^>]*>/gi;
const ADDRESS = /\b(?:href|action|formaction|src|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** Every link of a finished page that leads out of the site, once. */
export function linksOf(html: string): readonly JudgedLink[] {
  const found = new Map<string, JudgedLink>();
  for (const [tag] of html.matchAll(TAG)) {
    for (const [, double, single, bare] of tag.matchAll(ADDRESS)) {
      const judged = judgeLink(decodeHTML(double ?? single ?? bare ?? ""));
      if (judged) found.set(judged.url, judged);
    }
  }
  return [...found.values()];
}
