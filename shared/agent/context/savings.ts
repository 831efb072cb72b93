import type { AgentEvent, TokenUsage } from "../loop/events.ts";

/** US dollars a million tokens. */
export interface TokenPrices {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

export interface Savings {
  /** US dollars. */
  readonly paid: number;
  /** The same message with whole files and without cache, in US dollars. */
  readonly otherwise: number;
  /** 0–1; 0 where nothing was saved. */
  readonly share: number;
}

/** Letters of one token of code, about: what is told as letters only is counted by this one measure. */
export const LETTERS_A_TOKEN = 3.5;

export const costOf = (usage: TokenUsage, prices: TokenPrices): number =>
  (usage.input * prices.input +
    usage.output * prices.output +
    usage.cacheRead * prices.cacheRead +
    usage.cacheWrite * prices.cacheWrite) /
  1_000_000;

/**
 * What a message cost, and what it would have cost by rewriting whole files without a cache.
 *
 * Method: the tokens that the provider counted stay, and are priced twice. Otherwise every token that
 * was read is paid as new input. For each edit the model would have written the whole file as it is
 * after the edit, instead of the block and its replacement: the difference, at 3.5 letters a token, is
 * added to the output, and once to the input of every later turn of the message, since a conversation
 * carries what was written in it. Turns, tools and all else stay the same; that other ways would take
 * more repairs, or fewer, isn’t counted.
 */
export function savingsOf(events: readonly AgentEvent[], prices: TokenPrices): Savings {
  const last = events.findLast((event) => event.type === "usage");
  if (!last) return { paid: 0, otherwise: 0, share: 0 };
  const { input, cacheRead, cacheWrite, output } = last.usage;
  let extraOutput = 0;
  let extraInput = 0;
  let carried = 0;
  for (const event of events) {
    // What was written before this turn is read in it.
    if (event.type === "turn") extraInput += carried;
    if (event.type !== "file") continue;
    const letters = (event.change.after ?? "").length - event.sentLetters;
    const tokens = Math.max(0, letters) / LETTERS_A_TOKEN;
    extraOutput += tokens;
    carried += tokens;
  }
  const paid = costOf(last.usage, prices);
  const otherwise = costOf(
    {
      input: input + cacheRead + cacheWrite + extraInput,
      cacheRead: 0,
      cacheWrite: 0,
      output: output + extraOutput,
    },
    prices,
  );
  return { paid, otherwise, share: otherwise > paid ? 1 - paid / otherwise : 0 };
}

/** From this part of a month’s budget on people are told (R4.5). */
export const ALERT_FROM = 0.8;

/** How a budget stands. `limit: null` has none. */
export function budgetState(meter: {
  readonly used: number;
  readonly limit: number | null;
}): "fine" | "alert" | "spent" {
  if (meter.limit === null) return "fine";
  if (meter.used >= meter.limit) return "spent";
  return meter.used >= meter.limit * ALERT_FROM ? "alert" : "fine";
}
