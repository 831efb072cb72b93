import { isLanguageName } from "../../../cv/fields/language-names.ts";
import type { ResumeList } from "../../../resume.ts";
import { takeDates } from "../dated.ts";
import { splitNames } from "../entry-words.ts";
import { inQuotes, type Asked, type Proposals } from "./proposal.ts";
import { quotedIn, trimmedValue } from "./values.ts";

/** Words by which people say what kind of entry it is. */
const NOUNS: readonly (readonly [ResumeList, RegExp])[] = [
  ["volunteer", /\b(?:volunteer\w*|voluntary|charity work)\b/iu],
  ["references", /\b(?:reference|recommendation|testimonial|referee|quote from)\b/iu],
  [
    "publications",
    /\b(?:publication|published|article|paper|essay|dissertation|thesis|book chapter|journal|magazine piece)s?\b/iu,
  ],
  [
    "awards",
    /\b(?:award|prize|medal|honou?r|scholarship|winner|won|runner[- ]up|shortlisted|grant|fellowship)s?\b/iu,
  ],
  [
    "certificates",
    /\b(?:certificat\w+|certified|certs?|licen[cs]e|exam|course|diploma|training|qualification|badge|accreditation)s?\b/iu,
  ],
  ["projects", /\b(?:side[- ])?projects?\b/iu],
  ["languages", /\b(?:languages?|speak|fluent|native|mother tongue|beginner)\b/iu],
  [
    "interests",
    /\b(?:interests?|hobb(?:y|ies)|free time|spare time|for fun|pastimes?|enjoy|love|passion(?:ate)?|weekends?)\b/iu,
  ],
  [
    "skills",
    /\b(?:skills?|know|knowledge|tech(?:nology|nologies)?|tools?|stack|good at|experience (?:with|in|of)|proficient|competen\w+|can (?:do|use|also)|software|learned|learnt)\b/iu,
  ],
];

