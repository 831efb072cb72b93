import { AI_LIMITS } from "./limits.ts";

/** How a month’s budget of tokens stands (R4.5): told from 80 % on, stopped at 100 %. */
export type BudgetState = "within" | "near" | "used-up";

/** @param meter tokens; a `limit` of `null` is none */
export function budgetState(meter: {
  readonly used: number;
  readonly limit: number | null;
}): BudgetState {
  if (meter.limit === null) return "within";
  if (meter.used >= meter.limit) return "used-up";
  return meter.used >= meter.limit * AI_LIMITS.alertFrom ? "near" : "within";
}
