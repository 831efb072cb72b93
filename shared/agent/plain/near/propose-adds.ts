import { isLanguageName } from "../../../cv/fields/language-names.ts";
import type { ResumeList } from "../../../resume.ts";
import { takeDates } from "../dated.ts";
import { clausesTold, told } from "./asking-words.ts";
import { splitNames } from "../entry-words.ts";
import { listedEntry } from "./listed-entry.ts";
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

/** Words before and behind an item that ask for it: “are also sailing”, “Excel next to the others”. */
const ITEM_BEFORE =
  /^(?:(?:and|also|are|is|as|in|the|i'm|im|into|knowledge of|my|have|say|should|chuck|throw|stick|pop|forgotten to write|\d+ \p{L}+:|\+)\b:?\s*|\+\s*)+/iu;
const ITEM_BEHIND =
  /\s+(?:should be(?: in)?(?: there)?|next to .*|with the .*|needs? adding|in there|on there|to|isn't there|is missing|as .*)$/iu;
/** What is a sentence, and no name of a skill or a hobby. */
const NO_ITEM =
  /\b(?:i|you|it|this|that|is|are|was|should|please|add|put|missing|started|got|have|can|could|would|need|needs|there|same)\b|^(?:great|nice|thanks|ok|list)$|\d{4}/iu;

const names = (text: string): readonly string[] => {
  const quotes = quotedIn(text);
  if (quotes.length > 0) return quotes;
  const said = namesOf(splitNames(item(text)));
  // Said in another order: “I can also drive a tractor, so add that to skills”.
  const [other] = said.length > 0 ? [] : clausesTold(text, KINDS);
  return other === undefined ? said : namesOf(splitNames(other.replace(SELF, "")));
};

/** Kinds of entries, as words. */
const KINDS =
  /^(?:skills?|list|interests?|hobb(?:y|ies)|awards?|prizes?|certificates?|certifications?|certified|projects?|publications?|references?|volunteer(?:ing)?|bit|part|missing|mine|good|great|everything|but|know|speak|love|should)$/iu;
const SELF = /^(?:i |also |can |know |play |love |enjoy |do )+/iu;

const namesOf = (said: readonly string[]): readonly string[] =>
  said
    .map((name) => trimmedValue(name.replace(ITEM_BEFORE, "").replace(ITEM_BEHIND, "")))
    .filter((name) => name !== "" && name.split(" ").length <= 6 && !NO_ITEM.test(name));

/** “A new certificate, Level 4 Fire Safety, …”: what stands behind the clause that says what it is. */
function namedBehind(text: string): string | null {
  const clauses = takeDates(text).text.split(/\s*,\s+|\s[–-]\s|:\s+/u);
  const kind = clauses.findIndex((clause) =>
    /\b(?:certificat(?:e|ion)|licen[cs]e|award|prize|publication|article|paper)$/iu.test(clause),
  );
  const name = kind < 0 ? undefined : clauses[kind + 1];
  return name && /^[\p{Lu}\d]/u.test(name) && name.split(" ").length > 1 ? told(name) : null;
}

/** “Best Afternoon Tea 2023 from Tea & Table magazine” in its parts. */
function honour(text: string): { title: string; giver: string | null; date: string | null } | null {
  const quote = quotedIn(text)[0];
  const behind = namedBehind(text);
  const { text: rest, date, startDate } = takeDates(quote || behind ? text : item(text));
  const giver = /,? (?:from|by|at|in|with|through) (?:the )?(?<giver>\p{Lu}[\p{L}\d&'. -]+)/u.exec(
    rest,
  );
  const bare = trimmedValue(
    rest
      .slice(0, giver?.index ?? rest.length)
      .replace(/,? (?:got it|i got|which i got|passed|won|in)\b.*$/iu, ""),
  );
  const title =
    quote ??
    namedBehind(text) ??
    (told(bare) || (clausesTold(takeDates(text).text, KINDS)[0] ?? ""));
  if (
    title === "" ||
    /^(?:skill|hobby|it|adding)$/iu.test(title) ||
    /\b(?:i|it|please|add)\b/iu.test(title) ||
    title.split(" ").length > 12
  )
    return null;
  return {
    title,
    giver: giver ? trimmedValue(giver.groups!["giver"]!) : null,
    date: date ?? startDate ?? null,
  };
}

function addHonour(noun: string, text: string): readonly string[] {
  const listed = listedEntry(text);
  if (listed !== null) return [listed];
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
  return quote && name && !quote.includes(name)
    ? [`add a reference from ${name}: ${inQuotes(quote)}`]
    : [];
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

/** What a page has, and nobody can: “add facebook”, “put my phone in”. */
export const PAGE_THING =
  /\b(?:photos?|pictures?|images?|logos?|spac(?:e|ing)|padding|margins?|colou?rs?|links?|buttons?|pages?|sections?|summary|titles?|headings?|lines?|bullets?|dates?|months?|years?|(?:tele)?phone|mobile|number|e-?mail|address|website|facebook|instagram|twitter|linkedin|github|youtube|tiktok|whatsapp|telegram|pinterest|jobs?|skills?|languages?|interests?|hobbies|awards?|certificates?|projects?|references?|publications?|education|icons?|animations?|text|fonts?|borders?|shadows?|menu|footer|header|name)$/iu;

function addEntries(asked: Asked): readonly string[] {
  const { text } = asked;
  const list = listOf(text);
  const shortList = (one: "skills" | "interests") => {
    const all = names(text);
    if (list === null && all.some((name) => PAGE_THING.test(name))) return [];
    // As the others are written, where nothing else is said of it.
    const isCapital =
      list === null &&
      (asked.context.resume[one] ?? []).every(({ name }) => /^\p{Lu}/u.test(name ?? ""));
    const written = (name: string) => (isCapital ? name[0]!.toUpperCase() + name.slice(1) : name);
    return all.length > 0 ? [`add ${all.map(written).map(inQuotes).join(", ")} to my ${one}`] : [];
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
  // What is there already is asked for again where it is.
  const known = asked.mentions.find(
    ({ isWhole, list: of }) => isWhole && (of === "skills" || of === "interests"),
  );
  if (known) return shortList(known.list === "skills" ? "skills" : "interests");
  // Nothing says what it is: a skill is likelier than an interest.
  return [...shortList("skills"), ...shortList("interests")];
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
  "education-add": addEducation,
};
