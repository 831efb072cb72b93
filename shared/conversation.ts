import { z } from "zod";

/**
 * What was said about a portfolio, kept with it: what the person asked, what was answered, and which
 * texts changed by it, so that each change can be looked at and taken back.
 */
export const messageSchema = z.object({
  id: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
  from: z.enum(["person", "site"]),
  text: z.string(),
  /** The changed files' texts, where all of them are text; `null` where there is no such file. */
  changes: z
    .array(
      z.object({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    )
    .readonly()
    .optional(),
  /** The act's name in the undo list, where something was changed. */
  act: z.string().optional(),
  isUndone: z.boolean().optional(),
  /** Requests to try, where nothing was understood or help was asked for. */
  examples: z.array(z.string()).readonly().optional(),
});
export type Message = z.infer<typeof messageSchema>;
export type TextChange = NonNullable<Message["changes"]>[number];

export const conversationSchema = z.array(messageSchema);
export type Conversation = readonly Message[];

/** Older messages are let go beyond this; versions keep what they changed. */
export const MOST_MESSAGES = 400;
