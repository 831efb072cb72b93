import type { MetricsDelta } from "./metrics.ts";

/**
 * A metric’s series by one of their labels, added up over the others: `failures_total{kind="not-found"}`
 * becomes `not-found`. Series without that label aren’t in it.
 */
export function figuresOf(
  totals: Readonly<MetricsDelta>,
  metric: string,
  label: string,
): Record<string, number> {
  const figures: Record<string, number> = {};
  const named = new RegExp(`[{,]${label}="((?:[^"\\\\]|\\\\.)*)"`);
  for (const [series, value] of Object.entries(totals)) {
    if (!series.startsWith(`${metric}{`)) continue;
    const name = named.exec(series)?.[1];
    if (name !== undefined) figures[name] = (figures[name] ?? 0) + value;
  }
  return figures;
}
