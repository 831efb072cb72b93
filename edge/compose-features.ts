import type { Dependencies } from "./dependencies.ts";
import { readSwitches, setSwitch, type Switches } from "./db/rows/feature-rows.ts";
import { isFeatureOn, readFeatures } from "./domain/feature.ts";
import type { Env } from "./env.ts";

/** What this isolate knows of the operator's switches. */
export interface SwitchMemory {
  readAt: number;
  switches: Switches | null;
}

/** A switch holds in every isolate after so long, in milliseconds. */
const READ_EVERY_MS = 10_000;

type Surroundings = Pick<Dependencies, "database" | "metrics" | "log" | "now"> & {
  readonly memory: SwitchMemory;
  readonly requestId: string;
};

/**
 * Features by percentage: as the operator switched them while the service runs, else as configured. Each
 * decision is counted. While the database is away the last known switches hold, or what is configured.
 */
export function composeFeatures(
  env: Pick<Env, "FEATURES">,
  { database, metrics, log, now, memory, requestId }: Surroundings,
): Pick<Dependencies, "hasFeature" | "featurePercents" | "switchFeature"> {
  const switches = async (): Promise<Switches> => {
    if (memory.switches !== null && now() - memory.readAt < READ_EVERY_MS) return memory.switches;
    // Said before it is read: of many requests at once one asks.
    memory.readAt = now();
    try {
      memory.switches = await readSwitches(database());
    } catch (error) {
      log({ level: "error", event: "switches-unread", error });
      memory.switches ??= {};
    }
    return memory.switches;
  };
  const percents = async () => ({ ...readFeatures(env.FEATURES), ...(await switches()) });
  return {
    featurePercents: async () => ({
      now: await percents(),
      configured: readFeatures(env.FEATURES),
    }),
    hasFeature: async (feature, who) => {
      const isOn = isFeatureOn(feature, who?.personId ?? null, (await percents())[feature]);
      metrics.count("feature_total", { feature, variant: isOn ? "on" : "off" });
      return isOn;
    },
    switchFeature: async (feature, percent) => {
      await setSwitch(database(), feature, percent, { requestId, now: new Date(now()) });
      memory.switches = null;
    },
  };
}
