import { ok, type Result } from "../../shared/failure.ts";
import { proofName, proofText } from "../../shared/site/own-domain.ts";
import type { Found } from "../domain/own-domain.ts";
import type { Resolver } from "./resolver.ts";

/**
 * Looks whether a domain is its owner’s and leads here: by CNAME, or, where a name can’t have one, by the
 * very addresses that the target has. Fails where DNS can’t be asked.
 * @param target the host that domains are to point to
 */
export async function lookAtDomain(
  resolver: Resolver,
  { domain, token }: { readonly domain: string; readonly token: string },
  target: string,
): Promise<Result<Found>> {
  const proofs = await resolver.records(proofName(domain), "TXT");
  if (!proofs.ok) return proofs;
  const hasProof = proofs.value.includes(proofText(token));
  const aliases = await resolver.records(domain, "CNAME");
  if (!aliases.ok) return aliases;
  if (aliases.value.includes(target)) return ok({ hasProof, pointsHere: true });
  for (const type of ["A", "AAAA"] as const) {
    const [theirs, ours] = [
      await resolver.records(domain, type),
      await resolver.records(target, type),
    ];
    if (!theirs.ok) return theirs;
    if (!ours.ok) return ours;
    const leadsHere =
      theirs.value.length > 0 && theirs.value.every((one) => ours.value.includes(one));
    if (leadsHere) return ok({ hasProof, pointsHere: true });
  }
  return ok({ hasProof, pointsHere: false });
}
