import type { JobKind } from "../shared/job.ts";
import { JOB_KINDS } from "../shared/job.ts";
import type { Tier } from "../shared/limits.ts";
import { NO_ADDRESS } from "./address.ts";
import type { Caller } from "./caller.ts";
import type { Dependencies, Payer } from "./dependencies.ts";
import { seriesOf, type MetricsDelta } from "./domain/metrics.ts";
import type { Env } from "./env.ts";

type Jobs = Pick<
  Dependencies,
  | "takeRate"
  | "quotaOf"
  | "jobsOf"
  | "job"
  | "queueOf"
  | "readingsOf"
  | "ownsJob"
  | "queueGauges"
  | "oldestJobSince"
>;

/** A person pays for themselves; anonymous ones by their address, which a new session doesn't change. */
export const quotaNameOf = (who: Payer): string =>
  "tier" in who && who.tier !== "anonymous" ? `person:${who.personId}` : `address:${who.address}`;

/**
 * Whose rate holds. Who has no address is on this machine itself, where one person or a proxy stands for
 * all, and a stranger’s rate protects nobody: theirs is the widest.
 */
export const rateTierOf = (who: Payer): Tier => {
  if ("tier" in who && who.tier !== "anonymous") return who.tier;
  return who.address === NO_ADDRESS ? "premium" : "anonymous";
};

/** Rate limit, quotas, jobs and their queues, for one request. */
export function composeJobs(env: Env): Jobs {
  const quotaOf = (who: Payer) => env.PERSON_QUOTA.getByName(quotaNameOf(who));
  const queueOf = (kind: JobKind) => env.JOB_QUEUE.getByName(kind);
  const job = (jobId: string) => env.JOB.getByName(jobId);
  return {
    takeRate: (who, tokens) => quotaOf(who).takeRate(rateTierOf(who), tokens),
    quotaOf,
    jobsOf: ({ personId }: Pick<Caller, "personId">) =>
      env.PERSON_QUOTA.getByName(`person:${personId}`),
    job,
    queueOf,
    readingsOf: ({ personId }) => env.READINGS.getByName(personId),
    ownsJob: ({ personId }, jobId) => job(jobId).isOwnedBy(personId),
    queueGauges: async () => {
      const gauges: MetricsDelta = {};
      for (const kind of JOB_KINDS) {
        const { running, waiting } = await queueOf(kind).look();
        gauges[seriesOf("queue_running", { kind })] = running;
        gauges[seriesOf("queue_depth", { kind })] = waiting;
      }
      return gauges;
    },
    oldestJobSince: async () => {
      const looks = await Promise.all(JOB_KINDS.map((kind) => queueOf(kind).look()));
      const began = looks.flatMap(({ oldestSince }) => oldestSince ?? []);
      return began.length > 0 ? Math.min(...began) : null;
    },
  };
}
