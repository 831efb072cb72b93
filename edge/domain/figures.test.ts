import { expect, test } from "vitest";
import { figuresOf, firstDayOf, type CountedDay } from "./figures.ts";

const NOW = Date.UTC(2026, 10, 21, 12);
const row = (
  day: string,
  part: string,
  name: string,
  count: number,
  visitors = count,
): CountedDay => ({
  publicationId: "p",
  day,
  part,
  name,
  count,
  visitors,
});

test("every day of the range is there, others aren't, and lists are added up with the most first", () => {
  const rows = [
    row("2026-11-14", "all", "", 100),
    row("2026-11-15", "all", "", 3, 2),
    row("2026-11-21", "all", "", 5, 1),
    row("2026-11-15", "referrer", "news.example", 1),
    row("2026-11-21", "referrer", "news.example", 3, 2),
    row("2026-11-21", "referrer", "", 4),
    row("2026-11-21", "link", "https://a.example/", 2),
    row("2026-11-14", "link", "https://a.example/", 9),
  ];
  const figures = figuresOf(rows, 7, NOW);
  expect(firstDayOf(7, NOW)).toBe("2026-11-15");
  expect(figures).toMatchObject({ days: 7, views: 8, visitors: 3, clicks: 2 });
  expect(figures.byDay.map(({ views }) => views)).toEqual([3, 0, 0, 0, 0, 0, 5]);
  expect(figures.byDay.at(-1)).toEqual({ day: "2026-11-21", views: 5, visitors: 1 });
  expect(figures.referrers).toEqual([
    { name: "", count: 4, visitors: 4 },
    { name: "news.example", count: 4, visitors: 3 },
  ]);
  expect(figures.countries).toEqual([]);
});

test("a list ends after ten", () => {
  const rows = Array.from({ length: 30 }, (_, n) => row("2026-11-21", "page", `/${n}`, n));
  const { pages } = figuresOf(rows, 7, NOW);
  expect(pages.map(({ name }) => name)).toEqual(
    [29, 28, 27, 26, 25, 24, 23, 22, 21, 20].map((n) => `/${n}`),
  );
});
