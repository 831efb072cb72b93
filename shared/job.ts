/**
 * A job: one long piece of work with an id and a stream of events (R5.4). The events are numbered
 * from 1 without gaps, so that a dropped stream resumes by `Last-Event-ID` with none lost or doubled.
 */
import { z } from "zod";

export const JOB_KINDS = [
  "cv-extract",
  "cv-analyse",
  "cv-generate",
  "portfolio-generate",
  "project-create",
  "agent-message",
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** Who goes first in the queue (R3.8), best first. */
export const JOB_PRIORITIES = ["premium", "returning", "new", "retry", "background"] as const;
export type JobPriority = (typeof JOB_PRIORITIES)[number];

export const jobStatusSchema = z.enum(["queued", "running", "complete", "failed", "cancelled"]);
export type JobStatus = z.infer<typeof jobStatusSchema>;

/** `complete`, `error` are the last of a job; nothing follows them. */
export const jobEventSchema = z.object({
  /** 1, 2, 3 … within the job; the SSE `id`. */
  id: z.number().int().positive(),
  type: z.enum(["progress", "step", "warning", "complete", "error"]),
  /** Epoch milliseconds. */
  at: z.number(),
  /** The step's stable name, for example `read`. */
  step: z.string(),
  /** 0–100, never falling within a job. */
  progress: z.number().min(0).max(100),
  /** One sentence for a person. */
  message: z.string(),
  /** Milliseconds that the step (or, in the last event, the job) took; 0 while it goes on. */
  duration: z.number().nonnegative(),
  /** What the event brings: the queue position, a result, a failure. */
  detail: z.unknown().optional(),
});
export type JobEvent = z.infer<typeof jobEventSchema>;

/** A job as a person sees it between two looks at its stream. */
export const jobViewSchema = z.object({
  id: z.string(),
  kind: z.enum(JOB_KINDS),
  status: jobStatusSchema,
  /** The last event's. */
  progress: z.number(),
  step: z.string(),
  message: z.string(),
  /** The number of the last event. */
  lastEventId: z.number(),
  /** Place in the queue, 1 is next; 0 when it doesn't wait. */
  position: z.number(),
  expectedWaitMs: z.number(),
  /** Tries begun. */
  tries: z.number(),
  /** Epoch milliseconds. */
  createdAt: z.number(),
  endedAt: z.number().nullable(),
  /** What came of it (`shared/job-result.ts`), or why it failed. */
  result: z.unknown().optional(),
  failure: z.unknown().optional(),
});
export type JobView = z.infer<typeof jobViewSchema>;
