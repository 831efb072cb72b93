import { chatCostOf, uncachedCostOf } from "../../../shared/model-prices.ts";
import { round } from "../edge-figures.ts";
import type { Charged } from "./run-tasks.ts";

const counted = ({ usage }: Charged) => ({
  input: usage.input_tokens,
  cacheWrite: usage.cache_creation_input_tokens,
  cacheRead: usage.cache_read_input_tokens,
  output: usage.output_tokens,
});

/** US dollars by the prices that the product charges; `null` can't be: both models have one. */
const dollars = (calls: readonly Charged[], cost: typeof chatCostOf) =>
  calls.reduce((sum, call) => sum + (cost(call.model, counted(call)) ?? Number.NaN), 0);

/** Tokens and cost of all calls of one way of working. */
export function priced(calls: readonly Charged[]) {
  const sum = (of: (one: ReturnType<typeof counted>) => number) =>
    calls.reduce((all, call) => all + of(counted(call)), 0);
  return {
    calls: calls.length,
    tokensIn: sum(({ input, cacheRead, cacheWrite }) => input + cacheRead + cacheWrite),
    tokensRead: sum(({ cacheRead }) => cacheRead),
    tokensWritten: sum(({ cacheWrite }) => cacheWrite),
    tokensOut: sum(({ output }) => output),
    cents: round(dollars(calls, chatCostOf) * 100, 3),
    centsWithoutCache: round(dollars(calls, uncachedCostOf) * 100, 3),
  };
}

/** How much less one costs than the other, 0–1. */
export const cheaper = (cents: number, than: number): number => round(1 - cents / than, 4);
