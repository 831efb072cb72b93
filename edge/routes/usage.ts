import type { Meter } from "../../shared/api/usage.ts";
import { api } from "../../shared/api/table.ts";
import { ok } from "../../shared/failure.ts";
import { TIER_LIMITS } from "../../shared/limits.ts";
import type { Caller } from "../caller.ts";
import { readStoredBytes } from "../db/rows/blob-rows.ts";
import type { Dependencies } from "../dependencies.ts";
import { addressOf } from "../address.ts";
import { route, type EdgeHono } from "../route.ts";

/** What a person has used, and what is left (R5.5). */
export function addUsageRoutes(app: EdgeHono): void {
  route(app, api.usage.read, async ({ caller, dependencies, context }) => {
    const { tier } = caller;
    const payer = { ...caller, address: addressOf(context.req.raw) };
    const counted = await dependencies.quotaOf(payer).usage(tier);
    const stored = await storedBytes(dependencies, caller);
    const meters = counted.map((meter) => withStored(meter, stored));
    return ok({ tier, meters, requestsPerMinute: TIER_LIMITS[tier].requestsPerMinute });
  });
}

/** The database knows best what is stored; without it the other meters still show. */
async function storedBytes(
  { database, log }: Dependencies,
  { personId, tier }: Caller,
): Promise<number | null> {
  if (tier === "anonymous") return 0;
  try {
    return await readStoredBytes(database(), personId);
  } catch (error) {
    log({ level: "error", event: "usage-without-storage", error });
    return null;
  }
}

const withStored = (meter: Meter, stored: number | null): Meter =>
  meter.id !== "storage-bytes" || stored === null
    ? meter
    : { ...meter, used: stored, left: Math.max(0, (meter.limit ?? 0) - stored) };
