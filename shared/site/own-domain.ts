import { fail, ok, type Failure, type Result } from "../failure.ts";
import { isPrivateHost } from "./links.ts";
import { URL } from "./web-standard.ts";

/** `pending`: its issuer hasn’t finished; `active`: browsers get it. */
export type CertificateState = "pending" | "active";

/** Names that never lead to anybody’s site (RFC 6761, RFC 7686, RFC 3172). */
const NOBODYS = /(?:^|\.)(?:test|invalid|onion|arpa|alt)$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** RFC 1035, 2.3.4, without the dot at the end. */
const LONGEST = 253;

/**
 * A domain of one’s own as somebody typed or pasted it: scheme, path, capitals and a dot at the end don’t
 * matter; letters of other scripts become Punycode, as DNS has them. Fails with `invalid` for addresses of
 * machines, names within a house, and the service’s own.
 * @param own hosts of the service, without ports: what is below them is its own too
 */
export function parseDomain(raw: string, own: readonly string[]): Result<string> {
  const bare = raw
    .trim()
    .replace(/^https?:\/\//i, "")
    .replace(/[/?#].*$/s, "");
  if (!URL.canParse(`https://${bare}/`) || /[@:\s]/.test(bare)) return fail(refused(NOT_ONE));
  const domain = new URL(`https://${bare}/`).hostname.replace(/\.$/, "");
  const labels = domain.split(".");
  const isName = labels.length > 1 && labels.every((label) => LABEL.test(label));
  if (!isName || domain.length > LONGEST || /^\d+$/.test(labels.at(-1)!)) {
    return fail(refused(NOT_ONE));
  }
  if (isPrivateHost(domain) || NOBODYS.test(domain)) {
    return fail(refused("This name isn’t one of the public internet."));
  }
  if (own.some((host) => domain === host || domain.endsWith(`.${host}`))) {
    return fail(refused("This name belongs to the service itself."));
  }
  return ok(domain);
}

/** Where the proof stands in DNS, and what it says. */
export const proofName = (domain: string): string => `_cv2web.${domain}`;
export const proofText = (token: string): string => `cv2web-site=${token}`;

/** Whether it is a registered name itself, as far as its labels tell: most providers take no CNAME there. */
export const looksLikeApex = (domain: string): boolean => domain.split(".").length === 2;

const NOT_ONE = "That isn’t a domain.";

const refused = (message: string): Failure => ({
  kind: "invalid",
  message,
  nextStep: "Write a name that you own, for example www.example.org.",
  retryable: false,
});
