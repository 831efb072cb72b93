import { AI_LIMITS } from "../../shared/limits.ts";

/** What was asked of the model for one message of a person's. */
export interface MessageCalls {
  readonly messageId: string;
  /** Calls that weren't charged because they mended the agent's own error. */
  readonly repairs: number;
  /** Epoch milliseconds; a message that began before isn't worked on any more. */
  readonly until: number;
}

/** Messages that are remembered at once, and for how long: longer than any runs. */
const MOST_MESSAGES = 200;
const REMEMBERED_MS = 60 * 60_000;

/** The messages that may still be worked on. */
export const messagesNow = (
  kept: readonly MessageCalls[] | null,
  now: number,
): readonly MessageCalls[] => (kept ?? []).filter(({ until }) => until > now);

/** A message is known once a call of it was held or charged: a repair of nothing is none. */
export const withTurn = (
  messages: readonly MessageCalls[],
  messageId: string,
  now: number,
): readonly MessageCalls[] =>
  messages.some((one) => one.messageId === messageId)
    ? messages
    : [...messages, { messageId, repairs: 0, until: now + REMEMBERED_MS }].slice(-MOST_MESSAGES);

/** Whether a call may mend the message's errors without being charged (R4.9). */
export const mayRepair = (
  messages: readonly MessageCalls[],
  messageId: string | undefined,
): messageId is string =>
  messages.some((one) => one.messageId === messageId && one.repairs < AI_LIMITS.repairCalls);

/** Counts a call that wasn't charged. */
export const withRepair = (
  messages: readonly MessageCalls[],
  messageId: string,
): readonly MessageCalls[] =>
  messages.map((one) => (one.messageId === messageId ? { ...one, repairs: one.repairs + 1 } : one));
