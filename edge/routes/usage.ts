import { api } from "../../shared/api/table.ts";
import { ok } from "../../shared/failure.ts";
import { TIER_LIMITS } from "../../shared/limits.ts";
import { addressOf, route, type EdgeHono } from "../route.ts";

/** What a person has used, and what is left (R5.5). */
export function addUsageRoutes(app: EdgeHono): void {
  route(app, api.usage.read, async ({ caller, dependencies, context }) => {
    const { tier } = caller;
    const payer = { ...caller, address: addressOf(context.req.raw) };
    const meters = [...(await dependencies.quotaOf(payer).usage(tier))];
    return ok({ tier, meters, requestsPerMinute: TIER_LIMITS[tier].requestsPerMinute });
  });
}
