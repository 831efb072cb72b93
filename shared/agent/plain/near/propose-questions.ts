import type { Asked, Proposals, Propose } from "./proposal.ts";

const always =
  (...requests: readonly string[]): Propose =>
  () =>
    requests;

/** The first question whose words are said; the last has none. */
const byWords =
  (...answers: readonly (readonly [RegExp | null, ...string[]])[]): Propose =>
  ({ text }: Asked) =>
    answers
      .find(([words]) => words === null || words.test(text))
      ?.slice(1)
      .map(String) ?? [];

/** Questions, and the way of asking them that has an answer. */
export const QUESTION_PROPOSALS: Proposals = {
  "q-publish": byWords(
    [
      /\b(?:difference|versus|vs)\b/iu,
      "what is the difference between publish and export?",
      "how do I publish this?",
    ],
    [
      /\b(?:un ?publish|take (?:it|the site) (?:down|offline)|offline)\b/iu,
      "how long does it stay online?",
      "how do I publish this?",
    ],
    [
      /\balready\b|\bis (?:it|this|my site|the site) (?:live|online|published)\b/iu,
      "who can see this page?",
      "how do I publish this?",
    ],
    [null, "how do I publish this?"],
  ),
  "q-share": always("how do I send it to somebody?"),
  "q-export": byWords(
    [
      /\b(?:difference|versus|vs)\b/iu,
      "what is the difference between publish and export?",
      "how do I download it?",
    ],
    [/\bprint/iu, "my CV as PDF", "how do I download it?"],
    [/\bpdf\b/iu, "my CV as PDF", "how do I download it?"],
    [null, "how do I download it?"],
  ),
  "q-domain": always("can I get my own domain?"),
  "q-price": always("is this free?"),
  "q-privacy": byWords(
    [/\bstay\w* online|\bhow long\b/iu, "how long does it stay online?", "is my data safe?"],
    [null, "is my data safe?"],
  ),
  "q-who-sees": byWords(
    [/\bedit|\bchange|\bmess with|\btogether\b/iu, "can others edit it?", "who can see this page?"],
    [null, "who can see this page?"],
  ),
  "q-photo": always("how do I add a photo?"),
  "q-save": byWords(
    [/\b(?:undo|mistake|go back|break)\b/iu, "can I undo?", "how do I save this?"],
    [null, "how do I save this?"],
  ),
  "q-help": byWords(
    [
      /\bdesign panel|\bwhere (?:is|are|'s) the (?:design|colou?rs|fonts|templates)|\bfind the design/iu,
      "how do I change the colours?",
      "what can you do?",
    ],
    [/\bundo\b|\bmistake\b|\bbreak\b/iu, "can I undo?", "what can you do?"],
    [
      /\bdifference\b.*\b(?:publish|export)/iu,
      "what is the difference between publish and export?",
      "what can you do?",
    ],
    [/\bhidden\b|\bhide\b/iu, "what does hiding a section do?", "what can you do?"],
    [/\bfonts?\b/iu, "which fonts are there?", "what can you do?"],
    [/\bcolou?rs?\b/iu, "which colours are there?", "what can you do?"],
    [/\btemplates?\b|\blayouts?\b|\bdesigns\b/iu, "which templates are there?", "what can you do?"],
    [null, "what can you do?"],
  ),
  "q-how-edit": byWords(
    [
      /\b(?:husband|wife|friend|others?|colleague|somebody|someone|partner|together|boss)\b/iu,
      "can others edit it?",
      "how do I add a job?",
    ],
    [/\b(?:photo|picture|portrait|headshot)\b/iu, "how do I add a photo?"],
    [/\b(?:delete|remove|take out|get rid|hide)\b/iu, "how do I delete a job?"],
    [
      /\b(?:later|afterwards|after (?:i )?publish\w*|again)\b/iu,
      "can I change it later?",
      "how do I add a job?",
    ],
    [/\b(?:address|url|domain)\b/iu, "can I get my own domain?"],
    [
      /\b(?:colou?r|font|look|design|spacing|template|layout|order)s?\b/iu,
      "how do I change the colours?",
    ],
    [null, "how do I add a job?"],
  ),
  "q-ai": always("do I need an AI key?"),
  "q-mobile": always("does it work on phones?"),
  "q-languages": byWords(
    [/\bversions?\b/iu, "can I have two versions?", "can I have it in two languages?"],
    [null, "can I have it in two languages?"],
  ),
  "q-visitors": always("can I see who visited?"),
  "q-protect": byWords(
    [
      /\bgoogle|\bsearch engines?|\bfind\b/iu,
      "will Google find it?",
      "can I protect it with a password?",
    ],
    [null, "can I protect it with a password?"],
  ),
  "q-contact": always("can people contact me?"),
  "q-new-cv": byWords(
    [/\bversions?\b/iu, "can I have two versions?", "can I upload another CV?"],
    [null, "can I upload another CV?"],
  ),
  "q-account": always("do I need an account?"),
  "q-found": byWords(
    [
      /\bhow long|\bexpire|\bstay\w*\b|\bdisappear|\bforever|\bdays\b|\bmonths?\b|\byears?\b/iu,
      "how long does it stay online?",
      "will Google find it?",
    ],
    [null, "will Google find it?", "who can see this page?"],
  ),
  // What is neither thanks nor a greeting is for somebody who can talk.
  chat: ({ text }) =>
    /\b(?:thank\w*|thx|cheers|great|nice|perfect|love(?:ly)?|good|cool|brilliant|awesome|wow|super|well done|amazing|beautiful)\b/iu.test(
      text,
    ) && !/\b(?:not|n't|but|can you|could you|write|make|why|how)\b/iu.test(text)
      ? ["thanks"]
      : /^(?:hi|hello|hey|good (?:morning|evening|afternoon)|test|anybody|is anyone|are you there)\b/iu.test(
            text,
          )
        ? ["what can you do?"]
        : [],
};
