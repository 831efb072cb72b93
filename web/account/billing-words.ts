import type { TierLimits } from "../../shared/limits.ts";

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const COUNT = new Intl.NumberFormat(undefined);
const DAY_MS = 24 * 3_600_000;

/** A day as people write it; epoch milliseconds. */
export const dayWords = (at: number): string => DAY.format(at);

/** What tiers differ in, said from their limits. */
export const PREMIUM_ROWS: readonly {
  readonly name: string;
  readonly words: (limits: TierLimits) => string;
}[] = [
  { name: "Published sites", words: ({ publishedSites }) => COUNT.format(publishedSites) },
  {
    name: "They stay",
    words: ({ publishedMs }) =>
      publishedMs === null ? "for good" : `${COUNT.format(publishedMs / DAY_MS)} days`,
  },
  {
    name: "Words for the AI a month",
    words: ({ aiTokensPerMonth }) => `${COUNT.format(aiTokensPerMonth / 1_000_000)} M tokens`,
  },
  {
    name: "CVs read by AI a day",
    words: ({ aiExtractionsPerDay }) => COUNT.format(aiExtractionsPerDay),
  },
  {
    name: "Storage",
    words: ({ storageBytes }) =>
      storageBytes >= 1e9 ? `${storageBytes / 1e9} GB` : `${storageBytes / 1e6} MB`,
  },
  {
    name: "Hosted sandboxes at once",
    words: ({ hostedSandboxes }) => COUNT.format(hostedSandboxes),
  },
  {
    name: "They run without a visit",
    words: ({ hostedIdleMs }) => `${COUNT.format(hostedIdleMs / DAY_MS)} days`,
  },
];
