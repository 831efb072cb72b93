import { budgetState } from "../../shared/ai-budget.ts";
import type { Meter } from "../../shared/api/usage.ts";

/**
 * What a person should know of their month's AI budget; `null` while there is nothing to say (R4.5).
 * @param language the reader's, for figures and dates
 */
export function budgetRemark(
  meter: Pick<Meter, "used" | "limit" | "resetsAt">,
  language: string,
): string | null {
  const { used, limit, resetsAt } = meter;
  const state = budgetState(meter);
  if (state === "within" || limit === null) return null;
  const returns =
    resetsAt === null
      ? ""
      : ` It returns on ${new Date(resetsAt).toLocaleDateString(language, { day: "numeric", month: "long" })}.`;
  if (state === "used-up") {
    return `This month’s AI budget is used up.${returns} Plain requests go on working.`;
  }
  const share = Math.floor((used / limit) * 100);
  return `${share} % of this month’s AI budget is used.${returns}`;
}
