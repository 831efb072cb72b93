import { z } from "zod";
import { lockSchema, messageSchema, type ConversationPlace } from "../conversation.ts";
import { BODY_LIMITS, CONVERSATION_LIMITS } from "../limits.ts";
import { endpoint } from "./endpoint.ts";
import { portfolioId } from "./portfolios.ts";

const TAG = "Conversation";
const path = "/api/portfolios/{portfolioId}/conversation";
const access = { owner: "portfolio", param: "portfolioId" } as const;
const params = z.object({ portfolioId });

const messageId = z.string().min(1).max(100);
/** Epoch milliseconds, as far as dates go. */
const time = z.number().nonnegative().max(8.64e15);

/** What was chosen: the branch that is shown and the locks, each with the moment of choosing. */
const placeSchema: z.ZodType<ConversationPlace> = z.object({
  head: messageId.nullable(),
  headAt: time,
  locks: z.array(lockSchema).max(CONVERSATION_LIMITS.locks),
  locksAt: time,
});

const addBody = z.object({
  /** New ones, and changed ones with a later `changedAt`; those that are there already change nothing. */
  messages: z
    .array(
      messageSchema.extend({
        id: messageId,
        after: messageId.nullable(),
        at: time,
        changedAt: time.optional(),
      }),
    )
    .max(CONVERSATION_LIMITS.perCall),
  place: placeSchema.optional(),
});
export type AddMessages = z.output<typeof addBody>;

const pageSchema = z.object({
  /** In the order of their last changes, oldest first. */
  items: z.array(messageSchema),
  /** Where the next page begins; `null` after the last. */
  next: z.string().nullable(),
  /** How often the conversation was changed: after this the next look begins. */
  changes: z.number().int(),
  place: placeSchema,
});
export type ConversationPage = z.output<typeof pageSchema>;

const addedSchema = z.object({
  /** How often the conversation was changed before this call, and with it. */
  before: z.number().int(),
  changes: z.number().int(),
});
export type Added = z.output<typeof addedSchema>;

/**
 * What was said about a portfolio, message by message: whoever writes sends what is new or changed, and
 * the account brings it together by id (`shared/conversation-merge.ts`). No message is ever replaced by
 * an earlier state of itself, and none is lost when two write at once.
 */
export const conversation = {
  read: endpoint({
    method: "GET",
    path,
    access,
    summary: "Messages of a portfolio’s conversation that changed after a change number",
    tag: TAG,
    params,
    query: z.object({ after: z.coerce.number().int().nonnegative().default(0) }),
    output: pageSchema,
  }),
  add: endpoint({
    method: "POST",
    path,
    access,
    summary: "Adds messages to a portfolio’s conversation, or later states of them; once or often",
    tag: TAG,
    params,
    body: addBody,
    bodyLimit: BODY_LIMITS.messages,
    output: addedSchema,
  }),
} as const;
