/** A hosted sandbox as its owner sees it (R3.7). */
import { z } from "zod";

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
