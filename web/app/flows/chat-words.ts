import type { Offers } from "../../../shared/agent/plain/near/offers.ts";
import { suggest } from "../../../shared/agent/plain/suggest.ts";
import type { Message, MessageOffers } from "../../../shared/conversation.ts";
import type { Said } from "./chat-talk.ts";

/** The address where a key of one’s own is added, where there is no model to ask; `null` where there is one. */
export type WayToModel = string | null;

const linkTo = (to: string): Pick<Said, "link"> => ({
  link: { to, label: "Add a key of your own" },
});

/** What isn't plain, where no model can be asked: what would work, and how to get one. */
export const answerWithoutModel = (
  text: string,
  way: string,
  why = "That isn’t a plain request, and there is no model here to ask, so nothing was changed.",
): Said => ({ text: `${why} These work without one:`, examples: suggest(text), ...linkTo(way) });

/** Before anything of the site goes to a model for the first time. */
export const mayItGo = (): Said => ({
  text: "This needs the model. It gets your request, a summary of your CV and the files of this site that it asks for. Nothing else, and nothing before you say so. Plain requests stay in this browser.",
  needsConsent: true,
});

/** One short question instead of a model’s answer; or, where there is no model, instead of none. */
export function offering({ offers, isLikely }: Offers, way: WayToModel): Said {
  const question = offers.length === 1 ? "Shall I do this?" : "Do you mean one of these?";
  const asked = { offers: { choices: [...offers] } };
  if (way === null) return { text: question, ...asked };
  const why = isLikely ? "" : "I’m not sure what that asks for. ";
  return { text: `${why}Nothing was changed yet. ${question}`, ...asked, ...linkTo(way) };
}

/** None of what was offered was meant. */
export const declined = (asked: string, way: WayToModel): Said =>
  way === null
    ? { text: "Nothing was changed. Shall the model look at it?", offers: { choices: [] } }
    : answerWithoutModel(asked, way, "Nothing was changed, and there is no model here to ask.");

/** What was offered doesn’t fit the site as it is by now. */
export function outdated(asked: string, left: MessageOffers, way: WayToModel): Said {
  const why = "The site has changed since, and that doesn’t fit it any more. Nothing was changed.";
  if (way === null) return { text: why, offers: left };
  if (left.choices.length > 0) return { text: why, offers: left, ...linkTo(way) };
  return answerWithoutModel(asked, way, why);
}

/** “The third” of two. */
export const noSuchOffer = (message: Message): Message => ({
  ...message,
  text:
    message.offers?.choices.length === 1
      ? "There is only this one. Shall I do it?"
      : `There are only ${message.offers?.choices.length}. Which of them?`,
});

/** In the place of an offer that more was said after, when the model is asked instead. */
export const ASKED_BELOW = "Asked again further down.";
