import { PUBLISH_LIMITS, TIER_LIMITS, type Tier } from "../limits.ts";
import type { Hideable } from "./hidden-fields.ts";
import type { SiteManifest } from "./published-files.ts";

/** What a site's address answers. */
export type SiteState =
  /** Never published: nothing is there yet. */
  | "draft"
  | "live"
  /** The operator took it down: nothing its owner does brings it back. */
  | "taken-down"
  /** Its owner took it down. */
  | "unpublished"
  /** Its time is over. */
  | "expired";

export interface SiteFacts {
  readonly buildId: string | null;
  /** Epoch milliseconds; `null`: it hasn't been taken down, it doesn't end. */
  readonly unpublishedAt: number | null;
  readonly expiresAt: number | null;
  /** When the operator took it down. */
  readonly takenDownAt?: number | null;
}

/** @param now epoch milliseconds */
export function siteState(site: SiteFacts, now: number): SiteState {
  if (site.takenDownAt != null) return "taken-down";
  if (site.unpublishedAt !== null) return "unpublished";
  if (site.buildId === null) return "draft";
  return site.expiresAt !== null && site.expiresAt <= now ? "expired" : "live";
}

/** Until when a site stays that is published now; `null`: it doesn't end. Epoch milliseconds. */
export function expiryOf(tier: Tier, now: number): number | null {
  const { publishedMs } = TIER_LIMITS[tier];
  return publishedMs === null ? null : now + publishedMs;
}

/**
 * Whether somebody with these sites may have one more: as many as the tier says, and a few that are
 * taken down, whose addresses they keep.
 */
export function mayAddSite(tier: Tier, theirs: readonly SiteFacts[]): boolean {
  const most = TIER_LIMITS[tier].publishedSites;
  const up = theirs.filter(({ unpublishedAt }) => unpublishedAt === null).length;
  return up < most && theirs.length < most + PUBLISH_LIMITS.unpublished;
}

export interface SiteBuild {
  readonly id: string;
  /** When it was made, epoch milliseconds. */
  readonly at: number;
  readonly hidden: readonly Hideable[];
}

/**
 * The builds that go when one of them is served: those that show what it hides, since what somebody has
 * hidden mustn’t come back by a roll back, nor stay with us; and the oldest beyond those that are kept.
 */
export function buildsToForget(
  builds: readonly SiteBuild[],
  served: Pick<SiteBuild, "id" | "hidden">,
): readonly string[] {
  const others = builds.filter(({ id }) => id !== served.id).toSorted((a, b) => b.at - a.at);
  const hides = ({ hidden }: SiteBuild) => served.hidden.every((field) => hidden.includes(field));
  const kept = new Set(others.filter(hides).slice(0, PUBLISH_LIMITS.builds - 1));
  return others.filter((build) => !kept.has(build)).map(({ id }) => id);
}

/** Contents of a manifest that aren't among those that are kept already, each once. */
export function missingHashes(
  manifest: SiteManifest,
  kept: ReadonlySet<string>,
): readonly string[] {
  const wanted = new Set(Object.values(manifest).map(({ hash }) => hash));
  return [...wanted].filter((hash) => !kept.has(hash));
}
