import { suggest } from "../../../shared/agent/plain/suggest.ts";
import type { Message } from "../../../shared/conversation.ts";
import { accountPath } from "../../account/AccountLink.tsx";

type Said = Pick<Message, "text" | "examples" | "link" | "needsConsent">;

/** What isn't plain, where no model can be asked: what would work, and how to get one. */
export const answerWithoutModel = (text: string): Said => ({
  text: "That isn’t a plain request, and there is no model here to ask, so nothing was changed. These work without one:",
  examples: suggest(text),
  link: { to: `${accountPath(location.pathname)}#model-key`, label: "Add a key of your own" },
});

/** Before anything of the site goes to a model for the first time. */
export const mayItGo = (): Said => ({
  text: "This needs the model. It gets your request, a summary of your CV and the files of this site that it asks for. Nothing else, and nothing before you say so. Plain requests stay in this browser.",
  needsConsent: true,
});
