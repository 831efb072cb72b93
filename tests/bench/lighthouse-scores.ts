import lighthouse from "lighthouse";
import { freePort } from "../e2e/serve-product.ts";
import { launchBrowser } from "../launch-browser.ts";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
export type Scores = Record<(typeof CATEGORIES)[number], number>;

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/**
 * Lighthouse's four scores, 0–100: its own mobile set-up with simulated throttling, each score the
 * median of `runs` runs in a fresh browser. What cost points in the last run goes to standard error.
 */
export async function lighthouseScores(url: string, runs: number): Promise<Scores> {
  const all: Scores[] = [];
  for (let run = 0; run < runs; run++) {
    const port = await freePort();
    const browser = await launchBrowser({ args: [`--remote-debugging-port=${port}`] });
    try {
      const outcome = await lighthouse(url, {
        port,
        onlyCategories: [...CATEGORIES],
        logLevel: "error",
      });
      if (!outcome) throw new Error(`Lighthouse gave no result for ${url}`);
      const { categories, audits } = outcome.lhr;
      all.push(
        Object.fromEntries(
          CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)]),
        ) as Scores,
      );
      if (run === runs - 1) reportLosses(url, categories, audits);
    } finally {
      await browser.close();
    }
  }
  return Object.fromEntries(
    CATEGORIES.map((name) => [name, median(all.map((scores) => scores[name]))]),
  ) as Scores;
}

interface Weighed {
  readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
}
interface Audited {
  readonly score: number | null;
  readonly title: string;
  readonly displayValue?: string;
}

function reportLosses(
  url: string,
  categories: Record<string, Weighed>,
  audits: Record<string, Audited>,
) {
  for (const [name, { auditRefs }] of Object.entries(categories)) {
    for (const { id, weight } of auditRefs) {
      const audit = audits[id];
      if (!audit || weight === 0 || audit.score === null || audit.score >= 0.99) continue;
      console.error(`${url} ${name}: ${audit.title} ${audit.displayValue ?? ""} (${audit.score})`);
    }
  }
}
