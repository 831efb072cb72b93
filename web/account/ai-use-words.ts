import type { Spent } from "../../shared/api/ai-usage.ts";

/** US dollars as a person reads them: cents where it is little, “under 1 ¢” where it is next to nothing. */
export function dollarWords(dollars: number, language: string): string {
  if (dollars > 0 && dollars < 0.01) return "under 1 ¢";
  return dollars.toLocaleString(language, { style: "currency", currency: "USD" });
}

/** “12,400 tokens, 3 ¢” of what calls took; where a model’s price isn’t known, tokens only. */
export function spentWords(spent: Spent, language: string): string {
  const count = spent.input + spent.cacheWrite + spent.cacheRead + spent.output;
  const tokens = `${count.toLocaleString(language)} tokens`;
  if (spent.unpricedCalls >= spent.calls) return tokens;
  const dollars = dollarWords(spent.costDollars, language);
  return `${tokens}, ${dollars}${spent.unpricedCalls > 0 ? " for those with a known price" : ""}`;
}

/** “$0.04 instead of $0.31: 87 % less”; `null` where nothing was saved. */
export function savingWords(spent: Spent, language: string): string | null {
  const { costDollars, wholeFilesDollars } = spent;
  const saved = wholeFilesDollars - costDollars;
  if (saved < 0.005) return null;
  const share = Math.round((saved / wholeFilesDollars) * 100);
  const [paid, otherwise] = [costDollars, wholeFilesDollars].map((one) =>
    dollarWords(one, language),
  );
  return `${paid} instead of ${otherwise}: ${share} % less`;
}

/** How the savings are reckoned. */
export const SAVING_METHOD =
  "The same messages are priced twice: as they were, and as if every file that was edited had been written anew as a whole and nothing had come from the provider’s cache. Turns and answers stay the same; a token of a file counts as 3.5 letters.";

const COMPONENTS: Readonly<Record<string, string>> = {
  chat: "A message in the chat",
  description: "Describe yourself",
};

/** What a message was for. */
export const componentWords = (component: string): string =>
  COMPONENTS[component] ?? component.replace(/^[a-z]/, (letter) => letter.toUpperCase());
