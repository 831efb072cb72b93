const DAY_MS = 86_400_000;
const TIME = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" });
const DATE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const OLD = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" });

/** When something was, as people say it: “just now”, “12 min ago”, “14:05”, “3 Nov”. Epoch milliseconds. */
export function when(at: number, now: number): string {
  const ago = now - at;
  if (ago < 45_000) return "just now";
  if (ago < 3_600_000) return `${Math.max(1, Math.round(ago / 60_000))} min ago`;
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  if (sameDay) return TIME.format(at);
  if (ago < 180 * DAY_MS) return `${DATE.format(at)}, ${TIME.format(at)}`;
  return OLD.format(at);
}
