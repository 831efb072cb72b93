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
     (where is the publish button|how does publishing work|publish|publish it|publish this|publish now|publish my site|publish the site|go live|put it online|put this online|make it public|make it live|put my site online|i want to publish|i'm ready to publish|take it live)`,
    () => nothing("Press Publish at the top right: there you choose where the site goes."),
  ),
  kind(
    "how-to-photo",
    "how do I add a photo?",
    `${HOW} (add|upload|change|replace|put in|use|include|insert) (a|my|the|another|a new) [new|profile] (photo|picture|image|portrait|headshot) [of me|of myself|here|to it|to the site]
     (where do i|where can i|where should i|where to) put (a|my|the) (photo|picture|image|portrait|headshot)
     (where does|where do|where should|where is) (the|my) (photo|picture|image|portrait|headshot|photos) (go|be|put)
     (add|upload|put in|include|insert|change|replace|use) (a|my|another|a new|the) [new|profile] (photo|picture|image|portrait|headshot) [of me|of myself|here|of mine]`,
    () => nothing("Open Content: the picture stands among your details, choose a file there."),
  ),
  kind(
    "how-to-look",
    "how do I change the colours?",
    `(how do i|how can i|how to|where do i|where can i|where is|where are) (change|set|pick|choose|edit|find|get to|adjust|switch) [the|my] (colours|colour|palette|font|fonts|typeface|template|design|look|spacing|text size|font size|style|theme|dark mode|order|order of sections|order of the sections|order of my sections|section order|sections|section titles|headings)
     (where is|where are|where's) [the|my] (colours|palettes|fonts|templates|design|design panel|themes|sections)`,
    () =>
      nothing(
        "Open Design: template, colours, type, text size, spacing and the order of sections are there. Or write it here: “teal”, “a serif font”, “projects first”.",
      ),
  ),
  kind(
    "how-to-remove",
    "how do I delete a job?",
    `(how do i|how can i|how to|where do i|where can i|can i) (remove|delete|hide|take out|get rid of) [a|an|my|the|one] (job|jobs|project|projects|degree|skill|skills|language|section|sections|entry|entries|award|certificate|line|part|parts|bullet|things|something)`,
    () =>
      nothing(
        "Write “remove” and its name, as in “remove the job at Acme”, or “hide references” for a section. In Content every entry has “Remove”.",
      ),
  ),
  kind(
    "how-to-entry",
    "how do I add a job?",
    `(add|put in|insert|create|enter) (a|an|another|one more|a new|some|more|new) [new] (job|jobs|project|projects|degree|skill|skills|language|languages|award|awards|certificate|certificates|publication|hobby|hobbies|interest|interests|reference|references|entry|position|school|course) [here]
     (how do i|how can i|how to|where do i|where can i) (add|change|edit|put|enter) [a|an|my|the|another|new|more] (job|jobs|work|project|projects|degree|education|skill|skills|language|languages|award|certificate|publication|hobby|hobbies|reference|section|entry|experience|details|contact details|text|texts) [here]`,
    () =>
      nothing(
        "Open Content, where every section has its form, or write it here: “add a job: Engineer at Acme since 2020”.",
      ),
  ),
];
