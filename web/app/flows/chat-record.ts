import { createStore, type StoreApi } from "zustand/vanilla";
import { stamped } from "../../../shared/conversation-merge.ts";
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
}

/** The conversation about a portfolio: read once, then shown and kept as it changes. */
export function openChatRecord(
  id: string,
  storage: Promise<Pick<PortfolioStorage, "readConversation" | "saveConversation">>,
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
  };
}

/** As it is shown when it is opened: nobody works on its answers any more. */
const opening = (talk: Conversation): Conversation =>
  withHead({ ...talk, messages: talk.messages.map(settledMessage) });