const LEAD =
  /^.*?\b(?:add(?:ing)?|put(?:ting)?(?: (?:in|down|on))?|includ(?:e|ing)|mention(?:ing)?|list|insert|write|note|missing|forgot(?:ten)?(?: to (?:add|mention|put|list|include))?|left out|need(?:s)?|there should be|what about|have|hold|got|did|know(?: how to use)?|learn(?:ed|t)|speak|enjoy|love|like|won|received|passed|completed|earned|use|am good at|i'm good at|into|do|play)\b:?\s+/iu;
const ITEM_LEAD =
  /^(?:(?:that |also |too |in |as |to |the |my |an? |another |new |more |some |this |these |one |extra |few |also )*(?:skills?|languages?|interests?|hobb(?:y|ies)|awards?|prizes?|certificates?|certifications?|certs?|projects?|side projects?|publications?|references?|recommendations?|volunteering|volunteer (?:work|role|post)|things?)(?: (?:called|named|titled|from|at|for|with|as|like|such as|in))?\s*[:,–-]?\s+(?:called |named |i have |i know )?|(?:that |also |i (?:also )?(?:know|speak|like|love|do|play|have|got|won|can use|use|hold|enjoy)(?: the| an?)? |the |my |an? |another |new |some )+)/iu;
const ITEM_TAIL =
  /\s*[,–-]?\s*\b(?:to|in|into|under|on|as|for)\s+(?:the |my |an? |our |your |another |new |one of (?:the |my )?|list of |additional )*(?:skills?(?: (?:list|section|part|bit))?|languages?|interests?|hobb(?:y|ies)|awards?|prizes?|certificates?|certifications?|certs?|projects?|publications?|references?|volunteering|list|site|page|cv|website|section|tech stack|stack|profile|there)\b.*$/iu;
const WEAK_TAIL =
  /(?:\s*,)?\s+(?:too|as well|also|please|pls|plz|thanks|thank you|is missing|are missing|missing|was missing|as a skill|as skills|as an? \p{L}+|should be (?:there|in there|on there|listed|in)(?: too| as well)?|there|somewhere|is (?:a|also a|my) (?:skill|hobby|language|interest)(?: of mine| too)?|if you can|on there|in there|has to be in)\s*$/iu;

/** What is to be added, as it is said, without the words that say that it is to be. */
function item(text: string): string {
  let said = text.replace(LEAD, "");
  if (said === "") said = text;
  for (let before = ""; before !== said;) {
    before = said;
    said = said.replace(ITEM_LEAD, "").replace(ITEM_TAIL, "").replace(WEAK_TAIL, "");
    said = said.replace(/^[\s,:–-]+|[\s,:;.!?–-]+$/gu, "");
  }
  return trimmedValue(said);
}

function listOf(text: string): ResumeList | null {
  const nouns = NOUNS.filter(([, words]) => words.test(text)).map(([list]) => list);
  if (nouns[0]) return nouns[0];
  return text.split(/[^\p{L}]+/u).some((word) => /^\p{Lu}/u.test(word) && isLanguageName(word))
    ? "languages"
    : null;
}

const names = (text: string): readonly string[] => {
  const quotes = quotedIn(text);
  if (quotes.length > 0) return quotes;
  return splitNames(item(text))
    .map(trimmedValue)
    .filter((name) => name !== "" && name.split(" ").length <= 6);
};

/** “Best Afternoon Tea 2023 from Tea & Table magazine” in its parts. */
function honour(text: string): { title: string; giver: string | null; date: string | null } | null {
  const quote = quotedIn(text)[0];
  const { text: rest, date, startDate } = takeDates(quote ? text : item(text));
  const giver = /,? (?:from|by|at|in|with|through) (?:the )?(?<giver>\p{Lu}[\p{L}\d&'. -]+)/u.exec(
    rest,
  );
  const title =
    quote ??
    trimmedValue(
      rest
        .slice(0, giver?.index ?? rest.length)
        .replace(/,? (?:got it|i got|which i got|passed|won|in)\b.*$/iu, ""),
    );
  if (title === "" || title.split(" ").length > 12) return null;
  return {
    title,
    giver: giver ? trimmedValue(giver.groups!["giver"]!) : null,
    date: date ?? startDate ?? null,
  };
}

function addHonour(noun: string, text: string): readonly string[] {
  const found = honour(text);
  if (!found) return [];
  const from = found.giver
    ? noun === "publication"
      ? `, in ${found.giver}`
      : ` from ${found.giver}`
    : "";
  return [`add the ${noun} ${inQuotes(found.title)}${from}${found.date ? `, ${found.date}` : ""}`];
}

function addReference(text: string): readonly string[] {
  const quote = quotedIn(text).at(-1) ?? /:\s+(.{12,300})$/u.exec(text)?.[1];
  const name =
    /\b(?:from|by|of|reference:?|:) (?<name>\p{Lu}[\p{L}'.-]+(?: \p{Lu}[\p{L}'.-]+){0,3})/u.exec(
      text,
    )?.groups?.["name"];
  return quote && name ? [`add a reference from ${name}: ${inQuotes(quote)}`] : [];
}

function addLanguage(text: string): readonly string[] {
  const word = text.split(/[^\p{L}]+/u).find((one) => isLanguageName(one));
  const level =
    /\b(?:native|fluent(?:ly)?|basics?|beginner|intermediate|advanced|conversational|[abc][12]|a (?:little|bit)|mother tongue)\b/iu.exec(
      text,
    )?.[0];
  if (!word) return [];
  const name = word[0]!.toUpperCase() + word.slice(1);
  const said =
    level &&
    (/tongue/iu.test(level)
      ? "native"
      : /^a /iu.test(level)
        ? "basic"
        : level.replace(/ly$/iu, ""));
  return [`add the language ${inQuotes(said ? `${name} (${said})` : name)}`];
}

function addEntries(asked: Asked): readonly string[] {
  const { text } = asked;
  const list = listOf(text);
  const shortList = (one: "skills" | "interests") => {
    const all = names(text);
    return all.length > 0 ? [`add ${all.map(inQuotes).join(", ")} to my ${one}`] : [];
  };
  if (list === "languages") return addLanguage(text);
  if (list === "skills" || list === "interests") return shortList(list);
  if (list === "awards") return addHonour("award", text);
  if (list === "certificates") return addHonour("certificate", text);
  if (list === "publications") return addHonour("publication", text);
  if (list === "references") return addReference(text);
  if (list === "projects") {
    const [name, ...rest] = quotedIn(text)[0]
      ? [quotedIn(text)[0]!]
      : item(text).split(/\s*(?:[,:]|\s[–-])\s+/u);
    const description = rest.join(", ");
    return name ? [`add a project: ${name}${description ? `: ${description}` : ""}`] : [];
  }
  if (list === "volunteer") {
    const said = item(text);
    return [`add volunteering: ${said}`, `I volunteer at ${said}`, `I volunteer ${said}`];
  }
  // Nothing says what it is: a skill is likelier than an interest.
  return [...shortList("skills"), ...shortList("interests")];
}

const JOB_LEAD =
  /^.*?\b(?:add(?: (?:that|another|my|a|the|this|new|one|in|previous|first|current|second|old|missing|more|job|position|role|work|entry|experience|employer|internship|summer|side|part-time)\b)*:?|i(?: also| then| now| have| had| was|'ve|'m| am| used to| currently| previously| recently| just| actually)* (?:work(?:ed|ing)?|started|been|was|am|did|joined|got)(?: (?:a|an|my|the|new|job|position|role|working|to work|hired|internship)\b)*|new (?:job|position|role)[:!,]?|(?:missing|forgot)(?: (?:my|a|the|job|position|role|to (?:add|mention)))*:?)\s*(?:at |for |with |as |: ?)?/iu;

function addJob({ text }: Asked): readonly string[] {
  const tidy = text.replace(/^[\s"]+|[\s".!]+$/gu, "");
  const whole = tidy.replace(JOB_LEAD, "").replace(/^[\s,:!-]+/u, "");
  const { text: rest, startDate, endDate, date } = takeDates(whole);
  const start = startDate ?? (endDate ? undefined : date);
  const dates = start
    ? `, ${start}${endDate ? ` – ${endDate}` : /\bsince\b|\bfrom\b|\bstart/iu.test(text) || !date ? " – present" : ""}`
    : "";
  const bare = rest
    .replace(/\b(?:start(?:ed|s|ing)?|begin\w*|from|in|since|until)\s*(?=,|$| as| at)/giu, "")
    .replace(/\s+,/gu, ",")
    .replace(/\s+/gu, " ")
    .trim();
  const found =
    /^(?:as )?(?:an? |the )?(?<what>[^,]+?)(?:,| at| for| with| in| –| -) (?:the )?(?<where>[^,]+)/iu.exec(
      bare,
    );
  const swapped =
    /^(?:at |for |with )?(?<where>[^,]+?)(?:,? as (?:an? |the )?|, )(?<what>[^,]+)/iu.exec(bare);
  const parts =
    /^(?:at|for|with) /iu.test(bare) || / as (?:an? )?/iu.test(bare)
      ? (swapped ?? found)
      : (found ?? swapped);
  const what = parts && trimmedValue(parts.groups!["what"]!);
  const where = parts && trimmedValue(parts.groups!["where"]!);
  return what && where ? [`add a job: ${inQuotes(what)} at ${inQuotes(where)}${dates}`] : [];
}

const DEGREE =
  /\b(?:(?:B|M)\.?(?:Sc|A|Eng|Ed|BA|Phil|Res)\b\.?|Ph\.?D\.?|bachelor(?:'?s)?(?: degree)?|master(?:'?s)?(?: degree)?|diploma|doctorate|MBA|LLM|LLB|HND|HNC|A-levels?|apprenticeship|degree|course)\b/iu;

function addEducation({ text }: Asked): readonly string[] {
  const { text: rest, startDate, endDate, date } = takeDates(text);
  const type = DEGREE.exec(rest)?.[0];
  const area =
    /\b(?:in|of|studied|study|studying|did|doing|read) (?<area>\p{Lu}[\p{L}&' -]+?)(?= at| from| in|,|\.|$)/u.exec(
      rest,
    )?.groups?.["area"];
  const where =
    /\b(?:at|from|with|to) (?:the )?(?<where>(?:uni(?:versity)? (?:of )?)?\p{Lu}[\p{L}&'. -]+?)(?=,|$| in | as | for | part| with|\()/u.exec(
      rest,
    )?.groups?.["where"];
  const years = [startDate, endDate ?? (startDate ? undefined : date)].filter(Boolean);
  const dates = years.length > 0 ? `, ${years.join("–")}` : "";
  const school = where && trimmedValue(where);
  if (!school) return [];
  const requests: string[] = [];
  if (type && area) requests.push(`add a ${type} in ${trimmedValue(area)} at ${school}${dates}`);
  if (area) requests.push(`I studied ${trimmedValue(area)} at ${school}${dates}`);
  if (type) requests.push(`I studied ${type} at ${school}${dates}`);
  return requests;
}

/** What is told of that isn’t on the site yet. */
export const ADD_PROPOSALS: Proposals = {
  "entry-add": addEntries,
  "job-add": addJob,
  "education-add": addEducation,
};
