import { createStore, type StoreApi } from "zustand/vanilla";
import { shownMessages } from "../../../shared/conversation-branches.ts";
import { withLockTurned, type Lock, type Message } from "../../../shared/conversation.ts";
import type { Failure } from "../../../shared/failure.ts";
import type { RequestActs } from "./answer-request.ts";
import type { ChatAgent } from "./chat-agent.ts";
import { askingOf, type AskedHow, type AskingInput } from "./chat-asking.ts";
import { chatModel, sentOn, type ChatState } from "./chat-model.ts";
import { choosingOf } from "./chat-offers.ts";
import type { ChatRecord } from "./chat-record.ts";
import { openTalk, type TalkInput } from "./chat-talk.ts";
import { waysBack, type ChatProject, type WaysBack } from "./chat-ways-back.ts";
import { followAnswers } from "./follow-answers.ts";
import type { OfferChoice } from "./reply-to-offers.ts";

/** What the studio lends to carry out a plain request. */
export interface PlainActs extends Omit<RequestActs, "project"> {
  /** Says what went wrong outside the conversation. */
  readonly tellFailure: (failure: Failure) => void;
}

export interface Chat extends WaysBack {
  readonly conversation: ChatRecord["store"];
  readonly state: Pick<StoreApi<ChatState>, "getState" | "getInitialState" | "subscribe">;
  /** Gets ready for requests, and looks whether there is a model. */
  prepare(): void;
  /**
   * Says something. Right after something was offered, a short answer to that (“yes”, “2”, “no”) chooses.
   * @param how of what the studio says for the person: then it is no such answer
   */
  send(text: string, acts: PlainActs, how?: AskedHow): void;
  /** Asks the same or something else at the place of an earlier request, from where the site was then. */
  sendAgain(request: Message, text: string, acts: PlainActs, how?: AskedHow): void;
  /** Carries out what a message offers, or asks the model instead: once, however often it is pressed. */
  choose(message: Message, choice: OfferChoice, acts: PlainActs): void;
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

export interface ChatInput extends AskingInput, TalkInput {
  readonly project: ChatProject;
  readonly agent: ChatAgent;
  /** Where a key of one’s own is added. */
  readonly keyPath: () => string;
  /** Gets ready to understand. */
  readonly prepare: () => void;
}

/** The conversation about an open portfolio: plain requests at once, the rest by a model. */
export function openChat(input: ChatInput): Chat {
  const talk = openTalk(input);
  const state = createStore<ChatState>(() => ({ running: null, offer: null }));
  const model = chatModel(input, talk, state);
  const ask = askingOf(input, talk, model);
  const offers = choosingOf(input, talk, { model, ask });
  const consented = async (message: Message, isGiven: boolean) => {
    const shown = shownMessages(talk.record.store.getState());
    const asked = shown.findLast(({ id }) => id === message.after);
    const text = isGiven ? "Sent to the model." : "Not sent. Nothing was changed.";
    await talk.change(message.id, (one) => ({
      ...one,
      text,
      needsConsent: false,
      ...(isGiven && one.offers ? sentOn(one.offers) : {}),
    }));
    if (!isGiven || !asked) return;
    await talk.agree();
    await model.run(asked, shown.slice(0, shown.indexOf(asked)));
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
      void model.lookForModel();
      input.prepare();
    },
    send: (text, acts, how) =>
      inTurn(async () => {
        if (how || !(await offers.reply(text, acts))) await ask(text, acts, how);
      }),
    choose: (message, choice, acts) => inTurn(() => offers.choose(message.id, choice, acts)),
    sendAgain: (request, text, acts, how) =>
      inTurn(async () => {
        const turned = await back.turnBackTo(request);
        if (turned.ok) await ask(text, acts, how);
        else acts.tellFailure(turned.failure);
      }),
    consent: (message, isGiven) => inTurn(() => consented(message, isGiven)),
    answerPermission: (id, isAllowed) => model.running()?.answer(id, isAllowed),
    stop: () => model.running()?.stop(),
    leave: () => model.running()?.leave(),
    follow: () => {
      const leaves = [talk.record.follow(), followAnswers(talk.record, input.agent)];
      return () => leaves.forEach((leave) => leave());
    },
    turnLock: (lock) =>
      void talk.record.change((now) => ({ ...now, locks: withLockTurned(now.locks, lock) })),
  };
}
