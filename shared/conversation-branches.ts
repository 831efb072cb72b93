import type { Conversation, Message } from "./conversation.ts";

/** The messages of the branch that is shown, oldest first. */
export function shownMessages({ messages, head }: Conversation): readonly Message[] {
  const known = new Map(messages.map((message) => [message.id, message]));
  const way: Message[] = [];
  // Each message is passed once, whatever a damaged record says it follows.
  for (let id = head; id !== null && known.has(id);) {
    const message = known.get(id)!;
    known.delete(id);
    way.unshift(message);
    id = message.after;
  }
  return way;
}

/** With one more message at the end of the shown branch, said after the one that it follows. */
export function withMessage(talk: Conversation, message: Omit<Message, "after">): Conversation {
  const before = talk.messages.find(({ id }) => id === talk.head);
  const at = Math.max(message.at, (before?.at ?? -1) + 1);
  return {
    ...talk,
    messages: [...talk.messages, { ...message, at, after: talk.head }],
    head: message.id,
  };
}

/** With one message changed. */
export const withChanged = (
  talk: Conversation,
  id: string,
  change: (message: Message) => Message,
): Conversation => ({
  ...talk,
  messages: talk.messages.map((one) => (one.id === id ? change(one) : one)),
});

/** As it stood before a message: what is said next begins a branch beside it. */
export const beforeMessage = (talk: Conversation, { after }: Message): Conversation => ({
  ...talk,
  head: after,
});

/** What was asked instead at the same place, this message among them, oldest first. */
export const wordingsOf = ({ messages }: Conversation, message: Message): readonly Message[] =>
  messages.filter(({ from, after }) => from === message.from && after === message.after);

/** The branch through a message, followed to its newest end. */
export function branchThrough(talk: Conversation, message: Message): Conversation {
  let end = message;
  for (let left = talk.messages.length; left > 0; left -= 1) {
    const next = talk.messages.findLast(({ after }) => after === end.id);
    if (!next) break;
    end = next;
  }
  return { ...talk, head: end.id };
}
