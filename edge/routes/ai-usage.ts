import { USAGE_MESSAGES, type Spent } from "../../shared/api/ai-usage.ts";
import type { Meter } from "../../shared/api/usage.ts";
import { api } from "../../shared/api/table.ts";
import { ok } from "../../shared/failure.ts";
import { budgetState } from "../../shared/ai-budget.ts";
import { addressOf } from "../address.ts";
import { readMessagesSpent, readSpent } from "../db/rows/generation-rows.ts";
import { periodOf } from "../domain/quota.ts";
import { route, type EdgeHono } from "../route.ts";

/** What the model took this month: altogether, by message, and of the budget (R4.5). */
export function addAiUsageRoutes(app: EdgeHono): void {
  route(app, api.ai.usage, async ({ caller, dependencies, context, input }) => {
    const { database, now, quotaOf } = dependencies;
    const payer = { ...caller, address: addressOf(context.req.raw) };
    const meters = await quotaOf(payer).usage(caller.tier);
    const tokens = meters.find(({ id }) => id === "ai-tokens")!;
    const month = periodOf("month", now());
    const since = new Date(`${month}-01T00:00:00Z`);
    // Postgres knows microseconds, this page only milliseconds: a message is never skipped.
    const before = new Date(input.query.before ?? now() + 86_400_000);
    const spent = await readSpent(database(), caller.personId, since);
    const page = { since, before, most: USAGE_MESSAGES };
    const messages = await readMessagesSpent(database(), caller.personId, page);
    const last = messages.at(-1);
    return ok({
      month,
      budget: budgetOf(tokens),
      ...spent,
      cachedShare: cachedShareOf(spent.total),
      messages: [...messages],
      next: messages.length < USAGE_MESSAGES || !last ? null : Math.ceil(last.at),
    });
  });
}

function budgetOf({ used, limit, resetsAt }: Meter) {
  const most = limit ?? 0;
  const state = budgetState({ used, limit: most });
  return { used, limit: most, state, resetsAt: resetsAt ?? 0 };
}

function cachedShareOf({ input, cacheWrite, cacheRead }: Spent): number {
  const all = input + cacheWrite + cacheRead;
  return all === 0 ? 0 : cacheRead / all;
}
