import type { Offer, Offers } from "../../../shared/agent/plain/near/offers.ts";
import type { CodeAsked } from "../../../shared/agent/words/explain-code.ts";
import type { Answer, RequestActs } from "./answer-request.ts";
import { shortened, type ChatModel } from "./chat-model.ts";
import type { Said, Talk } from "./chat-talk.ts";
import type { ChatProject } from "./chat-ways-back.ts";
import { answerWithoutModel, offering } from "./chat-words.ts";

export interface AskingInput {
  readonly project: ChatProject;
  /** Carries out what is plain; `null` where it isn't, and nothing was done. */
  readonly answerPlain: (text: string, acts: RequestActs) => Promise<Answer | null>;
  /**
   * What a request that isn’t plain may have meant; it changes nothing.
   * @param before what was asked before it, for “that one”; empty where nothing was
   */
  readonly findOffers: (text: string, before: string) => Promise<Offers>;
}

/** How a request is asked. */
export interface AskedHow {
  /** Code that is to be explained. */
  readonly about?: CodeAsked;
  /** The person wants the model’s answer: nothing else is offered instead of it. */
  readonly isForModel?: boolean;
}

/** What carries out plain requests in the open project. */
export type Acts = Omit<RequestActs, "project">;
export type Ask = (text: string, acts: Acts, how?: AskedHow) => Promise<void>;

/**
 * Asking: what is plain is done here; what is nearly understood is offered; the rest goes to a model,
 * where there is one and it may be asked.
 */
export function askingOf(
  { project, answerPlain, findOffers }: AskingInput,
  talk: Talk,
  model: Pick<ChatModel, "wayTo" | "answer">,
): Ask {
  /** A question that is likely understood is answered at once: that changes nothing. */
  const answerGuessed = async (guess: Offer, acts: Acts): Promise<Said | null> => {
    const answer = await answerPlain(guess.request, { project, ...acts });
    return answer && { ...answer, offers: { choices: [guess], chosen: 0 } };
  };
  return async (text, acts, { about, isForModel = false } = {}) => {
    const before = talk.lastAsked();
    const id = await talk.say("person", { text });
    void talk.mark(id, `Before “${shortened(text)}”`);
    const plain = about ? null : await answerPlain(text, { project, ...acts });
    if (plain !== null) {
      const answerId = await talk.say("site", plain);
      if (plain.act !== undefined) void talk.mark(answerId, plain.act);
      return;
    }
    const isOfferable = !about && !isForModel;
    const [way, near] = await Promise.all([
      model.wayTo(),
      isOfferable ? findOffers(text, before) : null,
    ]);
    if (near && near.offers.length > 0 && (near.isLikely || way !== null)) {
      const answer = near.isAnswer ? await answerGuessed(near.offers[0]!, acts) : null;
      await talk.say("site", answer ?? offering(near, way));
    } else if (way === null) await model.answer({ id, text }, { about });
    else await talk.say("site", answerWithoutModel(text, way));
  };
}
