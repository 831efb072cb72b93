import { z } from "zod";
import { JOB_KINDS } from "../job.ts";
import { endpoint } from "./endpoint.ts";

const TAG = "Operator";

/** Ids, times and the kind of failure; nothing of what the job was about. */
export const failedJobSchema = z.object({
  jobId: z.string(),
  kind: z.enum(JOB_KINDS),
  failure: z.string(),
  tries: z.number(),
  failedAt: z.number(),
});
export type FailedJob = z.infer<typeof failedJobSchema>;

export const operator = {
  metrics: endpoint({
    method: "GET",
    path: "/metrics",
    access: "operator",
    summary: "Counters and gauges in Prometheus’ text format",
    tag: TAG,
    cost: 0,
    output: z.undefined(),
    answers: "bytes",
  }),

  failedJobs: endpoint({
    method: "GET",
    path: "/api/operator/failed-jobs",
    access: "operator",
    summary: "Jobs that failed after their last try, newest first; they are kept for a day",
    tag: TAG,
    cost: 0,
    output: z.object({ jobs: z.array(failedJobSchema) }),
  }),
  runAgain: endpoint({
    method: "POST",
    path: "/api/operator/failed-jobs/{jobId}/run-again",
    access: "operator",
    summary: "Gives a failed job new tries; its events go on where they ended",
    tag: TAG,
    cost: 0,
    params: z.object({ jobId: z.string() }),
    output: z.object({ jobId: z.string() }),
  }),
} as const;
