import type { SiteFacts } from "../../shared/site/publication.ts";
import type { Caller } from "../caller.ts";
import type { PublicationRow } from "../db/rows/publication-rows.ts";
import type { Keeping } from "../storage/kept-portfolios.ts";
import type { SiteBucket } from "./site-files.ts";

/** What publishing works with: one person's. */
export interface Publishing {
  readonly keeping: Keeping;
  readonly tier: Caller["tier"];
  readonly bucket: SiteBucket;
  readonly newId: () => string;
  /** `https://ada.example/` of `ada`. */
  readonly urlOf: (slug: string) => string;
  /** `https://www.example.org/` of a domain of one’s own. */
  readonly domainUrlOf: (domain: string) => string;
  readonly hashPassword: (password: string) => Promise<string>;
}

/** What decides about a site, times as epoch milliseconds. */
export const factsOf = (row: PublicationRow): SiteFacts => ({
  buildId: row.buildId,
  unpublishedAt: row.unpublishedAt?.getTime() ?? null,
  expiresAt: row.expiresAt?.getTime() ?? null,
  takenDownAt: row.takenDownAt?.getTime() ?? null,
});
