import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { Said } from "../domain/job-run.ts";
import { createLog } from "../log.ts";
import { count, observe, type MetricsDelta } from "../domain/metrics.ts";
import type { JobContext, JobEnv, Step } from "../jobs/job-work.ts";
import type { EventLog } from "./event-log.ts";
import type { JobRecordStore } from "./job-record.ts";
import type { SealedRows } from "./sealed-rows.ts";

/** What one try of a job's work gets. After `signal` is aborted it says and keeps nothing more. */
export function createJobContext(parts: {
  readonly env: JobEnv;
  readonly record: JobRecordStore;
  readonly events: EventLog;
  readonly rows: SealedRows;
  readonly input: unknown;
  readonly file: Uint8Array | null;
  readonly signal: AbortSignal;
  readonly metrics: MetricsDelta;
}): JobContext {
  const { env, record, events, rows, signal, metrics } = parts;
  const { jobId, personId, tier, requestId, quotaName, kind } = record.read()!;
  const log = createLog(env.LOG_LEVEL ?? "info", { requestId, jobId, kind });

  const sayOnce = onceTeller(record, events, signal);
  const tell = (
    what: string,
    { name, title }: Step,
    duration: number,
    progress: number,
    detail = "",
  ) =>
    sayOnce(`${what} ${name}`, {
      type: "step",
      step: name,
      message: detail ? `${title}: ${detail}` : title,
      duration,
      progress,
    });
  return {
    jobId,
    personId,
    tier,
    requestId,
    input: parts.input,
    file: parts.file,
    signal,
    now: () => Date.now(),
    log,
    env,
    quota: env.PERSON_QUOTA.getByName(quotaName),
    count: (name, labels, by) => count(metrics, name, labels, by),
    observe: (name, labels, value) => observe(metrics, name, labels, value),
    ...createSteps(rows, signal, tell),
    warn: (step, message) =>
      sayOnce(`warning ${step} ${message}`, { type: "warning", step, message }),
    async tell(step, detail) {
      if (!signal.aborted) await events.append({ type: "progress", step, message: "", detail });
    },
    remember: (name, value) => rows.putJson(`remembered:${name}`, value),
    recall: (name) => rows.getJson(`remembered:${name}`),
    async keep(name, bytes) {
      if (!signal.aborted) await rows.put(`output:${name}`, bytes);
    },
  };
}

/** How steps run: their start and end are told, and what `stepOnce` gave is kept for later tries. */
function createSteps(
  rows: SealedRows,
  signal: AbortSignal,
  tell: (what: string, step: Step, ms: number, progress: number, detail?: string) => Promise<void>,
): Pick<JobContext, "step" | "stepOnce"> {
  const steps: Pick<JobContext, "step" | "stepOnce"> = {
    async step(step, work, detail = () => "") {
      if (signal.aborted) return fail(STOPPED);
      await tell("start", step, 0, 0);
      const startedAt = Date.now();
      const result = await work();
      if (signal.aborted) return fail(STOPPED);
      if (result.ok) {
        await tell("end", step, Date.now() - startedAt, step.upTo, detail(result.value));
      }
      return result;
    },
    async stepOnce<T>(step: Step, work: () => Promise<Result<T>>) {
      const name = `step:${step.name}`;
      const kept = (await rows.getJson(name)) as { value: T } | null;
      if (kept) return ok(kept.value);
      return steps.step(step, async () => {
        const result = await work();
        if (result.ok && !signal.aborted) await rows.putJson(name, { value: result.value });
        return result;
      });
    },
  };
  return steps;
}

/** Says something once in the life of the job; nothing once the try is stopped. */
function onceTeller(record: JobRecordStore, events: EventLog, signal: AbortSignal) {
  return async (key: string, said: Said): Promise<void> => {
    if (signal.aborted || record.read()?.told.includes(key)) return;
    await events.append(said, () => record.change({ told: [...record.read()!.told, key] }));
  };
}

const STOPPED: Failure = {
  kind: "cancelled",
  message: "The work was stopped.",
  nextStep: "Start it again whenever you like.",
  retryable: false,
};
