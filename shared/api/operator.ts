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

const outcomes = z.object({ published: z.number(), liked: z.number(), disliked: z.number() });

const featureSchema = z.object({
  feature: z.string(),
  /** Of the people, 0–100: as it holds now, and where no switch is set. */
  percent: z.number(),
  configured: z.number(),
  /** Decisions since the service began. */
  on: z.number(),
  off: z.number(),
  /** What became of sites of people for whom it is on, and off. */
  outcomes: z.object({ on: outcomes, off: outcomes }),
});

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

  features: endpoint({
    method: "GET",
    path: "/api/operator/features",
    access: "operator",
    summary:
      "Features by percentage: as they are now, as configured, and how often each was on or off",
    tag: TAG,
    cost: 0,
    output: z.object({ features: z.array(featureSchema) }),
  }),
  switchFeature: endpoint({
    method: "PUT",
    path: "/api/operator/features/{feature}",
    access: "operator",
    summary: "Switches a feature to a percentage of the people at run time; null: as configured",
    tag: TAG,
    cost: 0,
    params: z.object({ feature: z.string() }),
    body: z.strictObject({ percent: z.int().min(0).max(100).nullable() }),
    output: featureSchema,
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
