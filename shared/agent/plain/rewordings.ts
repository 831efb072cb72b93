import type { Resume } from "../../resume.ts";
import { sameWords } from "./entry-words.ts";
import { tidyRequest } from "./phrase.ts";
import type { PlainContext } from "./plain-kind.ts";
import { ORDER_REWORDINGS } from "./plain-orders.ts";
import { VERB_REWORDINGS } from "./plain-verbs.ts";
import { withoutReasons } from "./reasons.ts";
import type { Reword } from "./reword.ts";
import { sectionOf } from "./section-moves.ts";

/** “The second line at Acme, delete it”. */
const fronted: Reword = (text) => {
  const found =
    /^(?<what>[^,:]{3,80})[,:] (?:please |just )?(?<act>delete|remove|hide|drop|take out|show) (?:it|that|them|this)$/iu;
  const { what, act } = found.exec(text)?.groups ?? {};
  return what && act ? `${act} ${what}` : null;
};

/** “X is wrong, it should be Y”, “correct X: it was Y”. */
const wrong: Reword = (text) => {
  const found =
    /^(?:(?<fix>correct|fix|update|change) )?(?<what>[^,.!:;]{3,60}?)(?<wrong> (?:is|are|was) (?:all )?(?:wrong|incorrect|misspelled|misspelt|(?:spelled|spelt|written) (?:wrong|wrongly|incorrectly)|outdated|old|out of date|not right|not correct))?[,.!:;–-]+ (?:it|that|this|they)(?:(?<should> should be| should say| must be)| was| is|'s)(?: actually| really)? (?<value>.+)$/iu;
  const { fix, what, wrong: isWrong, should, value } = found.exec(text)?.groups ?? {};
  // “Fix the headline, it’s confusing” says what is wrong with it.
  const isValue =
    should !== undefined ||
    /^(?:an? |the )?["+\d\p{Lu}]|\S@\S|^\S+\.\p{L}{2,}\S*$/u.test(value ?? "");
  return what && value && isValue && (fix || isWrong) ? `${what} should be ${value}` : null;
};

/** “I like knitting, add that to my interests”. */
const likedIt: Reword = (text) => {
  const found =
    /^i (?:also |really )?(?:like|love|enjoy|do|play|am into|know|use|speak|can) (?<what>[^.!?;,]{2,40})[.,!;:] ?(?:so |please |can you |could you )*(?:add|put) (?:it|that|this|them) (?<where>(?:to|in|under) (?:my |the )?(?:interests|hobbies|skills|languages))$/iu;
  const { what, where } = found.exec(text)?.groups ?? {};
  return what && where ? `add ${what} ${where}` : null;
};

/** “Tidewatch is too old, remove it”. */
const outdated: Reword = (text) => {
  const found =
    /^(?<what>[^,.;]{2,60}?) (?:is|are|was|were|has|have|isn't|aren't|doesn't|never) [^,.;"\d]+[,.;] ?(?:so |please |just |can you )*(?<act>remove|delete|hide|drop|take out) (?:it|them|that)$/iu;
  const { what, act } = found.exec(text)?.groups ?? {};
  return what && act && !/^(?:i|it|this|that|he|she|they|we)\b/iu.test(what)
    ? `${act} ${what}`
    : null;
};

/** “Put down that I worked …”: told as it is. */
const toldThat: Reword = (text) =>
  /^(?:put down|add|say|mention|note|write|write down|include|state) that (?<told>(?:i|i've|i'm|my) .+)$/iu.exec(
    text,
  )?.groups?.["told"] ?? null;

/** “My new number’s …”, “everything’s too loud”. */
const isSaidShort: Reword = (text) => {
  const long = text
    .replace(
      /^(my (?:new |first |last )?(?:name|number|phone|phone number|email|e-mail|surname|headline|website|city|mobile|title))'s /iu,
      "$1 is ",
    )
    .replace(/^(everything|the (?:text|font|page|site))'s /iu, "$1 is ");
  return long === text ? null : long;
};

/** “Okonkwo with a k” says how the name is written. */
const lettered: Reword = (text) => {
  const found = /^(?<said>.+),? with (?:an? |one |two |a double |double )\p{L}{1,2}$/iu.exec(text);
  return found?.groups?.["said"] ?? null;
};

/** “French, B1. Add it to languages”. */
const addedIt: Reword = (text) => {
  const found =
    /^(?<what>[^.!?;]{2,80})[.,!;:] (?:please |can you |could you )?(?<act>add|put) (?:it|that|this|them) (?<where>(?:to|in|under|at) .{3,40})$/iu;
  const { what, act, where } = found.exec(text)?.groups ?? {};
  const isName = !/^(?:i|i'm|i've|my|we|the|it|it's|there|this|that)\b/iu.test(what ?? "");
  return what && act && where && isName ? `${act} ${what} ${where}` : null;
};

function isSaid(value: unknown, words: string): boolean {
  if (typeof value === "string") return sameWords(value, words);
  if (Array.isArray(value)) return value.some((one) => isSaid(one, words));
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).some((one) => isSaid(one, words))
  );
}
const standsThere = (words: string, resume: Resume) => isSaid(resume, words);
const DATE = /^(?:\p{L}+ )?(?:19|20)\d{2}$/u;

/** “X was Y, not Z”: Z is what stands there now, or another year; anything else may be a wish. */
const notAsBefore: Reword = (text, { resume }) => {
  const found =
    /^(?<new>.+?),? (?:and |but )?(?:not|instead of|rather than) (?:as )?(?:in |an? |the )?(?<old>[^,]{1,50})$/iu;
  const { new: said, old } = found.exec(text)?.groups ?? {};
  if (!said || !old || !/\b(?:is|was|am|be|in|at|to|should|from|i'm)\b/iu.test(said)) return null;
  const isDates = DATE.test(old) && /(?:19|20)\d{2}$/u.test(said);
  return isDates || standsThere(old, resume) ? said : null;
};

const KEPT =
  /^(?<asked>.+?),? (?:but|and) (?:please )?(?:keep|leave) (?:my |the )?(?<kept>.+?)(?: (?:as it is|as they are|as is|the same|alone|there|visible|in|on))?$/iu;
const REST =
  /^(?<asked>.+?),? (?:but|and) (?:(?:keep|leave) )?(?:everything else|all else|the rest)(?: (?:to stay|stays?|should stay|as it is|as is|the same|alone|unchanged))+$/iu;
const KEPT_FIELD =
  /^(?:e-?mail|phone|number|phone number|address|website|photo|picture|name|headline|city|location|rest|github|linkedin|twitter|instagram|xing)$/iu;

/** “Hide my e-mail but keep the LinkedIn”: what is kept isn’t touched by taking another thing away. */
const keeping: Reword = (text, { theme }) => {
  const { asked: aside, kept } = KEPT.exec(text)?.groups ?? {};
  if (aside && kept && /^(?:hide|remove|delete|drop|take)\b/iu.test(aside)) {
    const isKnown = KEPT_FIELD.test(kept) || sectionOf(kept, theme) !== null;
    if (isKnown && !aside.toLowerCase().includes(kept.toLowerCase())) return aside;
  }
  return REST.exec(text)?.groups?.["asked"] ?? null;
};

const outside = (text: string, change: (part: string) => string) =>
  text
    .split(/("[^"]*")/u)
    .map((part, at) => (at % 2 === 0 ? change(part) : part))
    .join("");

const APOSTROPHES =
  /\b(?:(do|ca|does|did|is|was|are|has|have|wo|could|should)nt|(i)(m|ve)|(what|let|that)s)\b/giu;
/** “i dont like”, “im at”. */
const spelled: Reword = (text) =>
  outside(text.replace(/, its (?=\S+[@.]\S|[+\d\p{Lu}])/gu, ", it's "), (part) =>
    part.replace(APOSTROPHES, (whole: string, not?: string, i?: string, end?: string) =>
      not ? `${not}n't` : i ? `${i}'${end}` : `${whole.slice(0, -1)}'s`,
    ),
  );

/** Words that change nothing in what is said. */
const unstressed: Reword = (text) =>
  outside(text, (part) =>
    part.replace(
      /(?<=\s)(?:actually|in fact|btw|by the way) |^i (?:also|now) (?=won|speak|got|work|live)/giu,
      (word) => (/^i (?:also|now)/iu.test(word) ? "i " : ""),
    ),
  );

const REWORDINGS: readonly Reword[] = [
  spelled,
  unstressed,
  wrong,
  addedIt,
  likedIt,
  outdated,
  toldThat,
  isSaidShort,
  lettered,
  fronted,
  notAsBefore,
  keeping,
  ...VERB_REWORDINGS,
  ...ORDER_REWORDINGS,
];
const PART_REWORDINGS: readonly Reword[] = [spelled, ...VERB_REWORDINGS, ...ORDER_REWORDINGS];
const MOST_OF_PART = 12;
/** More would be another request. */
const MOST_FORMS = 32;

/** A request in all its plainer forms, itself first: nothing that asks for something is left out of any. */
export function plainerForms(tidy: string, context: PlainContext): readonly string[] {
  const forms = [tidy];
  for (let at = 0; at < forms.length && forms.length < MOST_FORMS; at += 1) {
    const form = forms[at]!;
    const next = [
      ...REWORDINGS.map((reword) => reword(form, context)),
      ...withoutReasons(form, context),
    ];
    for (const one of next) {
      const again = one === null ? "" : tidyRequest(one);
      if (again !== "" && !forms.includes(again)) forms.push(again);
    }
  }
  return forms;
}

/** One of several requests in its plainer forms; what is told beside it is left to the whole. */
export function plainerParts(tidy: string, context: PlainContext): readonly string[] {
  const forms = [tidy];
  for (let at = 0; at < forms.length && forms.length < MOST_OF_PART; at += 1) {
    for (const reword of PART_REWORDINGS) {
      const one = reword(forms[at]!, context);
      const again = one === null ? "" : tidyRequest(one);
      if (again !== "" && !forms.includes(again)) forms.push(again);
    }
  }
  return forms;
}
