import type { Dependencies } from "./dependencies.ts";
import { isFeatureOn, readFeatures } from "./domain/feature.ts";
import type { Env } from "./env.ts";

/** Features by percentage, as the operator configured them; each decision is counted. */
export const composeFeatures = (
  env: Pick<Env, "FEATURES">,
  metrics: Dependencies["metrics"],
): Pick<Dependencies, "hasFeature"> => ({
  hasFeature: (feature, who) => {
    const isOn = isFeatureOn(feature, who?.personId ?? null, readFeatures(env.FEATURES)[feature]);
    metrics.count("feature_total", { feature, variant: isOn ? "on" : "off" });
    return isOn;
  },
});
