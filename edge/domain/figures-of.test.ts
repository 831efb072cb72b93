import { expect, test } from "vitest";
import { figuresOf } from "./figures-of.ts";

test("series of one metric are added up by a label; others stay out", () => {
  const totals = {
    'jobs_total{kind="a",outcome="failed"}': 2,
    'jobs_total{kind="b",outcome="failed"}': 3,
    'jobs_total{kind="b",outcome="done"}': 4,
    'jobs_total_other{outcome="done"}': 9,
    jobs_total: 1,
  };
  expect(figuresOf(totals, "jobs_total", "outcome")).toEqual({ failed: 5, done: 4 });
  expect(figuresOf(totals, "jobs_total", "kind")).toEqual({ a: 2, b: 7 });
  expect(figuresOf(totals, "jobs_total", "come")).toEqual({});
});
