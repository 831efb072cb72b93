import type { Meter } from "../../shared/api/usage.ts";
import { api } from "../../shared/api/table.ts";
import { ok } from "../../shared/failure.ts";
import { TIER_LIMITS } from "../../shared/limits.ts";
import type { Caller } from "../caller.ts";
import { readStoredBytes } from "../db/rows/blob-rows.ts";
import { listPublications } from "../db/rows/publication-rows.ts";
import type { Dependencies } from "../dependencies.ts";
import { addressOf } from "../address.ts";
import { route, type EdgeHono } from "../route.ts";

/** What a person has used, and what is left (R5.5). */
export function addUsageRoutes(app: EdgeHono): void {
  route(app, api.usage.read, async ({ caller, dependencies, context }) => {
    const { tier } = caller;
    const payer = { ...caller, address: addressOf(context.req.raw) };
    const counted = await dependencies.quotaOf(payer).usage(tier);
    const kept = await keptFor(dependencies, caller);
    const meters = counted.map((meter) => withKept(meter, kept));
    return ok({ tier, meters, requestsPerMinute: TIER_LIMITS[tier].requestsPerMinute });
  });
}

type Kept = Readonly<Partial<Record<Meter["id"], number>>>;

/** The database knows best what is stored and published; without it the other meters still show. */
async function keptFor({ database, log }: Dependencies, { personId, tier }: Caller): Promise<Kept> {
  if (tier === "anonymous") return { "storage-bytes": 0, "published-sites": 0 };
  try {
    const stored = await readStoredBytes(database(), personId);
    const sites = await listPublications(database(), personId);
    const up = sites.filter(({ unpublishedAt }) => unpublishedAt === null).length;
    return { "storage-bytes": stored, "published-sites": up };
  } catch (error) {
    log({ level: "error", event: "usage-without-storage", error });
    return {};
  }
}

function withKept(meter: Meter, kept: Kept): Meter {
  const used = kept[meter.id];
  return used === undefined
    ? meter
    : { ...meter, used, left: Math.max(0, (meter.limit ?? 0) - used) };
}
