import type { StoreApi } from "zustand/vanilla";
import { NEW_RUN } from "../../../shared/agent-run.ts";
import type { CodeAsked } from "../../../shared/agent/words/explain-code.ts";
import { shownMessages } from "../../../shared/conversation-branches.ts";
import type { Message, MessageOffers } from "../../../shared/conversation.ts";
import { beginAnswer } from "./begin-answer.ts";
import type { AgentTask, ChatAgent, ModelOffer } from "./chat-agent.ts";
import type { Talk } from "./chat-talk.ts";
import { mayItGo, type WayToModel } from "./chat-words.ts";

export interface ChatState {
  /** The message that is being answered by a model; `null` where none is. */
  readonly running: string | null;
  /** `null` until it is known. */
  readonly offer: ModelOffer | null;
}

/** A request of the person’s, as its message has it. */
export type Asked = Pick<Message, "id" | "text">;
export type ChatModel = ReturnType<typeof chatModel>;

/** Answers by a model: whether there is one, the person’s yes to it, and one answer at a time. */
export function chatModel(
  { agent, keyPath }: { readonly agent: ChatAgent; readonly keyPath: () => string },
  talk: Talk,
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
  /** @param place the message in whose place it answers; a new one where there is none */
  const run = async ({ id: askId, text }: Asked, past: readonly Message[], place?: Message) => {
    const begun = { text: "", run: NEW_RUN, ...(place?.offers ? sentOn(place.offers) : {}) };
    if (place) await talk.sayInstead(place, begun);
    const answerId = place?.id ?? (await talk.say("site", begun));
    const about = abouts.get(askId);
    abouts.delete(askId);
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
    lookForModel,
    /** One that was there is taken to be there still; asking it says otherwise. */
    wayTo: async (): Promise<WayToModel> => {
      const { offer } = state.getState();
      return offer?.isThere || (await lookForModel()).isThere ? null : keyPath();
    },
    run,
    /** Has what was asked last answered, or asks the person first whether it may be. */
    answer: async (
      asked: Asked,
      { about, place }: { readonly about?: CodeAsked | undefined; readonly place?: Message } = {},
    ) => {
      if (about) abouts.set(asked.id, about);
      const shown = shownMessages(talk.record.store.getState());
      const past = shown.slice(
        0,
        shown.findLastIndex(({ id }) => id === asked.id),
      );
      if (await talk.isAgreed()) return run(asked, past, place);
      const question = { ...mayItGo(), ...(place?.offers ? { offers: place.offers } : {}) };
      await (place ? talk.sayInstead(place, question) : talk.say("site", question));
    },
  };
}

/** The model answers now: nothing is offered any more. */
export const sentOn = (offers: MessageOffers): Pick<Message, "offers"> => ({
  offers: { ...offers, chosen: "model" },
});

const MOST_LETTERS = 60;

/** A request as the history names it. */
export const shortened = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length <= MOST_LETTERS ? line : `${line.slice(0, MOST_LETTERS - 1).trimEnd()}…`;
};
