import { entriesOf, type Entry } from "../entry-words.ts";
import { entryName } from "../find-entries.ts";
import type { Resume, ResumeList } from "../../../resume.ts";
import type { Mention } from "./mention.ts";
import { lineIn } from "./mentions.ts";
import { inQuotes, type Asked, type Proposals } from "./proposal.ts";
import { presentJob } from "./targets.ts";
import { shared, siteTexts, type SiteText } from "./site-texts.ts";
import { stem, textWords } from "./text-words.ts";
import { quotedIn, trimmedValue } from "./values.ts";

const WITH_LINES: readonly ResumeList[] = ["work", "volunteer", "projects"];

const jobMention = ({ mentions }: Asked): Mention | undefined =>
  mentions.find(({ list, strength }) => WITH_LINES.includes(list) && strength !== 0.6) ??
  mentions.find(({ list }) => WITH_LINES.includes(list));

function jobNamed(asked: Asked): string | null {
  const job = jobMention(asked);
  return job ? entryName(job.found) : presentJob(asked.context.resume);
}

const linesOf = (entry: Entry): readonly string[] =>
  (entry["highlights"] as readonly string[] | undefined) ?? [];

const jobAt = ({ list, at }: NonNullable<SiteText["of"]>, resume: Resume): Entry =>
  entriesOf(resume, list)[at]!;

