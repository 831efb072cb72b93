import { openOffers, type Message } from "../../../shared/conversation.ts";
import type { Acts, Ask, AskingInput } from "./chat-asking.ts";
import { sentOn, type ChatModel } from "./chat-model.ts";
import type { Talk } from "./chat-talk.ts";
import { ASKED_BELOW, declined, noSuchOffer, outdated } from "./chat-words.ts";
import { replyToOffers, type OfferChoice } from "./reply-to-offers.ts";

/**
 * Choosing what a message offers. What comes of it takes the offer’s place, as the answer to the person’s
 * own words, and is taken back like any other. Each acts only on what is open still: pressed twice, it is
 * done once.
 */
export function choosingOf(
  { project, answerPlain }: Pick<AskingInput, "project" | "answerPlain">,
  talk: Talk,
  { model, ask }: { readonly model: Pick<ChatModel, "wayTo" | "answer">; readonly ask: Ask },
) {
  const now = () => talk.record.store.getState();
  const requestOf = ({ after }: Message) => now().messages.find(({ id }) => id === after);

  const carryOut = async (message: Message, request: string, acts: Acts) => {
    const open = openOffers(message)?.choices.some((one) => one.request === request);
    if (!open || !message.offers) return;
    const { choices } = message.offers;
    const answer = await answerPlain(request, { project, ...acts });
    if (answer === null) {
      const left = { choices: choices.filter((one) => one.request !== request) };
      const asked = requestOf(message)?.text ?? request;
      return talk.sayInstead(message, outdated(asked, left, await model.wayTo()));
    }
    const chosen = choices.findIndex((one) => one.request === request);
    await talk.sayInstead(message, { ...answer, offers: { choices, chosen } });
    if (answer.act !== undefined) void talk.mark(message.id, answer.act);
  };

  const askModel = async (message: Message, acts: Acts) => {
    const offers = openOffers(message);
    if (offers === null) return;
    const asked = requestOf(message);
    if (!asked) return;
    if (now().head === message.id) return model.answer(asked, { place: message });
    // More was said since: it is asked anew at the end, where its answer will stand.
    await talk.sayInstead(message, { text: ASKED_BELOW, ...sentOn(offers) });
    await ask(asked.text, acts, { isForModel: true });
  };

  const choose = async (id: string, choice: OfferChoice, acts: Acts) => {
    const message = now().messages.find((one) => one.id === id);
    if (message === undefined || openOffers(message) === null) return;
    if (choice === "model") return askModel(message, acts);
    if (choice === "none") {
      const asked = requestOf(message)?.text ?? "";
      return talk.sayInstead(message, declined(asked, await model.wayTo()));
    }
    return carryOut(message, choice.request, acts);
  };

  return {
    choose,
    /** Takes what is said as an answer to what was offered last; `false`: it is a request of its own. */
    reply: async (text: string, acts: Acts): Promise<boolean> => {
      const { head, messages } = now();
      const last = messages.find(({ id }) => id === head);
      const offers = last && openOffers(last);
      // After what was taken back, “ok” would do it again.
      if (!last || !offers || offers.chosen !== undefined) return false;
      const choice = replyToOffers(text, offers);
      if (choice === null || (choice === "model" && (await model.wayTo()) !== null)) return false;
      if (choice === "beyond") await talk.change(last.id, noSuchOffer);
      else await choose(last.id, choice, acts);
      return true;
    },
  };
}
