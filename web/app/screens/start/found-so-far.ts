import type { ReadingState } from "../../flows/reading-state.ts";

export interface Found {
  readonly pages: number | null;
  readonly sections: number | null;
  readonly facts: number | null;
}

const COUNTED = /^(\d+) (page|section|fact)s?$/;

/** What has been found so far: the final counts, or what the steps have told until now. */
export function foundSoFar(reading: ReadingState & { readonly status: "reading" }): Found {
  if (reading.counts !== undefined) return reading.counts;
  const told: Record<string, number> = {};
  for (const { detail } of reading.steps) {
    const [, amount, what] = COUNTED.exec(detail ?? "") ?? [];
    if (amount !== undefined && what !== undefined) told[what] = Number(amount);
  }
  return {
    pages: told["page"] ?? null,
    sections: told["section"] ?? null,
    facts: told["fact"] ?? null,
  };
}
