import { createStore, type StoreApi } from "zustand/vanilla";
import { NEW_RUN } from "../../../shared/agent-run.ts";
import { shownMessages, withChanged, withMessage } from "../../../shared/conversation-branches.ts";
import { withLockTurned, type Lock, type Message } from "../../../shared/conversation.ts";
import type { CodeAsked } from "../../../shared/agent/words/explain-code.ts";
import type { Failure } from "../../../shared/failure.ts";
import type { PortfolioStorage } from "../../../shared/ports/portfolio-storage.ts";
import type { Answer, RequestActs } from "./answer-request.ts";
import type { AgentTask, ChatAgent, ModelOffer } from "./chat-agent.ts";
import { beginAnswer } from "./begin-answer.ts";
import { openChatRecord, type ChatRecord, type ChatStorage } from "./chat-record.ts";
import { waysBack, type ChatProject, type WaysBack } from "./chat-ways-back.ts";
import { answerWithoutModel, mayItGo } from "./chat-words.ts";
import { followAnswers } from "./follow-answers.ts";

/** What the studio lends to carry out a plain request. */
export interface PlainActs extends Omit<RequestActs, "project"> {
  /** Says what went wrong outside the conversation. */
  readonly tellFailure: (failure: Failure) => void;
}

export interface ChatState {
  /** The message that is being answered by a model; `null` where none is. */
  readonly running: string | null;
  /** `null` until it is known. */
  readonly offer: ModelOffer | null;
}

export interface Chat extends WaysBack {
  readonly conversation: ChatRecord["store"];
  readonly state: Pick<StoreApi<ChatState>, "getState" | "getInitialState" | "subscribe">;
  /** Gets ready for requests, and looks whether there is a model. */
  prepare(): void;
  /** @param about code that is to be explained */
  send(text: string, acts: PlainActs, about?: CodeAsked): void;
  /** Asks the same or something else at the place of an earlier request, from where the site was then. */
  sendAgain(request: Message, text: string, acts: PlainActs): void;
  /** The person's answer to whether a request may go to the model. */
  consent(message: Message, isGiven: boolean): void;
  answerPermission(id: string, isAllowed: boolean): void;
  stop(): void;
  /** The studio is closed: what it answers itself ends on a site that works, the server’s goes on. */
  leave(): void;
  turnLock(lock: Lock): void;
  /** Shows what other tabs and devices say, until what it gives is called. */
  follow(): () => void;
}

export interface ChatInput {
  readonly project: ChatProject;
  readonly storage: Promise<ChatStorage & Pick<PortfolioStorage, "readSetting" | "writeSetting">>;
  readonly agent: ChatAgent;
  /** Carries out what is plain; `null` where it isn't, and nothing was done. */
  readonly answerPlain: (text: string, acts: RequestActs) => Promise<Answer | null>;
  /** Gets ready to understand. */
  readonly prepare: () => void;
  readonly now: () => number;
  readonly mintId: () => string;
}

/** The conversation about an open portfolio: plain requests at once, the rest by a model. */
export function openChat(input: ChatInput): Chat {
  const talk = openTalk(input);
  const state = createStore<ChatState>(() => ({ running: null, offer: null }));
  const { abouts, ask, lookForModel, runModel, running } = askingOf(input, talk, state);
  const consented = async (message: Message, isGiven: boolean) => {
    const shown = shownMessages(talk.record.store.getState());
    const asked = shown.findLast(({ id }) => id === message.after);
    const text = isGiven ? "Sent to the model." : "Not sent. Nothing was changed.";
    await talk.change(message.id, (one) => ({ ...one, text, needsConsent: false }));
    if (!isGiven || !asked) return;
    await talk.agree();
    await runModel(asked, shown.slice(0, shown.indexOf(asked)), abouts.get(asked.id));
  };

  // Requests are carried out one after another, each on what the one before left.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = (run: () => Promise<unknown>) => {
    queue = queue.then(run);
  };
  const back = waysBack({ project: input.project, record: talk.record });
  return {
    ...back,
    conversation: talk.record.store,
    state,
    prepare: () => {
      void lookForModel();
      input.prepare();
    },
    send: (text, acts, about) => inTurn(() => ask(text, acts, about)),
    sendAgain: (request, text, acts) =>
      inTurn(async () => {
        const turned = await back.turnBackTo(request);
        if (turned.ok) await ask(text, acts);
        else acts.tellFailure(turned.failure);
      }),
    consent: (message, isGiven) => inTurn(() => consented(message, isGiven)),
    answerPermission: (id, isAllowed) => running()?.answer(id, isAllowed),
    stop: () => running()?.stop(),
    leave: () => running()?.leave(),
    follow: () => {
      const leaves = [talk.record.follow(), followAnswers(talk.record, input.agent)];
      return () => leaves.forEach((leave) => leave());
    },
    turnLock: (lock) =>
      void talk.record.change((now) => ({ ...now, locks: withLockTurned(now.locks, lock) })),
  };
}

