import type { OwnDomain } from "../../shared/api/domains.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { DOMAIN_LIMITS, TIER_LIMITS } from "../../shared/limits.ts";
import { looksLikeApex, parseDomain, proofName, proofText } from "../../shared/site/own-domain.ts";
import type { Caller } from "../caller.ts";
import type { Database } from "../db/open-database.ts";
import { lockTotals } from "../db/rows/blob-rows.ts";
import {
  changeDomain,
  countOtherDomains,
  findDomain,
  isProvedElsewhere,
  putDomain,
  removeDomainRow,
  type DomainRow,
} from "../db/rows/domain-rows.ts";
import { isSlugTaken } from "../db/rows/publication-rows.ts";
import type { Found } from "../domain/own-domain.ts";
import { PERSON_GONE } from "../keys/data-key.ts";
import { followDomain, type DomainService } from "./follow-domain.ts";

/** One person's domains. */
export interface Domaining extends DomainService {
  readonly database: Database;
  readonly person: Pick<Caller, "personId" | "tier">;
  /** Hosts that are the service's own, without ports. */
  readonly ownHosts: readonly string[];
  readonly newToken: () => string;
}

/** A site's domain as its owner sees it; `null`: it has none. */
export async function readDomain(
  { database, target }: Pick<Domaining, "database" | "target">,
  publicationId: string,
): Promise<OwnDomain | null> {
  const row = await findDomain(database, publicationId);
  return row && viewOfDomain(row, target, null);
}

/**
 * Asks for a domain in place of any other; asked again for the same one, all stays. Fails with `invalid`,
 * `quota-exceeded`, or `conflict` when another site has proved it.
 */
export async function askForDomain(
  domaining: Domaining,
  publicationId: string,
  raw: string,
): Promise<Result<void>> {
  const { database, person, ownHosts, newToken, now } = domaining;
  const domain = parseDomain(raw, ownHosts);
  if (!domain.ok) return domain;
  return database.transaction(async (transaction): Promise<Result<void>> => {
    if (!(await lockTotals(transaction, person.personId))) return fail(PERSON_GONE);
    const there = await findDomain(transaction, publicationId);
    if (there?.domain === domain.value) return ok(undefined);
    const others = await countOtherDomains(transaction, person.personId, publicationId);
    if (others >= TIER_LIMITS[person.tier].ownDomains) return fail(TOO_MANY);
    if (await isProvedElsewhere(transaction, domain.value, publicationId)) return fail(TAKEN);
    await putDomain(transaction, {
      publicationId,
      domain: domain.value,
      token: newToken(),
      redirects: there?.redirects ?? true,
      createdAt: new Date(now()),
    });
    return ok(undefined);
  });
}

/** Looks at DNS now; `null`: the site has no domain. Fails with `conflict`, or as asking DNS does; then nothing changes. */
export async function checkDomain(
  domaining: Domaining,
  publicationId: string,
): Promise<Result<OwnDomain | null>> {
  const { database, target } = domaining;
  const row = await findDomain(database, publicationId);
  if (!row) return ok(null);
  const followed = await followDomain(domaining, row).catch((error: unknown) => {
    if (isSlugTaken(error)) return fail(TAKEN);
    throw error;
  });
  if (!followed.ok) return followed;
  const next = await findDomain(database, publicationId);
  return ok(next && viewOfDomain(next, target, followed.value.found));
}

/** Whether the site's other address leads to the domain. Fails with `not-found`. */
export async function chooseRedirect(
  { database }: Pick<Domaining, "database">,
  publicationId: string,
  redirects: boolean,
): Promise<Result<void>> {
  if (!(await findDomain(database, publicationId))) return fail(NONE);
  await changeDomain(database, publicationId, { redirects });
  return ok(undefined);
}

export const dropDomain = (
  { database }: Pick<Domaining, "database">,
  publicationId: string,
): Promise<void> => removeDomainRow(database, publicationId);

function viewOfDomain(row: DomainRow, target: string, found: Found | null): OwnDomain {
  const { domain, token, verifiedAt, failingSince, certificateState, redirects } = row;
  const isProved = verifiedAt !== null && failingSince === null;
  const seen = found ?? (isProved ? { hasProof: true, pointsHere: true } : null);
  const records = [
    { type: "CNAME", name: domain, value: target, isThere: seen?.pointsHere ?? null },
    {
      type: "TXT",
      name: proofName(domain),
      value: proofText(token),
      isThere: seen?.hasProof ?? null,
    },
  ] as const;
  return {
    domain,
    state:
      verifiedAt === null
        ? "waiting"
        : failingSince !== null
          ? "failing"
          : certificateState === "pending"
            ? "certificate"
            : "live",
    records: [...records],
    isApex: looksLikeApex(domain),
    redirects,
    checkedAt: row.checkedAt?.getTime() ?? null,
    endsAt: failingSince === null ? null : failingSince.getTime() + DOMAIN_LIMITS.graceMs,
  };
}

const NONE: Failure = {
  kind: "not-found",
  message: "This site has no domain of its own.",
  nextStep: "Add one first.",
  retryable: false,
};
const TAKEN: Failure = {
  kind: "conflict",
  message: "Another site here shows itself at this domain.",
  nextStep:
    "If the domain is yours, take the other site’s records out of your DNS: after a week it is free.",
  retryable: false,
};
const TOO_MANY: Failure = {
  kind: "quota-exceeded",
  message: "You have as many domains of your own as your account may have.",
  nextStep: "Take one off another site first.",
  retryable: false,
};
