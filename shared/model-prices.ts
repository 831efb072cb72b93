/** Tokens as the provider counts and prices them apart. */
export interface PricedTokens {
  readonly input: number;
  readonly cacheWrite: number;
  readonly cacheRead: number;
  readonly output: number;
}

/** Letters of one token of code, about: what is known as letters only is counted by this one measure. */
export const LETTERS_A_TOKEN = 3.5;

interface ChatPrice {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  /** For five minutes. */
  readonly cacheWrite: number;
  /** A conversation of more tokens costs so many times as much, all of it. */
  readonly long?: { readonly over: number; readonly times: number };
}

/**
 * US dollars a million tokens, by https://platform.claude.com/docs/en/about-claude/pricing as others
 * quote it on 2026-10-24; check them when a model is changed.
 */
const CHAT_PRICES: Readonly<Record<string, ChatPrice>> = {
  "claude-haiku-5-5": {
    input: 0.1,
    output: 0.5,
    cacheRead: 0.01,
    cacheWrite: 0.125,
    long: { over: 100_000, times: 5 },
  },
  "claude-haiku-4-5": { input: 1, output: 5, cacheRead: 0.1, cacheWrite: 1.25 },
  "claude-sonnet-5-5": { input: 2, output: 10, cacheRead: 0.1, cacheWrite: 2.5 },
  "claude-sonnet-5": { input: 2, output: 10, cacheRead: 0.2, cacheWrite: 2.5 },
  "claude-opus-5-5": { input: 4, output: 20, cacheRead: 0.2, cacheWrite: 5 },
};

/** What a conversation's call cost in US dollars; `null` for a model whose price isn't known here. */
export function chatCostOf(model: string, usage: PricedTokens): number | null {
  const price = CHAT_PRICES[model];
  if (!price) return null;
  const { input, output, cacheRead, cacheWrite } = usage;
  const cost =
    input * price.input +
    output * price.output +
    cacheRead * price.cacheRead +
    cacheWrite * price.cacheWrite;
  const isLong = price.long && input + cacheRead + cacheWrite > price.long.over;
  return (cost * (isLong ? price.long!.times : 1)) / 1_000_000;
}

/** What the same tokens had cost had the provider kept nothing. */
export const uncachedCostOf = (model: string, usage: PricedTokens): number | null =>
  chatCostOf(model, unkept(usage));

/** The same tokens, all of them read anew. */
export const unkept = ({ input, cacheWrite, cacheRead, output }: PricedTokens): PricedTokens => ({
  input: input + cacheWrite + cacheRead,
  cacheWrite: 0,
  cacheRead: 0,
  output,
});
