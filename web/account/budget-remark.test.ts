import { expect, test } from "vitest";
import { budgetRemark } from "./budget-remark.ts";

const meter = {
  id: "ai-tokens",
  period: "month",
  limit: 1_000,
  left: 0,
  resetsAt: Date.UTC(2026, 11, 1, 12),
} as const;

test("nothing is said below 80 %, and nothing without a limit", () => {
  expect(budgetRemark({ ...meter, used: 799 }, "en")).toBeNull();
  expect(budgetRemark({ ...meter, used: 5_000, limit: null }, "en")).toBeNull();
});

test("from 80 % on it is said how much is used, at the end when it returns", () => {
  expect(budgetRemark({ ...meter, used: 809 }, "en")).toBe(
    "80 % of this month’s AI budget is used. It returns on December 1.",
  );
  expect(budgetRemark({ ...meter, used: 1_000 }, "en")).toContain(
    "used up. It returns on December 1",
  );
});
