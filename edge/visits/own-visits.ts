import type { Dependencies } from "../dependencies.ts";

/**
 * Their owner is seen in the app: what the same browser at the same address does on these sites today,
 * or did before, isn’t counted. No cookie is needed for it, nor is anything kept beyond the day’s salt.
 */
export function ownVisits(
  { countVisits, afterAnswer }: Pick<Dependencies, "countVisits" | "afterAnswer">,
  request: Request,
  publicationIds: readonly string[],
): void {
  if (publicationIds.length === 0) return;
  const seen = { kind: "own" as const, target: "", referrer: null, country: null, device: null };
  const sightings = publicationIds.map((publicationId) => ({ publicationId, ...seen }));
  afterAnswer(countVisits(request, sightings));
}