/** Asking: what is plain is done here, the rest by a model where there is one and it may be asked. */
function askingOf(
  { project, agent, answerPlain }: ChatInput,
  talk: ReturnType<typeof openTalk>,
  state: StoreApi<ChatState>,
) {
  let task: AgentTask | null = null;
  /** Code that requests are about, by their ids, for as long as they wait for a yes. */
  const abouts = new Map<string, CodeAsked>();
  const lookForModel = async () => {
    const offer = await agent.offer();
    state.setState({ offer });
    return offer;
  };
  /** One that was there is taken to be there still; asking it says otherwise. */
  const hasModel = async () =>
    state.getState().offer?.isThere === true || (await lookForModel()).isThere;
  const runModel = async (
    { id: askId, text }: Pick<Message, "id" | "text">,
    past: readonly Message[],
    about?: CodeAsked,
  ) => {
    const answerId = await talk.say("site", { text: "", run: NEW_RUN });
    const question = { text, askId, past, answerId, ...(about ? { about } : {}) };
    task = beginAnswer(agent, talk.record, question);
    state.setState({ running: answerId });
    await task.ended;
    task = null;
    // What the server did is a version of its own.
    if (!talk.isServers(answerId)) await talk.mark(answerId, shortened(text));
    state.setState({ running: null });
    void lookForModel();
  };
  return {
    running: () => task,
    abouts,
    lookForModel,
    runModel,
    ask: async (text: string, acts: PlainActs, about?: CodeAsked) => {
      const request = await talk.say("person", { text });
      void talk.mark(request, `Before “${shortened(text)}”`);
      const plain = about ? null : await answerPlain(text, { project, ...acts });
      if (plain !== null) {
        const id = await talk.say("site", plain);
        if (plain.act !== undefined) void talk.mark(id, plain.act);
      } else if (!(await hasModel())) {
        await talk.say("site", answerWithoutModel(text));
      } else if (!(await talk.isAgreed())) {
        if (about) abouts.set(request, about);
        await talk.say("site", mayItGo());
      } else {
        const past = shownMessages(talk.record.store.getState()).slice(0, -1);
        await runModel({ id: request, text }, past, about);
      }
    },
  };
}

/** This browser's yes to sending requests and files to a model. */
const CONSENT = "chat-model-consent";

/** What is said, its versions, and this browser's consent. */
function openTalk({ project, storage, now, mintId }: ChatInput) {
  const record = openChatRecord(project.id, storage, now);
  const change = (id: string, how: (message: Message) => Message) =>
    record.change((talk) => withChanged(talk, id, how));
  return {
    record,
    change,
    /** Adds a message at the end; gives its id. */
    say: async (from: Message["from"], said: Omit<Message, "id" | "at" | "after" | "from">) => {
      const message = { ...said, from, id: mintId(), at: now() };
      await record.change((talk) => withMessage(talk, message));
      return message.id;
    },
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

const MOST_LETTERS = 60;

/** A request as the history names it. */
const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length <= MOST_LETTERS ? line : `${line.slice(0, MOST_LETTERS - 1).trimEnd()}…`;
};
