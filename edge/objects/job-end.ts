import { fail, type Failure } from "../../shared/failure.ts";
import type { JobEnv } from "../jobs/job-work.ts";
import { ENDING_BY_KIND } from "../jobs/work-by-kind.ts";
import { CRASHED } from "./job-failures.ts";
import type { JobRecord } from "./job-record.ts";
import type { SealedRows } from "./sealed-rows.ts";

/** Whether jobs of this kind leave something to bring in order at their end. */
export const hasEnding = ({ kind, status }: Pick<JobRecord, "kind" | "status">): boolean =>
  ENDING_BY_KIND[kind] !== undefined && status !== "complete";

/**
 * Brings in order what a job that failed for good or was cancelled left behind. Once more does nothing.
 * @returns whether there is nothing left to do; `false`: try again later
 */
export async function settleEnd(
  env: JobEnv,
  record: JobRecord,
  rows: Pick<SealedRows, "getJson">,
): Promise<boolean> {
  const { kind, jobId, personId, tier, failure } = record;
  const load = ENDING_BY_KIND[kind];
  if (load === undefined || failure === null || !hasEnding(record)) return true;
  const ending = await load();
  const input = await rows.getJson("input");
  const ended = { env, jobId, personId, tier, input, failure: failure as Failure };
  const settled = await ending({ ...ended, now: () => Date.now() }).catch(() => fail(CRASHED));
  return settled.ok || !settled.failure.retryable;
}
