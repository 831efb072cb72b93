import { VISIT_LIMITS } from "../../shared/limits.ts";
import type { Figures, FigureRow } from "../../shared/api/analytics.ts";
import { dayOf } from "./visit.ts";

/** Visits of one day counted by one of their parts, as `visit_days` has them. */
export interface CountedDay {
  readonly publicationId: string;
  /** `2026-11-21`, UTC. */
  readonly day: string;
  readonly part: string;
  readonly name: string;
  readonly count: number;
  readonly visitors: number;
}

const DAY = 86_400_000;

/** The first day of a range that ends today. */
export const firstDayOf = (days: number, now: number): string => dayOf(now - (days - 1) * DAY);

/**
 * A site’s figures for a range that ends today. Visitors are counted anew each day, as the salt of their
 * hashes is: who comes on two days is two visitors, and nobody can tell.
 * @param rows of one site, from the range’s first day on
 */
export function figuresOf(
  rows: readonly CountedDay[],
  days: number,
  now: number,
): Omit<Figures, "publicationId" | "ever"> {
  const from = firstDayOf(days, now);
  const inRange = rows.filter(({ day }) => day >= from);
  const of = (part: string) => inRange.filter((row) => row.part === part);
  const all = new Map(of("all").map((row) => [row.day, row]));
  const byDay = Array.from({ length: days }, (_, n) => {
    const day = dayOf(now - (days - 1 - n) * DAY);
    const row = all.get(day);
    return { day, views: row?.count ?? 0, visitors: row?.visitors ?? 0 };
  });
  return {
    days,
    views: byDay.reduce((sum, { views }) => sum + views, 0),
    visitors: byDay.reduce((sum, { visitors }) => sum + visitors, 0),
    clicks: of("link").reduce((sum, { count }) => sum + count, 0),
    byDay,
    pages: topOf(of("page")),
    referrers: topOf(of("referrer")),
    countries: topOf(of("country")),
    devices: topOf(of("device")),
    links: topOf(of("link")),
  };
}

/** Added up by name, the most first; what isn’t known has an empty name. */
function topOf(rows: readonly CountedDay[]): FigureRow[] {
  const sums = new Map<string, { count: number; visitors: number }>();
  for (const { name, count, visitors } of rows) {
    const sum = sums.get(name) ?? { count: 0, visitors: 0 };
    sums.set(name, { count: sum.count + count, visitors: sum.visitors + visitors });
  }
  return [...sums]
    .map(([name, sum]) => ({ name, ...sum }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, VISIT_LIMITS.top);
}
