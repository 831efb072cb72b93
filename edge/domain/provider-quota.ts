import type { MetricsDelta } from "./metrics.ts";

/** Calls a day (UTC) that the operator set aside with a provider; absent where none is set. */
export type CallBudgets = Readonly<Record<string, number | undefined>>;

/**
 * Part of each provider's calls that is left today, 0–1: our own count against the operator's budget,
 * since providers don't say in their answers. A budget that isn't a positive number says nothing.
 * @param today what was counted since midnight UTC; a call with its repeats counts once
 */
export function quotaLeftOf(
  today: Readonly<MetricsDelta>,
  budgets: CallBudgets,
): Readonly<Record<string, number>> {
  const left: Record<string, number> = {};
  for (const [provider, budget] of Object.entries(budgets)) {
    if (budget === undefined || !(budget > 0)) continue;
    left[provider] = Math.max(0, 1 - callsTo(provider, today) / budget);
  }
  return left;
}

function callsTo(provider: string, today: Readonly<MetricsDelta>): number {
  const own = Object.entries(today).filter(
    ([series]) => series.startsWith("outbound_total{") && series.includes(`to="${provider}"`),
  );
  return own.reduce((sum, [, calls]) => sum + calls, 0);
}