/** The one line that is spoken of most: at the job that is named, if any of its are; `null` where two are. */
function lineAbout(asked: Asked): string | null {
  const { text, context } = asked;
  const job = jobMention(asked);
  const said = textWords(
    job ? text.slice(0, job.start) + " ".repeat(job.end - job.start) + text.slice(job.end) : text,
  );
  const scored = siteTexts(context.resume)
    .filter(({ isLine }) => isLine)
    .map((line) => ({ line, points: shared(said, line, stem) }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points);
  const own = scored.filter(
    ({ line: { of } }) => of?.list === job?.list && of?.at === job?.found.at,
  );
  const [one, other] =
    job && own.length > 0 && own[0]!.points >= scored[0]!.points - 1 ? own : scored;
  return one && (!other || one.points > other.points) ? one.line.text : null;
}

const ORDER = ["first", "second", "third", "fourth", "fifth", "sixth"];
/** Which of so many lines: “the 2nd”, “the bottom one”, “the last two”; `null` where it isn’t said. */
function placesSaid(text: string, count: number): readonly number[] | null {
  const several = /\b(?<side>first|last|top|bottom) (?<many>two|three|2|3)\b/iu.exec(text)?.groups;
  if (several) {
    const many = /^(?:two|2)$/iu.test(several["many"]!) ? 2 : 3;
    const all = Array.from({ length: Math.min(many, count) }, (_, at) => at);
    return /^(?:first|top)$/iu.test(several["side"]!) ? all : all.map((at) => count - 1 - at);
  }
  if (
    /\b(?:all|every|any) (?:the |of the |of its )?(?:bullets?|points?|lines?|bullet points?)\b/iu.test(
      text,
    )
  )
    return Array.from({ length: count }, (_, at) => at);
  const nth =
    /\b(?:(?<word>first|second|third|fourth|fifth|sixth|last|top|bottom)|(?<digit>[1-6])(?:st|nd|rd|th)|(?:bullet|point|line) (?:no\.? ?|number ?|nr\.? ?)?(?<number>[1-6]))\b/iu.exec(
      text,
    )?.groups;
  if (!nth) return null;
  const word = nth["word"]?.toLowerCase();
  const at =
    word === undefined
      ? Number(nth["digit"] ?? nth["number"]) - 1
      : word === "last" || word === "bottom"
        ? count - 1
        : word === "top"
          ? 0
          : ORDER.indexOf(word);
  return at >= 0 && at < count ? [at] : [];
}

const ONLY =
  /\b(?:only (?:have |keep |show |leave )?(?:one|the)|keep only|just (?:keep|leave)|but keep|(?:remove|delete|drop|hide|lose|cut)\b[^,]*\bexcept(?: for)?)\b/iu;

/** Work on lines that stand there, which is for a writer. */
const REWRITTEN = /\b(?:merge|combine|join|shorten|rewrite|rephrase|reword|improve|tighten)\b/iu;

function lineRemove(asked: Asked): readonly string[] {
  const { text, context } = asked;
  if (REWRITTEN.test(text)) return [];
  const whole = lineIn(text, context.resume);
  const job = jobMention(asked);
  const entry =
    job?.found.entry ??
    entriesOf(context.resume, "work").find(
      (one) => String(one["name"]) === presentJob(context.resume),
    );
  const lines = entry ? linesOf(entry) : [];
  const about = whole?.line ?? lineAbout(asked);
  if (about !== null && ONLY.test(text)) {
    const siblings = siteTexts(context.resume).find((one) => one.isLine && one.text === about)?.of;
    const rest = siblings
      ? linesOf(jobAt(siblings, context.resume)).filter((line) => line !== about)
      : [];
    if (rest.length > 0) return [rest.map((line) => `remove ${inQuotes(line)}`).join("; ")];
  }
  if (whole) return [`remove ${inQuotes(whole.line)}`];
  const places = placesSaid(text, lines.length);
  if (places && places.length > 0)
    return [places.map((at) => `remove ${inQuotes(lines[at]!)}`).join("; ")];
  return about === null ? [] : [`remove ${inQuotes(about)}`];
}

/** What is said before a line that is to be added, and isn’t of it. */
const BEFORE: readonly RegExp[] = [
  /^(?:hi|hello|hey|please|pls|and|also|so|ok|now|then|but|oh)[,!]? (?=\S)/iu,
  /^(?:can|could|would|will) (?:you|we|i) (?:please |also |kindly )*(?=\S)/iu,
  /^(?:you (?:can|could|should) (?:also )?|i(?:'d| would) like (?:to |it )?|i want (?:also |to )?|let's |you forgot |dont forget |don't forget |i forgot something[,:]? |would be good to have )/iu,
  /^more bullets?\b(?: points?)?.{0,40}?[.:] ?/iu,
  /^(?:another bullet|one more bullet|one bullet more|new bullet|extra line|an?other (?:point|line|achievement)|(?:bullet|bulet|point|line|achievement)s?|bullet ?points?)\b[,:]? ?/iu,
  /^(?:add(?:ed)?|mention|include|put|write|insert|append|note|throw in|stick|say|saying)\b:? ?(?:in |also |it |another |an? |one |more |the )*(?:bullet ?points?|bullets?|bulets?|points?|lines?)?[,:]? ?/iu,
  /^(?:what's missing is|missing is|there should also be|that|saying|which says)\b:? /iu,
  /^[,;:•+–\s-]+/u,
  /^(?:i'?ve|i have|i'm|i am|i|we) (?:(?:also|even|have|had|too|then) )*(?:was |am )?(?:also )?(?=\S)/iu,
  /^(?:also|plus) (?=\S)/iu,
  /^included (?=\p{L}+ing\b)/iu,
  /^(?:it )?added (?=that\b)/iu,
];
/** What is said behind it. */
const BEHIND: readonly RegExp[] = [
  /[,.;]? (?:so )?(?:please |pls )?(?:can you |could you )?(?:please )?add (?:it|that|this|an? (?:bullet|line|point))(?: as (?:an? )?(?:bullet|point|line))?(?: there)?(?: please| pls| too)?[.!]?$/iu,
  /[,.;] (?:please )?(?:add|can that be|that deserves|this deserves|should be|deserves|add as|put it as) ?(?:an?|another|as)? ?(?:bullet|point|line)?(?: please| pls| point)?[.!?]?$/iu,
  / as (?:an? )?(?:bullet ?point|bullet|point|line)(?: too| please)?$/iu,
  /[,.;]? (?:please|pls|plz|thanks|thank you|too|as well|lol|cheers)[.!]?$/iu,
  /[,.;] (?:the )?(?:rest|everything else|others?)\b.*$/iu,
  /[\s,;:.!?–-]+$/u,
];

function stripped(words: string, cues: readonly RegExp[]): string {
  let left = words.trim();
  for (let before = ""; before !== left;) {
    before = left;
    for (const cue of cues) left = left.replace(cue, "").trim();
  }
  return left;
}

/** The text without the job and what leads to it: “to my tasks in {job}”, “at {job}”. */
function withoutJob({ text }: Asked, job: Mention | undefined): string {
  if (!job) return text;
  const before = text
    .slice(0, job.start)
    .replace(
      /(?<![\p{L}\d])(?:(?:to|in|under|of|on|from|at|for|as|with|below) )?(?:(?:the|my|its|their) )?(?:(?:list|duties|tasks|points|bullets|job|lines|work|role) )?(?:(?:to|at|in|under|for|on|of|from|as|with|below) )?(?:(?:the|my) )?$/iu,
      " ",
    );
  const behind = text.slice(job.end).replace(/^(?:'s)?\s*(?:job|role|too)?\b/iu, "");
  return `${before.trim()} ${behind.trim()}`.trim();
}

/** Names of the site keep their capitals: “a stocktake in excel” is in Excel. */
function withNames(line: string, resume: Resume): string {
  const names = ["skills", "languages"].flatMap((list) =>
    entriesOf(resume, list as ResumeList).map((entry) =>
      String(entry["name"] ?? entry["language"] ?? ""),
    ),
  );
  return names
    .filter((name) => /\p{Lu}/u.test(name) && !name.includes(" "))
    .reduce(
      (told, name) =>
        told.replace(
          new RegExp(
            `(?<![\\p{L}\\d])${name.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")}(?![\\p{L}\\d])`,
            "giu",
          ),
          name,
        ),
      line,
    );
}

const TOLD: readonly RegExp[] = [
  /^.{0,70}?(?:[:•]|\s[+–-])\s+(?<told>.{6,300})$/u,
  /\b(?:another|one more|new|extra|additional) (?:bullet ?point|bullet|point|line),\s+(?<told>.{6,300})$/iu,
];

/** The words of the line, or of several: in quotation marks, behind a colon, or what the request is left with. */
function linesTold(asked: Asked): readonly string[] {
  const { text } = asked;
  const quoted = quotedIn(text).at(-1);
  if (quoted !== undefined) return [quoted];
  const rest = withoutJob(asked, jobMention(asked));
  const colon = TOLD.map((cue) => cue.exec(rest)?.groups?.["told"]).find(Boolean);
  const bare = stripped(stripped(colon ?? rest, BEHIND), BEFORE);
  const isSeveral = /\b(?:two|three|both|2|3) (?:bullets|points|lines|things)\b/iu.test(text);
  return isSeveral ? bare.split(/\s*;\s*|\s*,\s*(?:and )?/u) : [bare];
}

function lineAdd(asked: Asked): readonly string[] {
  const job = jobNamed(asked);
  if (job === null || REWRITTEN.test(asked.text) || ONLY.test(asked.text)) return [];
  const lines = linesTold(asked)
    .map((line) => withNames(stripped(trimmedValue(line), BEHIND), asked.context.resume))
    .filter((line) => line.length >= 6 && line.split(" ").length >= 2);
  if (lines.length === 0) return [];
  const request = lines
    .map((line) => `add to ${inQuotes(job)}: ${inQuotes(line[0]!.toUpperCase() + line.slice(1))}`)
    .join("; ");
  return [request];
}

/** What is asked of the lines of jobs and the like. */
export const LINE_PROPOSALS: Proposals = { "line-remove": lineRemove, "line-add": lineAdd };
