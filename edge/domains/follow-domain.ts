import { ok, type Result } from "../../shared/failure.ts";
import type { Database } from "../db/open-database.ts";
import { changeDomain, removeDomainRow, type DomainRow } from "../db/rows/domain-rows.ts";
import { judgeDomain, type Found, type Judged } from "../domain/own-domain.ts";
import type { Certificate, Certificates } from "./certificates.ts";
import { lookAtDomain } from "./look-at-domain.ts";
import type { Resolver } from "./resolver.ts";

/** What domains are followed with. */
export interface DomainService {
  readonly resolver: Resolver;
  /** `null`: whoever runs this service sees to certificates otherwise. */
  readonly certificates: Certificates | null;
  /** The host that domains are to point to. */
  readonly target: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Looks at DNS, and keeps what follows from it: proved, failing, let go; the certificate is ordered or asked
 * for. Fails where DNS can’t be asked, and then nothing changes.
 * @throws when another site has proved the domain meanwhile
 */
export async function followDomain(
  service: DomainService & { readonly database: Database },
  row: DomainRow,
): Promise<Result<{ readonly found: Found; readonly act: Judged["act"] }>> {
  const { database, resolver, target, now } = service;
  const found = await lookAtDomain(resolver, row, target);
  if (!found.ok) return found;
  const at = now();
  const facts = {
    createdAt: row.createdAt.getTime(),
    verifiedAt: row.verifiedAt?.getTime() ?? null,
    failingSince: row.failingSince?.getTime() ?? null,
  };
  const { act, verifiedAt, failingSince } = judgeDomain(facts, found.value, at);
  if (act === "unlink") {
    await removeDomainRow(database, row.publicationId);
    return ok({ found: found.value, act });
  }
  await changeDomain(database, row.publicationId, {
    checkedAt: new Date(at),
    verifiedAt: verifiedAt === null ? null : new Date(verifiedAt),
    failingSince: failingSince === null ? null : new Date(failingSince),
  });
  if (verifiedAt !== null && failingSince === null) await followCertificate(service, row);
  return ok({ found: found.value, act });
}

/** What can’t be asked now is asked the next time; a first one is then said to be on its way. */
async function followCertificate(
  { database, certificates }: DomainService & { readonly database: Database },
  { publicationId, domain, certificateId }: DomainRow,
): Promise<void> {
  if (certificates === null) return;
  const certificate = await presentCertificate(certificates, domain, certificateId);
  if (certificate) {
    const { id, state } = certificate;
    await changeDomain(database, publicationId, { certificateId: id, certificateState: state });
  } else if (certificateId === null) {
    await changeDomain(database, publicationId, { certificateState: "pending" });
  }
}

async function presentCertificate(
  certificates: Certificates,
  domain: string,
  id: string | null,
): Promise<Certificate | null> {
  const looked = id === null ? ok(null) : await certificates.look(id);
  if (!looked.ok) return null;
  if (looked.value !== null) return looked.value;
  const ordered = await certificates.order(domain);
  return ordered.ok ? ordered.value : null;
}
