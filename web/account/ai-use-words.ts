import type { Spent } from "../../shared/api/ai-usage.ts";

/** US dollars as a person reads them: cents where it is little, “under 1 ¢” where it is next to nothing. */
export function dollarWords(dollars: number, language: string): string {
  if (dollars > 0 && dollars < 0.01) return "under 1 ¢";
  return dollars.toLocaleString(language, { style: "currency", currency: "USD" });
}

/** “12,400 tokens, 3 ¢” of what calls took. */
export function spentWords(spent: Spent, language: string): string {
  const tokens = spent.input + spent.cacheWrite + spent.cacheRead + spent.output;
  return `${tokens.toLocaleString(language)} tokens, ${dollarWords(spent.costDollars, language)}`;
}

/** What the provider's cache saved, in a sentence; `null` where it saved nothing. */
export function savingWords(spent: Spent, language: string): string | null {
  const saved = spent.uncachedDollars - spent.costDollars;
  if (saved < 0.005) return null;
  const share = Math.round((saved / spent.uncachedDollars) * 100);
  return `The same tokens without the provider’s cache would have cost ${dollarWords(spent.uncachedDollars, language)}, so it saved ${share} %.`;
}

const COMPONENTS: Readonly<Record<string, string>> = {
  chat: "A message in the chat",
  description: "Describe yourself",
};

/** What a message was for. */
export const componentWords = (component: string): string =>
  COMPONENTS[component] ?? component.replace(/^[a-z]/, (letter) => letter.toUpperCase());
