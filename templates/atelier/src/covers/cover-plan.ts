import { chanceOf } from "./chance";
import { PATTERNS, type Pattern } from "./patterns";

/** What a cover is drawn from. */
export interface CoverPlan {
  readonly name: string;
  readonly pattern: Pattern;
  /** Which of the colour schemes in covers.css. */
  readonly scheme: number;
}

const SCHEMES = 6;

/** One of them by chance, none of those that were just taken. */
function pick<Item>(items: readonly Item[], recent: readonly Item[], chance: number): Item {
  const left = items.filter((item) => !recent.includes(item));
  const from = left.length > 0 ? left : items;
  return from[Math.floor(chance * from.length)]!;
}

/**
 * A cover for each name: always the same for the same names in the same order, and no two alike within
 * four of each other.
 */
export function coverPlans(names: readonly string[]): readonly CoverPlan[] {
  const plans: CoverPlan[] = [];
  const patterns = Object.keys(PATTERNS) as Pattern[];
  const schemes = Array.from({ length: SCHEMES }, (_, scheme) => scheme);
  for (const name of names) {
    const chance = chanceOf(name);
    const recent = plans.slice(-3);
    plans.push({
      name,
      pattern: pick(
        patterns,
        recent.map(({ pattern }) => pattern),
        chance(),
      ),
      scheme: pick(
        schemes,
        recent.map(({ scheme }) => scheme),
        chance(),
      ),
    });
  }
  return plans;
}
