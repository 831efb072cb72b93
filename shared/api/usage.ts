import { z } from "zod";
import { endpoint } from "./endpoint.ts";

const TAG = "Usage";

export const METER_IDS = [
  "ai-extractions",
  "ai-tokens",
  "ai-repair-tokens",
  "ai-calls",
  "uploads",
  "analyses",
  "generations",
  "storage-bytes",
  "published-sites",
  "draft-links",
] as const;
export type MeterId = (typeof METER_IDS)[number];

export const meterSchema = z.object({
  id: z.enum(METER_IDS),
  /** How often it begins again; `none`: what is kept now. */
  period: z.enum(["day", "month", "none"]),
  /** Used in this period, what is under way counted in. */
  used: z.number(),
  /** `null`: without limit. */
  limit: z.number().nullable(),
  left: z.number().nullable(),
  /** Epoch milliseconds at which the period ends and `used` is 0 again. */
  resetsAt: z.number().nullable(),
});
export type Meter = z.infer<typeof meterSchema>;

export const usage = {
  read: endpoint({
    method: "GET",
    path: "/api/usage",
    access: "person",
    summary: "What is used, what is left and when it returns",
    tag: TAG,
    output: z.object({
      tier: z.enum(["anonymous", "registered", "premium"]),
      meters: z.array(meterSchema),
      requestsPerMinute: z.number(),
    }),
  }),
} as const;
