/** US dollars a million tokens, in and out: https://ai.google.dev/gemini-api/docs/pricing, as known in 2025; check them when a model is changed. */
const PRICES: Readonly<Record<string, readonly [number, number]>> = {
  "gemini-2.5-pro": [1.25, 10],
  "gemini-2.5-flash": [0.3, 2.5],
  "gemini-2.5-flash-lite": [0.1, 0.4],
};

/** What a call cost in US dollars; `null` for a model whose price isn't known here. */
export function costOf(model: string, tokensIn: number, tokensOut: number): number | null {
  const price = PRICES[model];
  return price ? (tokensIn * price[0] + tokensOut * price[1]) / 1_000_000 : null;
}
