/** A hosted sandbox as its owner sees it (R3.7). */
import { z } from "zod";
import { jobFailureSchema } from "./job-result.ts";

export const HOSTED_STATES = [
  "queued",
  "creating",
  "building",
  "running",
  "idle",
  "stopping",
  "stopped",
  "warning",
  "archived",
  "deleted",
  "failed",
] as const;
export const hostedStateSchema = z.enum(HOSTED_STATES);
export type HostedState = z.infer<typeof hostedStateSchema>;

/** A hosted sandbox between two looks at its events. Fields as R3.7 and the API name them. */
export const hostedSandboxSchema = z.object({
  sandbox_id: z.string(),
  /** Names the work on it that its events tell of: the sandbox itself. */
  job_id: z.string(),
  status: hostedStateSchema,
  /** 0–100, of being made or woken. */
  progress: z.number(),
  /** One sentence for a person. */
  message: z.string(),
  /** Place in the queue, 1 is next; 0 when it doesn't wait. */
  position: z.number(),
  expected_wait_ms: z.number(),
  /** Epoch milliseconds. */
  created_at: z.number(),
  active_at: z.number(),
  /** When it is removed (its files kept) unless somebody uses it; epoch milliseconds. */
  expires_at: z.number(),
  portfolio_id: z.string().nullable(),
  failure: jobFailureSchema.nullable(),
});
export type HostedSandboxView = z.infer<typeof hostedSandboxSchema>;

/** What the service offers just now, for the choice of a sandbox. */
export const hostedOfferSchema = z.object({
  /** `busy`: there is a queue; `full`: the queue is full too; `down`: the provider doesn’t answer. */
  state: z.enum(["off", "free", "busy", "full", "down"]),
  /** Many use it: signing in or another hour is suggested. */
  is_high_demand: z.boolean(),
  running: z.number(),
  waiting: z.number(),
  /** What somebody who comes now has to wait. */
  expected_wait_ms: z.number(),
  /** One sentence for a person. */
  message: z.string(),
});
export type HostedOffer = z.infer<typeof hostedOfferSchema>;
