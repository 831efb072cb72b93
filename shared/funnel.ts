/**
 * The way from a dropped CV to a published site, as it is counted where an operator asks for it (R5.7):
 * bare counters. A step carries no id, no content and no time.
 */
export const FUNNEL_STEPS = ["drop", "preview", "edit", "publish"] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

/**
 * Whether a step is to be counted after those that were: each once, and only on a way that began with a
 * drop, so that the steps of a funnel are of the same visits. `publish` needs no `edit` before it.
 */
export const countsNext = (counted: ReadonlySet<FunnelStep>, step: FunnelStep): boolean =>
  !counted.has(step) && (step === "drop" || counted.has("drop"));
