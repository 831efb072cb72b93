import { createStore, type StoreApi } from "zustand/vanilla";
import { isLastEvent, type AgentEvent } from "../../../shared/agent/loop/events.ts";
import { prepareToUnderstand } from "../../../shared/agent/plain/understand.ts";
import { afterEvent } from "../../../shared/agent/run-of-events.ts";
import { NEW_RUN } from "../../../shared/agent-run.ts";
import { shownMessages, withChanged, withMessage } from "../../../shared/conversation-branches.ts";
import {
  withLockTurned,
  type Conversation,
  type Lock,
  type Message,
} from "../../../shared/conversation.ts";
import type { PortfolioStorage } from "../../../shared/ports/portfolio-storage.ts";
import type { OpenProject } from "../../project/open-project.ts";
import { answerRequest, requestContext, type RequestActs } from "./answer-request.ts";
import type { AgentTask, ChatAgent, ModelOffer } from "./chat-agent.ts";
import { openChatRecord, type ChatRecord } from "./chat-record.ts";
import { answerWithoutModel, mayItGo } from "./chat-words.ts";
import { waysBack, type WaysBack } from "./chat-ways-back.ts";

/** What the studio lends to carry out a plain request. */
export type PlainActs = Omit<RequestActs, "project">;

export interface ChatState {
  /** The message that is being answered by a model; `null` where none is. */
  readonly running: string | null;
  /** `null` until it is known. */
  readonly offer: ModelOffer | null;
}

export interface Chat extends WaysBack {
  readonly conversation: ChatRecord["store"];
  readonly state: Pick<StoreApi<ChatState>, "getState" | "getInitialState" | "subscribe">;
  /** Gets ready for requests: the grammar, and whether there is a model. */
  prepare(): void;
  send(text: string, acts: PlainActs): void;
  /** Asks the same or something else at the place of an earlier request, from where the site was then. */
  sendAgain(request: Message, text: string, acts: PlainActs): void;
  consent(message: Message, isGiven: boolean): void;
  answerPermission(id: string, isAllowed: boolean): void;
  stop(): void;
  turnLock(lock: Lock): void;
}

type Storage = Pick<
  PortfolioStorage,
  "readConversation" | "saveConversation" | "readSetting" | "writeSetting"
>;

export type ChatProject = Pick<
  OpenProject,
  "id" | "getState" | "apply" | "undo" | "mark" | "restore" | "diff"
>;

export interface ChatInput {
  readonly project: ChatProject;
  readonly storage: Promise<Storage>;
  readonly agent: ChatAgent;
  readonly now: () => number;
  readonly mintId: () => string;
}

/** This browser's yes to sending requests and files to a model. */
const CONSENT = "chat-model-consent";

/** The conversation about an open portfolio: plain requests at once, the rest by a model. */
export function openChat(input: ChatInput): Chat {
  const { project, storage, agent, now, mintId } = input;
  const record = openChatRecord(project.id, storage);
  const state = createStore<ChatState>(() => ({ running: null, offer: null }));
  // Requests are carried out one after another, each on what the one before left.
  let queue: Promise<unknown> = Promise.resolve();
  let task: AgentTask | null = null;

  const inTurn = (run: () => Promise<unknown>) => {
    queue = queue.then(run);
  };
  const change = (id: string, how: (message: Message) => Message) =>
    record.change((talk) => withChanged(talk, id, how));
  const say = (from: Message["from"], said: Omit<Message, "id" | "at" | "after" | "from">) => {
    const message = { ...said, from, id: mintId(), at: now() };
    return record.change((talk) => withMessage(talk, message)).then(() => message.id);
  };
  /** Notes the version of the files as they are now at a message. */
  const mark = async (id: string, label: string) => {
    const marked = await project.mark(label);
    if (marked.ok) await change(id, (message) => ({ ...message, version: marked.value }));
  };
  const lookForModel = async () => {
    const offer = await agent.offer();
    state.setState({ offer });
    return offer;
  };

  const runModel = async (text: string, past: readonly Message[]) => {
    const id = await say("site", { text: "", run: NEW_RUN });
    state.setState({ running: id });
    const { locks } = record.store.getState();
    task = agent.run({ text, past, locks, onEvent: (event) => note(record, id, text, event) });
    await task.ended;
    task = null;
    await mark(id, shortened(text));
    state.setState({ running: null });
    void lookForModel();
  };

  const answer = async (text: string, acts: PlainActs) => {
    const plain = await answerRequest(text, { project, ...acts });
    if (plain !== null) {
      const id = await say("site", plain);
      if (plain.act !== undefined) void mark(id, plain.act);
      return;
    }
    const offer = await lookForModel();
    if (!offer.isThere) return void (await say("site", answerWithoutModel(text)));
    const agreed = await (await storage).readSetting(CONSENT);
    if (!agreed.ok || agreed.value !== true) return void (await say("site", mayItGo()));
    const shown = shownMessages(record.store.getState());
    await runModel(text, shown.slice(0, -1));
  };

  const send = (text: string, acts: PlainActs) =>
    inTurn(async () => {
      const id = await say("person", { text });
      void mark(id, `Before “${shortened(text)}”`);
      await answer(text, acts);
    });

  const back = waysBack({ project, record });
  return {
    ...back,
    conversation: record.store,
    state,
    prepare: () => {
      void lookForModel();
      void requestContext(project.getState().files).then(
        (context) => context.ok && requestIdleCallback(() => prepareToUnderstand(context.value)),
      );
    },
    send,
    sendAgain: (request, text, acts) => {
      inTurn(() => back.turnBackTo(request));
      send(text, acts);
    },
    consent: (message, isGiven) =>
      inTurn(async () => {
        const shown = shownMessages(record.store.getState());
        const asked = shown.findLast(({ id }) => id === message.after);
        await change(message.id, ({ needsConsent: _, ...rest }) => ({
          ...rest,
          text: isGiven ? "Sent to the model." : "Not sent. Nothing was changed.",
        }));
        if (!isGiven || !asked) return;
        await (await storage).writeSetting(CONSENT, true);
        await runModel(asked.text, shown.slice(0, shown.indexOf(asked)));
      }),
    answerPermission: (id, isAllowed) => task?.answer(id, isAllowed),
    stop: () => task?.stop(),
    turnLock: (lock) =>
      void record.change((talk) => ({ ...talk, locks: withLockTurned(talk.locks, lock) })),
  };
}

/** Writes an event into its message; keeps it where something was done, not at every word. */
function note(record: ChatRecord, id: string, asked: string, event: AgentEvent): void {
  const isPassing = !["file", "tool-end", "permission", "rolled-back"].includes(event.type);
  const isLast = isLastEvent(event);
  void record.change(
    (talk: Conversation) =>
      withChanged(talk, id, (message) => ({
        ...message,
        run: afterEvent(message.run ?? NEW_RUN, event),
        ...(isLast && event.changes.length > 0 ? { changes: event.changes, act: asked } : {}),
      })),
    isPassing && !isLast ? "isPassing" : undefined,
  );
}

const MOST_LETTERS = 60;

/** A request as the history names it. */
const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length <= MOST_LETTERS ? line : `${line.slice(0, MOST_LETTERS - 1).trimEnd()}…`;
};
