import { readGauges } from "./db/rows/health-rows.ts";
import type { Dependencies } from "./dependencies.ts";
import { seriesOf, type MetricsDelta } from "./domain/metrics.ts";
import { quotaLeftOf } from "./domain/provider-quota.ts";
import type { Env } from "./env.ts";
import { isHostedOffered } from "./sandboxes/open-provider.ts";

/** What is true just now, beside what is counted, for one request. */
export function composeGauges(
  env: Env,
  {
    database,
    queueGauges,
    fleet,
    log,
  }: Pick<Dependencies, "database" | "queueGauges" | "fleet" | "log">,
): Pick<Dependencies, "gauges" | "quotaLeft"> {
  const quotaLeft = async () =>
    quotaLeftOf(await env.METRICS.getByName("all").callsToday(), {
      gemini: env.GEMINI_DAILY_CALLS ? Number(env.GEMINI_DAILY_CALLS) : undefined,
    });
  const quotaGauges = async () =>
    Object.fromEntries(
      Object.entries(await quotaLeft()).map(([provider, left]) => [
        seriesOf("provider_quota_left_ratio", { provider }),
        left,
      ]),
    );
  const hostedGauges = async (): Promise<MetricsDelta> => {
    if (!isHostedOffered(env)) return {};
    return { [seriesOf("hosted_up", {})]: (await fleet().look()).isDown ? 0 : 1 };
  };
  return {
    quotaLeft,
    gauges: async () => {
      const sources: readonly (() => Promise<MetricsDelta>)[] = [
        async () => ({ ...(await readGauges(database())) }),
        queueGauges,
        quotaGauges,
        hostedGauges,
      ];
      const read = await Promise.allSettled(sources.map((source) => source()));
      return Object.assign(
        {},
        ...read.map((one) => {
          if (one.status === "fulfilled") return one.value;
          // While the database is away the counters matter most: one source can't take the others along.
          log({ level: "error", event: "gauges-failed", error: one.reason as unknown });
          return {};
        }),
      ) as MetricsDelta;
    },
  };
}
