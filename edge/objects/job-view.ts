import type { Failure } from "../../shared/failure.ts";
import type { JobEvent, JobView } from "../../shared/job.ts";
import type { JobFailure, JobResult } from "../../shared/job-result.ts";
import { isOver, type Said } from "../domain/job-run.ts";
import { count, observe, type MetricsDelta } from "../domain/metrics.ts";
import type { MetricsCalls, Named, QueuePosition } from "./job-messages.ts";
import type { EventLog } from "./event-log.ts";
import type { JobRecord } from "./job-record.ts";

export const NO_PLACE: QueuePosition = { position: 0, expectedWaitMs: 0 };

/** A job as its person sees it. */
export function jobView(record: JobRecord, last: JobEvent | null, place: QueuePosition): JobView {
  const { jobId, kind, status, tries, createdAt, endedAt, failure } = record;
  return {
    id: jobId,
    kind,
    status,
    tries,
    createdAt,
    endedAt,
    progress: last?.progress ?? 0,
    step: last?.step ?? "queue",
    message: last?.message ?? "",
    lastEventId: last?.id ?? 0,
    ...place,
    ...(status === "complete" ? { result: last?.detail } : {}),
    ...(failure ? { failure } : {}),
  };
}

/** The last event of a job that took this long (milliseconds), and the failure that its record keeps. */
export function lastWords(
  status: "complete" | "failed" | "cancelled",
  outcome: JobResult | Failure,
  duration: number,
): { readonly said: Said; readonly failure: JobFailure | null } {
  if (status === "complete") {
    const rest = { message: "Done", duration, detail: outcome, progress: 100 };
    return { said: { type: "complete", step: "done", ...rest }, failure: null };
  }
  const { kind, message, nextStep, retryable } = outcome as Failure;
  const failure = { kind, message, nextStep, retryable };
  return { said: { type: "error", step: "end", message, duration, detail: failure }, failure };
}

/** Counts a job that is over, with what its work counted. Not to be counted is no failure. */
export async function tellMetrics(
  board: Named<MetricsCalls>,
  { kind, status, createdAt, endedAt }: JobRecord,
  metrics: MetricsDelta,
  ranMs: number,
): Promise<void> {
  if (!isOver(status)) return;
  count(metrics, "jobs_total", { kind, outcome: status });
  observe(metrics, "job_seconds", { kind }, ranMs / 1_000);
  const waited = Math.max(0, (endedAt ?? createdAt) - createdAt - ranMs);
  observe(metrics, "job_wait_seconds", { kind }, waited / 1_000);
  await board
    .getByName("all")
    .add(metrics)
    .catch(() => undefined);
}

/** A job's events as a stream: `GET /?after=3`. */
export function streamAnswer(events: Pick<EventLog, "stream">, request: Request): Response {
  const after = Number(new URL(request.url).searchParams.get("after") ?? 0);
  return new Response(events.stream(Number.isInteger(after) ? after : 0), {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
  });
}
