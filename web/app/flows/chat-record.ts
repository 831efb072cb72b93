import { createStore, type StoreApi } from "zustand/vanilla";
import { shownMessages } from "../../../shared/conversation-branches.ts";
import { mergeConversations, stamped } from "../../../shared/conversation-merge.ts";
import {
  NO_CONVERSATION,
  settledMessage,
  withHead,
  type Conversation,
} from "../../../shared/conversation.ts";
import type { PortfolioStorage } from "../../../shared/ports/portfolio-storage.ts";

export interface ChatRecord {
  readonly store: Pick<StoreApi<Conversation>, "getState" | "getInitialState" | "subscribe">;
  /**
   * Changes the conversation once what was kept is read, in the order of the calls, and keeps it.
   * With `isPassing` it is shown only: what comes next is kept with it.
   */
  change(next: (kept: Conversation) => Conversation, how?: "isPassing"): Promise<void>;
  /** Shows what other tabs and devices say to the same site, until what it gives is called. */
  follow(): () => void;
}

/** What of a storage keeps a conversation. */
export type ChatStorage = Pick<
  PortfolioStorage,
  "readConversation" | "saveConversation" | "onElsewhere"
>;

/** The conversation about a portfolio: read once, then shown and kept as it changes. */
export function openChatRecord(
  id: string,
  storage: Promise<ChatStorage>,
  now: () => number,
): ChatRecord {
  const store = createStore<Conversation>(() => NO_CONVERSATION);
  const opened = storage.then(async (open) => {
    const read = await open.readConversation(id);
    if (read.ok) store.setState(opening(read.value), true);
    return open;
  });
  let saving: Promise<unknown> = opened;
  return {
    store,
    change: async (next, how) => {
      const open = await opened;
      const before = store.getState();
      const changed = stamped(before, next(before), now());
      if (changed === before) return;
      store.setState(changed, true);
      if (how === "isPassing") return;
      saving = saving.then(() => open.saveConversation(id, store.getState()));
      await saving;
    },
    follow: () => {
      let unlisten: (() => void) | null = null;
      let isOver = false;
      void opened.then((open) => {
        if (isOver) return;
        unlisten = open.onElsewhere(async (changed) => {
          if (changed !== id) return;
          const read = await open.readConversation(id);
          if (read.ok && !isOver) store.setState(broughtIn(store.getState(), read.value), true);
        });
      });
      return () => {
        isOver = true;
        unlisten?.();
      };
    },
  };
}

/** As it is shown when it is opened: nobody works on its answers any more. */
const opening = (talk: Conversation): Conversation =>
  withHead({ ...talk, messages: talk.messages.map(settledMessage) });

/**
 * What is shown, with what was said elsewhere. The branch that somebody looks at may grow under them; it
 * doesn't turn into another.
 */
export function broughtIn(shown: Conversation, elsewhere: Conversation): Conversation {
  const merged = mergeConversations(shown, elsewhere);
  const ours = new Set(shown.messages);
  const messages = merged.messages.map((one) => (ours.has(one) ? one : settledMessage(one)));
  const goesOn =
    shown.head === null || shownMessages(merged).some((message) => message.id === shown.head);
  const { head, headAt } = goesOn ? merged : shown;
  return { ...merged, messages, head, headAt };
}
