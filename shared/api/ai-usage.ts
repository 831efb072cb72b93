import { z } from "zod";

/** What calls of the model took. */
const spent = z.object({
  calls: z.number(),
  /** Tokens that were read anew. */
  input: z.number(),
  /** … written into the provider's cache, read from it, and answered. */
  cacheWrite: z.number(),
  cacheRead: z.number(),
  output: z.number(),
  /** US dollars by the provider's list of the day; models without a known price aren't in it. */
  costDollars: z.number(),
  /** What the same tokens had cost without the provider's cache. */
  uncachedDollars: z.number(),
  /**
   * What the same calls had cost without the cache and with every edited file written anew as a whole
   * (`edge/domain/whole-files.ts`).
   */
  wholeFilesDollars: z.number(),
  /** Calls of models without a known price: they are in the tokens, and in no sum of dollars. */
  unpricedCalls: z.number(),
});
export type Spent = z.infer<typeof spent>;

/** Messages of one page of `GET /api/ai/usage`. */
export const USAGE_MESSAGES = 50;

export const aiUsageSchema = z.object({
  /** `2026-11`, UTC. */
  month: z.string(),
  budget: z.object({
    /** Tokens of the service's key; what is under way is counted in. */
    used: z.number(),
    limit: z.number(),
    /** From 80 % on `near`; `used-up`: nothing is asked until `resetsAt` but with one's own key. */
    state: z.enum(["within", "near", "used-up"]),
    /** Epoch milliseconds. */
    resetsAt: z.number(),
  }),
  total: spent,
  /** The part of `total` that mended the agent's own errors; in no budget. */
  repairs: spent,
  /** The part of `total` that one's own key paid; in no budget. */
  ownKey: spent,
  /** All that is noted of this person, of whatever month. */
  ever: spent,
  /** Part of all tokens read that came from the provider's cache, 0–1. */
  cachedShare: z.number(),
  /** The month's messages, newest first. */
  messages: z.array(
    spent.extend({
      /** As its sender named it; a call without a message's name stands for itself. */
      messageId: z.string(),
      component: z.string(),
      /** Epoch milliseconds of its last call. */
      at: z.number(),
      repairCalls: z.number(),
    }),
  ),
  /** `before` of the next page; `null`: this is the last. */
  next: z.number().nullable(),
});
