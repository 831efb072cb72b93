import { withBasics } from "./basics-edits.ts";
import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { holdsRequest, isAboutLooks } from "./plain-values.ts";

const SUMMARY = "(summary|bio|intro|introduction|about text|profile text|about me|about section)";
const HEADLINE = "(headline|tagline|subtitle|job title under my name)";
const LONGEST_HEADLINE = 120;

/** What a text should be about, and no text. */
const NO_SENTENCE =
  /^(?:something|anything|more|some|about|an? |another|the |that |this|it |how |why |what |my (?:photo|picture|name|email|phone|number|link)\b)/iu;

/** “Available from September”: written as it would stand there. */
const isSentence = (words: string) =>
  /^["\p{Lu}\d]/u.test(words) && words.split(" ").length >= 3 && !NO_SENTENCE.test(words);

const asSentence = (words: string) =>
  `${words[0]!.toUpperCase()}${words.slice(1)}${/[.!?…]["”]?$/u.test(words) ? "" : "."}`;

function toSummary(said: string, isFirst: boolean, { resume }: PlainContext): PlainAnswer | null {
  const now = resume.basics?.summary?.trim() ?? "";
  const sentence = asSentence(said);
  if (now.toLowerCase().includes(said.replace(/\.$/u, "").toLowerCase()))
    return nothing("Your summary says so already.");
  const end = now === "" || /[.!?…:]["”’']?$/u.test(now) ? now : `${now}.`;
  const summary = (isFirst ? [sentence, now] : [end, sentence]).filter(Boolean).join(" ");
  return content(`Your summary says “${sentence}” too now.`, withBasics(resume, { summary }));
}

/** “I’m available from May”: what people want to be seen of them, and has no field of its own. */
function available(
  free: string | undefined,
  open: string | undefined,
  context: PlainContext,
): PlainAnswer | null {
  if (free !== undefined) {
    const isFree = /^(?:available|open to|looking for|free) \S/iu.test(free);
    return isFree && !/[,;]/u.test(free) && !isAboutLooks(free) && !holdsRequest(free)
      ? toSummary(`I am ${free.replace(/ (?:somewhere|at the top)$/iu, "")}`, false, context)
      : null;
  }
  const isWhen =
    /^from (?:\p{L}+ )?(?:20\d{2}|january|february|march|april|may|june|july|august|september|october|november|december|now|today|next \p{L}+)(?: 20\d{2})?(?: on)?$/iu;
  return isWhen.test(open!) ? toSummary(`Available ${open!}`, false, context) : null;
}

/** How the headline’s parts stand beside each other now. */
const markIn = (label: string) => /\s(?:[|·•/–—]|&)\s(?=[^|·•/–—&]+$)/u.exec(label)?.[0] ?? ", ";

function toHeadline(words: string, { resume }: PlainContext): PlainAnswer | null {
  const now = resume.basics?.label?.trim() ?? "";
  if (` ${now.toLowerCase()} `.includes(` ${words.toLowerCase()} `))
    return nothing("Your headline says so already.");
  const isGoingOn = /^(?:[|·•/&–—(,-]|and |at |in |for |with |of )/u.test(words);
  const label = now === "" ? words : `${now}${isGoingOn ? " " : markIn(now)}${words}`;
  if (label.length > LONGEST_HEADLINE) return null;
  return content(`Your headline is “${label}” now.`, withBasics(resume, { label }));
}

/** Letters that stand behind a name: “MBCS”, “PhD”, “BSc (Hons)”, “RN, MSN”. */
const LETTERS =
  /^(?=.*\p{Lu}.*\p{Lu})\p{Lu}[\p{L}.]{1,7}(?: \((?:Hons|hons)\)|,? \p{Lu}[\p{L}.]{1,7}){0,3}$/u;
const FORM = /^(?:Dr|Prof|Professor|Rev|Ing|Dipl\.-Ing)\.?$/iu;

function toName(words: string, isBefore: boolean, { resume }: PlainContext): PlainAnswer | null {
  const now = resume.basics?.name ?? "";
  if (now === "" || !(isBefore ? FORM : LETTERS).test(words)) return null;
  if (` ${now} `.includes(` ${words} `)) return nothing("Your name has that already.");
  const name = isBefore ? `${words[0]!.toUpperCase()}${words.slice(1)} ${now}` : `${now} ${words}`;
  return content(`Your name is “${name}” now.`, withBasics(resume, { name }));
}

/** Words that come to what stands there already: the summary, the headline, the name. */
export const OWN_TEXT_KINDS = [
  kind(
    "add-to-summary",
    "add “Available from May.” to my summary",
    `(add|append|include) [the|this] [sentence|words|line|text] [:] "{quoted}" (to|in|into|at the end of|to the end of) [my|the] ${SUMMARY}
     (put|write) [the|this] [sentence|words|line|text] [:] "{quoted}" (at the end of|to the end of) [my|the] ${SUMMARY}
     (add|put|write|append|include) [the|this] [sentence|words|line|text] [:] "{opening}" (at the beginning of|to the beginning of|at the start of|to the start of|at the top of) [my|the] ${SUMMARY}
     (add|put|write|append) [the|this] [sentence|line|text] [:] {text} (to|into|at the end of|to the end of) [my|the] ${SUMMARY}
     (add|put|write|append|include) (to|in) [my|the] ${SUMMARY}[:] {text}
     (add|put|write|append) [this|a sentence|a line|one sentence|another sentence] (to|at the end of|to the end of) [my|the] ${SUMMARY}: {text}
     (end|finish) [my|the] ${SUMMARY} with[:] {text}
     (say|write|mention|state|add|put|note) [somewhere|at the top] [that] (i'm|i am) {free}
     (available|open|looking) {open}
     (begin|start) [my|the] ${SUMMARY} with[:] {first}
     [my|the] ${SUMMARY} should (also say|also mention|also have|end with)[:] {text}`,
    ({ quoted, opening, text, first, free, open }, context) => {
      if (free !== undefined || open !== undefined) return available(free, open, context);
      const said = (quoted ?? opening ?? text ?? first)!;
      const isSaid = quoted !== undefined || opening !== undefined;
      if (!isSaid && (!isSentence(said) || isAboutLooks(said) || holdsRequest(said))) return null;
      return toSummary(said, opening !== undefined || first !== undefined, context);
    },
  ),
  kind(
    "add-to-headline",
    "add “MBCS” to my headline",
    `(add|put|write|append|include) [the words|the word] "{words}" (to|in|into|behind|after|at the end of|to the end of) [my|the] ${HEADLINE}
     (add|put|write|append) [the words|the word] {bare} (to|behind|after|at the end of|to the end of) [my|the] ${HEADLINE}`,
    ({ words, bare }, context) => {
      if (bare !== undefined && (NO_SENTENCE.test(bare) || isAboutLooks(bare) || bare.length > 60))
        return null;
      return toHeadline((words ?? bare)!, context);
    },
  ),
  kind(
    "add-to-name",
    "add PhD after my name",
    `(add|put|write) {behind} (after|behind|to) my name
     (add|put|write) (after|behind) my name[:] {behind}
     (add|put|write) {before} (before|in front of) my name`,
    ({ behind, before }, context) =>
      behind === undefined ? toName(before!, true, context) : toName(behind, false, context),
  ),
];
