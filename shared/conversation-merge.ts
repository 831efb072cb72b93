import type { Conversation, ConversationPlace, Message } from "./conversation.ts";

/**
 * One conversation on several devices, in several tabs and on the server. What each of them knows is
 * brought together without asking the others: messages are told apart by id, and of one that was changed
 * in two places the later change stands. Order and repetition of merging make no difference.
 */

/** When a message became what it is, in epoch milliseconds. */
export const stampOf = ({ at, changedAt }: Message): number => changedAt ?? at;

/** Later than what it changes, even by a clock that is behind. */
const after = (before: number, now: number): number => Math.max(now, before + 1);

/** Of two states of one message the one that stands; the first where they are the same. */
export function laterOf(one: Message, other: Message): Message {
  if (one === other) return one;
  // What a job came to stands over its answer under way, whatever the clocks of both sides say.
  if (isJobsEnd(one) !== isJobsEnd(other)) return isJobsEnd(one) ? one : other;
  const [stamp, otherStamp] = [stampOf(one), stampOf(other)];
  if (stamp !== otherStamp) return stamp > otherStamp ? one : other;
  return isLater(JSON.stringify(other), JSON.stringify(one)) ? other : one;
}

const isJobsEnd = ({ jobId, run }: Message): boolean =>
  jobId !== undefined && run !== undefined && run.state !== "running";

/** Any rule would do, so long as everybody has the same: more is better than less. */
const isLater = (one: string, other: string): boolean =>
  one.length === other.length ? one > other : one.length > other.length;

/** What was chosen last: the shown branch and the locks, each for itself. */
export function mergePlaces(one: ConversationPlace, other: ConversationPlace): ConversationPlace {
  const isHeadTheirs =
    other.headAt === one.headAt
      ? isLater(other.head ?? "", one.head ?? "")
      : other.headAt > one.headAt;
  const areLocksTheirs =
    other.locksAt === one.locksAt
      ? isLater(JSON.stringify(other.locks), JSON.stringify(one.locks))
      : other.locksAt > one.locksAt;
  const { head, headAt } = isHeadTheirs ? other : one;
  const { locks, locksAt } = areLocksTheirs ? other : one;
  return { head, headAt, locks, locksAt };
}

/** Both together: every message of either, oldest first. */
export function mergeConversations(one: Conversation, other: Conversation): Conversation {
  const messages = new Map(one.messages.map((message) => [message.id, message]));
  for (const message of other.messages) {
    const mine = messages.get(message.id);
    messages.set(message.id, mine ? laterOf(mine, message) : message);
  }
  const inOrder = [...messages.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return { ...mergePlaces(one, other), messages: inOrder };
}

/**
 * Notes on what was just changed that it was: on messages that aren't the same objects as before, the
 * head, the locks.
 * @param now epoch milliseconds
 */
export function stamped(before: Conversation, next: Conversation, now: number): Conversation {
  if (next === before) return before;
  const known = new Map(before.messages.map((message) => [message.id, message]));
  const messages = next.messages.map((message) => {
    const old = known.get(message.id);
    const isAsBefore = old === undefined || old === message;
    return isAsBefore ? message : { ...message, changedAt: after(stampOf(old), now) };
  });
  return {
    ...next,
    messages,
    headAt: next.head === before.head ? before.headAt : after(before.headAt, now),
    locksAt: next.locks === before.locks ? before.locksAt : after(before.locksAt, now),
  };
}
