import { kind, nothing } from "./plain-kind.ts";

const HOW =
  "(how do i|how can i|how to|how would i|where do i|where can i|can i|could i|is it possible to)";

/** Where in the studio things are done that no sentence does. */
export const HOW_TO_KINDS = [
  kind(
    "how-to-publish",
    "how do I publish this?",
    `${HOW} (publish|go live|put online|get online|share) [it|this|my site|the site|the page|my page|my cv|my website] [online]
     ${HOW} (put|get) (it|this|my site|the site|the page|my page) (online|live)
     (where is the publish button|how does publishing work)`,
    () => nothing("Press Publish at the top right: there you choose where the site goes."),
  ),
  kind(
    "how-to-photo",
    "how do I add a photo?",
    `${HOW} (add|upload|change|replace|put in|use|include|insert) (a|my|the|another|a new) [new|profile] (photo|picture|image|portrait|headshot) [of me|of myself|here|to it|to the site]`,
    () => nothing("Open Content: the picture stands among your details, choose a file there."),
  ),
  kind(
    "how-to-entry",
    "how do I add a job?",
    `(how do i|how can i|how to|where do i|where can i) (add|change|edit|put|enter) [a|an|my|the|another|new|more] (job|jobs|work|project|projects|degree|education|skill|skills|language|languages|award|certificate|publication|hobby|hobbies|reference|section|entry|experience|details|contact details|text|texts) [here]`,
    () =>
      nothing(
        "Open Content, where every section has its form, or write it here: “add a job: Engineer at Acme since 2020”.",
      ),
  ),
];
