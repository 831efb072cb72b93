import { shownMessages, withChanged, withMessage } from "../../../shared/conversation-branches.ts";
import type { Message } from "../../../shared/conversation.ts";
import type { PortfolioStorage } from "../../../shared/ports/portfolio-storage.ts";
import { openChatRecord, type ChatStorage } from "./chat-record.ts";
import type { ChatProject } from "./chat-ways-back.ts";

/** What a message says, without what places it in the conversation. */
export type Said = Omit<Message, "id" | "at" | "after" | "from">;

/** This browser's yes to sending requests and files to a model. */
const CONSENT = "chat-model-consent";

export interface TalkInput {
  readonly project: Pick<ChatProject, "id" | "mark">;
  readonly storage: Promise<ChatStorage & Pick<PortfolioStorage, "readSetting" | "writeSetting">>;
  readonly now: () => number;
  readonly mintId: () => string;
}
export type Talk = ReturnType<typeof openTalk>;

/** What is said, its versions, and this browser's consent. */
export function openTalk({ project, storage, now, mintId }: TalkInput) {
  const record = openChatRecord(project.id, storage, now);
  const change = (id: string, how: (message: Message) => Message) =>
    record.change((talk) => withChanged(talk, id, how));
  return {
    record,
    change,
    /** What the person asked last; empty before they did. */
    lastAsked: () =>
      shownMessages(record.store.getState()).findLast(({ from }) => from === "person")?.text ?? "",
    /** Adds a message at the end; gives its id. */
    say: async (from: Message["from"], said: Said) => {
      const message = { ...said, from, id: mintId(), at: now() };
      await record.change((talk) => withMessage(talk, message));
      return message.id;
    },
    /** Says this in a message’s place, instead of all that it said. */
    sayInstead: (message: Message, said: Said) =>
      change(message.id, ({ id, at, after, from }) => ({ ...said, id, at, after, from })),
    /** Notes the version of the files as they are now at a message. */
    mark: async (id: string, label: string) => {
      const marked = await project.mark(label);
      if (marked.ok) await change(id, (message) => ({ ...message, version: marked.value }));
    },
    isServers: (id: string) =>
      record.store.getState().messages.find((one) => one.id === id)?.jobId !== undefined,
    isAgreed: async () => {
      const agreed = await (await storage).readSetting(CONSENT);
      return agreed.ok && agreed.value === true;
    },
    agree: async () => (await storage).writeSetting(CONSENT, true),
  };
}
