const STEPS = [
  { unit: "minute", ms: 60_000, until: 60 },
  { unit: "hour", ms: 3_600_000, until: 24 },
  { unit: "day", ms: 86_400_000, until: 30 },
] as const;

const RELATIVE = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" });

/** How long ago `then` was (epoch milliseconds): “just now”, “3 days ago”, and a date after a month. */
export function since(then: number, now: number): string {
  const passed = Math.max(0, now - then);
  if (passed < 60_000) return "just now";
  for (const { unit, ms, until } of STEPS) {
    const amount = Math.floor(passed / ms);
    if (amount < until) return RELATIVE.format(-amount, unit);
  }
  return DATE.format(then);
}
