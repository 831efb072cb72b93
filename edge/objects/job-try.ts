import { fail, type Result } from "../../shared/failure.ts";
import type { JobResult } from "../../shared/job-result.ts";
import { tryMsOf } from "../domain/job-run.ts";
import type { MetricsDelta } from "../domain/metrics.ts";
import type { JobEnv } from "../jobs/job-work.ts";
import { WORK_BY_KIND } from "../jobs/work-by-kind.ts";
import { createLog } from "../log.ts";
import { reportCrash } from "../observe/crash-reports.ts";
import type { EventLog } from "./event-log.ts";
import { createJobContext } from "./job-context.ts";
import { CRASHED, TIMED_OUT } from "./job-failures.ts";
import type { JobRecordStore } from "./job-record.ts";
import type { SealedRows } from "./sealed-rows.ts";

export interface TryParts {
  readonly env: JobEnv;
  readonly record: JobRecordStore;
  readonly events: EventLog;
  readonly rows: SealedRows;
  readonly controller: AbortController;
  readonly metrics: MetricsDelta;
}

export interface Try {
  /** What came of it, or the end of its time; `cancelled` work ends here at once. */
  readonly result: Promise<Result<JobResult>>;
  /** The work itself has stopped: it touches nothing any more. */
  readonly settled: Promise<void>;
}

/** One try of a job's work: the work, or the end of its time. A crash is told and is a failure. */
export function beginTry(parts: TryParts): Try {
  const { controller } = parts;
  const { signal } = controller;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopped = new Promise<Result<JobResult>>((resolve) => {
    signal.addEventListener("abort", () => resolve(fail(TIMED_OUT)));
    timer = setTimeout(() => controller.abort(), tryMsOf(parts.record.read()!.kind));
  });
  const work = runWork(parts).catch((error: unknown) => tellCrash(parts, error));
  const settled = work.then(() => clearTimeout(timer));
  return { result: Promise.race([work, stopped]), settled };
}

async function runWork({ env, record, events, rows, controller, metrics }: TryParts) {
  const { signal } = controller;
  const [input, file] = [await rows.getJson("input"), await rows.get("file")];
  const work = await WORK_BY_KIND[record.read()!.kind]();
  return work(createJobContext({ env, record, events, rows, input, file, signal, metrics }));
}

async function tellCrash(
  { env, record, controller }: TryParts,
  error: unknown,
): Promise<Result<JobResult>> {
  const known = record.read();
  // What a try meets after it was stopped, its job erased perhaps, is nobody's loss.
  if (!known || controller.signal.aborted) return fail(CRASHED);
  const { jobId, kind, requestId } = known;
  createLog("info", { requestId })({ level: "error", event: "job-crash", jobId, kind, error });
  await reportCrash(env, error, { requestId, where: `job ${kind}` });
  return fail(CRASHED);
}
