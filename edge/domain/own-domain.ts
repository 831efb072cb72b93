import { DOMAIN_LIMITS } from "../../shared/limits.ts";

/** What DNS says of a domain. */
export interface Found {
  /** The proof’s text record is there. */
  readonly hasProof: boolean;
  /** It leads to where sites are served. */
  readonly pointsHere: boolean;
}

/** Times are epoch milliseconds. */
export interface DomainFacts {
  readonly createdAt: number;
  readonly verifiedAt: number | null;
  /** Since when it doesn’t lead here any more; `null`: it does. */
  readonly failingSince: number | null;
}

export interface Judged {
  readonly verifiedAt: number | null;
  readonly failingSince: number | null;
  /** `warn`: it has just ceased to lead here; `unlink`: for too long, or it was never proved. */
  readonly act: "keep" | "warn" | "unlink";
}

/**
 * What becomes of a domain after a look at DNS. It is proved once both records are there; from then on it
 * has to lead here, and to keep the proof, so that a domain that changed hands isn’t served to its old owner.
 */
export function judgeDomain(facts: DomainFacts, found: Found, now: number): Judged {
  const isRight = found.hasProof && found.pointsHere;
  if (isRight) return { verifiedAt: facts.verifiedAt ?? now, failingSince: null, act: "keep" };
  if (facts.verifiedAt === null) {
    const isOld = now - facts.createdAt >= DOMAIN_LIMITS.unprovedMs;
    return { verifiedAt: null, failingSince: null, act: isOld ? "unlink" : "keep" };
  }
  const failingSince = facts.failingSince ?? now;
  const isOver = now - failingSince >= DOMAIN_LIMITS.graceMs;
  const act = isOver ? "unlink" : facts.failingSince === null ? "warn" : "keep";
  return { verifiedAt: facts.verifiedAt, failingSince, act };
}
