import type { Result } from "../../shared/failure.ts";
import { DOMAIN_LIMITS } from "../../shared/limits.ts";
import type { Database } from "../db/open-database.ts";
import {
  forgetCertificate,
  listDueDomains,
  listEndedCertificates,
} from "../db/rows/domain-rows.ts";
import { isSlugTaken } from "../db/rows/publication-rows.ts";
import { followDomain, type DomainService } from "../domains/follow-domain.ts";
import type { Letter } from "../mail/send-mail.ts";

export interface DomainsContext {
  readonly database: Database;
  /** `null`: this service takes no domains. */
  readonly domains: DomainService | null;
  readonly addressOf: (personId: string) => Promise<string | null>;
  readonly sendLetter: (letter: Letter) => Promise<Result<void>>;
  readonly appOrigin: string;
}

/**
 * Looks at people’s domains once a night: one that has ceased to lead here is told to its owner, and again
 * when it is unlinked; certificates that nobody needs any more are given back.
 */
export async function followDomains(context: DomainsContext): Promise<void> {
  const { database, domains, addressOf, sendLetter, appOrigin } = context;
  if (domains === null) return;
  const service = { ...domains, database };
  for (const { row, ownerId, slug } of await listDueDomains(database, DOMAIN_LIMITS.aNight)) {
    const followed = await followDomain(service, row).catch((error: unknown) => {
      // Another site has proved it: this one goes on waiting.
      if (isSlugTaken(error)) return null;
      throw error;
    });
    if (!followed?.ok || row.verifiedAt === null || followed.value.act === "keep") continue;
    const to = await addressOf(ownerId);
    if (to === null) continue;
    const link = `${appOrigin}/sites`;
    const { domain } = row;
    await sendLetter(
      followed.value.act === "warn" ? warning(to, domain, link) : ended(to, domain, slug, link),
    );
  }
  if (domains.certificates === null) return;
  for (const id of await listEndedCertificates(database, DOMAIN_LIMITS.aNight)) {
    const removed = await domains.certificates.remove(id);
    if (removed.ok) await forgetCertificate(database, id);
  }
}

const warning = (to: string, domain: string, link: string): Letter => ({
  to,
  subject: `${domain} doesn’t lead to your site any more`,
  text: [
    `The records that make ${domain} show your site are missing in its DNS, or say something else.`,
    `It is served for ${DOMAIN_LIMITS.graceMs / 86_400_000} more days, then it is taken off your site; your site itself stays.`,
    "What has to stand in DNS:",
    "",
    link,
  ].join("\n"),
});

const ended = (to: string, domain: string, slug: string, link: string): Letter => ({
  to,
  subject: `${domain} was taken off your site`,
  text: [
    `For ${DOMAIN_LIMITS.graceMs / 86_400_000} days ${domain} didn’t lead to your site, so it isn’t served there any more.`,
    `Your site goes on at its own address (${slug}). You can add the domain again at any time:`,
    "",
    link,
  ].join("\n"),
});
