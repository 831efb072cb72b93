import type { ApiKeyEntry } from "../../shared/api/keys.ts";

const DAY = 24 * 3_600_000;

/** Until when a key holds, and what it may do. */
export function expiryWords(
  { expiresAt, scopes }: Pick<ApiKeyEntry, "expiresAt" | "scopes">,
  now: number,
): string {
  const may = scopes.includes("write") ? "" : "Only reads; ";
  if (expiresAt === null) return sentence(`${may}holds until you revoke it`);
  if (expiresAt <= now) return "Expired";
  const days = Math.ceil((expiresAt - now) / DAY);
  return sentence(`${may}expires in ${days === 1 ? "a day" : `${days} days`}`);
}

/** What a key was used for. */
export function useWords({ usedAt, requests, month }: ApiKeyEntry): string {
  if (usedAt === null) return "Never used.";
  const last = new Date(usedAt).toLocaleDateString(undefined, { dateStyle: "medium" });
  const times = `${requests} ${requests === 1 ? "request" : "requests"}, the last on ${last}`;
  if (month.calls === 0) return `${times}.`;
  const tokens = month.tokens.toLocaleString(undefined);
  return `${times}. The model this month: ${tokens} tokens, $${month.costDollars.toFixed(2)}.`;
}

const sentence = (words: string) => words[0]!.toUpperCase() + words.slice(1);
