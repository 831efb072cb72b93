import type { Caller } from "../caller.ts";
import type { Dependencies } from "../dependencies.ts";
import { FEATURES, isFeatureOn } from "../domain/feature.ts";

/**
 * What features by percentage are measured by: a site published, one that its owner likes or doesn’t, each
 * counted for who has a feature and who hasn’t. Nobody’s id is in a count.
 */
export async function countOutcome(
  { featurePercents, metrics }: Pick<Dependencies, "featurePercents" | "metrics">,
  { personId }: Pick<Caller, "personId">,
  outcome: "published" | "liked" | "disliked",
): Promise<void> {
  const { now } = await featurePercents();
  for (const feature of FEATURES) {
    const variant = isFeatureOn(feature, personId, now[feature]) ? "on" : "off";
    metrics.count("feature_outcome_total", { feature, variant, outcome });
  }
}
