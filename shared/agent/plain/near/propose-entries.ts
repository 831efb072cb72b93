import { isLanguageName, leadingLanguage } from "../../../cv/fields/language-names.ts";
import type { Resume, ResumeList } from "../../../resume.ts";
import { ENTRIES, entriesOf } from "../entry-words.ts";
import { entryName } from "../find-entries.ts";
import type { Mention } from "./mentions.ts";
import { inQuotes, type Asked, type Proposals } from "./proposal.ts";
import {
  addressIn,
  datesSaid,
  quotedIn,
  rangeSaid,
  trimmedValue,
  valuesIn,
  withoutOld,
} from "./values.ts";

const CALLED: Readonly<Record<ResumeList, string>> = Object.fromEntries(
  ENTRIES.map(({ list, called }) => [list, called]),
) as Record<ResumeList, string>;

/** What the text keeps (“…, but keep pottery”), and so isn’t meant. */
const KEPT = /\b(?:but )?(?:keep|leave|except|apart from|other than|not the)\b/iu;

const isSame = (one: Mention, other: Mention) =>
  one.list === other.list && one.found.at === other.found.at;

/** Each entry once, without those that are to stay. */
function targets({ text, mentions }: Asked, lists?: readonly ResumeList[]): readonly Mention[] {
  const kept = KEPT.exec(text)?.index ?? Infinity;
  const asked = mentions.filter(
    (one) => (kept === 0 || one.start < kept) && (!lists || lists.includes(one.list)),
  );
  return asked.filter((one, at) => asked.findIndex((other) => isSame(one, other)) === at);
}

/** The surest of the entries that a text speaks of; of several equally sure the first. */
function surest(asked: Asked, lists?: readonly ResumeList[]): Mention | undefined {
  return targets(asked, lists).toSorted((a, b) => b.strength - a.strength)[0];
}

const nameOf = (one: Mention): string => entryName(one.found);

/** An entry as `understand` finds it: by its name, with its noun where the name alone is many’s. */
const called = (one: Mention): string => `the ${CALLED[one.list]} ${inQuotes(nameOf(one))}`;

/** “The education X” isn’t said; its name does. */
const byName = (one: Mention): string => inQuotes(nameOf(one));

const DATED: readonly ResumeList[] = ["work", "education", "volunteer", "projects"];
const ONE_DATE: readonly ResumeList[] = ["awards", "certificates", "publications"];

/** The job that goes on, or the newest: what “now” and “I’m … now” speak of. */
export function presentJob({ work }: Resume): string | null {
  const going = (work ?? []).filter(({ startDate, endDate }) => startDate && !endDate);
  return going.length === 1 ? (going[0]!.name ?? null) : null;
}

const END =
  /\b(?:left|leave|leaving|quit|finish\w*|end(?:ed|s|ing)?|until|till|til|up to|stopp?ed|stop|last day|resigned|over|graduat\w*|complet\w*|done|through to)\b/iu;
const BEGIN = /\b(?:start\w*|began|begin\w*|beginning|join\w*|since|from|came)\b/iu;

/** A month alone is of the year that stands there now: “in May, not June”. */
function dated(asked: Asked, one: Mention, keys: readonly string[]): readonly string[] {
  const { text, old } = withoutOld(asked.text);
  const dates = datesSaid(text).length > 0 ? datesSaid(text) : datesSaid(old ?? "");
  const now = keys.map((key) => one.found.entry[key]).find((date) => typeof date === "string");
  const year = typeof now === "string" ? now.slice(0, 4) : null;
  return dates.map((date) =>
    /^\p{L}+$/u.test(date) && year !== null && old !== null ? `${date} ${year}` : date,
  );
}

function entryDates(asked: Asked): readonly string[] {
  const single = surest(asked, ONE_DATE);
  const long = surest(asked, DATED);
  const { text } = withoutOld(asked.text);
  if (single && (!long || single.strength >= long.strength)) {
    const date = dated(asked, single, ["date", "releaseDate"]).at(-1);
    return date === undefined ? [] : [`${byName(single)} was ${date}`];
  }
  if (!long) return [];
  const name = byName(long);
  const range = rangeSaid(text);
  if (range) return [`${name}: ${range.start} – ${range.end}`];
  const [endsSaid, beginsSaid] = [END.test(text), BEGIN.test(text)];
  const ends = dated(asked, long, ["endDate"]).map(
    (date) => `the end date at ${name} should be ${date}`,
  );
  const begins = dated(asked, long, ["startDate"]).map(
    (date) => `the start date at ${name} should be ${date}`,
  );
  const stays = /\b(?:still|present|ongoing|current)\b/iu.test(text)
    ? [`I still work at ${nameOf(long)}`]
    : [];
  if (endsSaid && beginsSaid && ends.length >= 2) {
    const isBeginFirst = text.search(BEGIN) < text.search(END);
    const [first, second] = isBeginFirst ? [begins[0]!, ends[1]!] : [ends[0]!, begins[1]!];
    return [`${first}; ${second}`];
  }
  const picked =
    endsSaid && !beginsSaid
      ? [ends.at(-1)]
      : beginsSaid && !endsSaid
        ? [begins.at(-1)]
        : [ends.at(-1), begins.at(-1)];
  return [...stays, ...picked.filter((one) => one !== undefined)];
}

const POSITION = ["work", "volunteer"] as const;

function jobTitle(asked: Asked): readonly string[] {
  const job = surest(asked, POSITION);
  const place = job ? nameOf(job) : presentJob(asked.context.resume);
  if (place === null) return [];
  const named = asked.mentions.map(({ name }) => name.toLowerCase());
  const position = String(job?.found.entry["position"] ?? "");
  const values = valuesIn(withoutPlace(asked.text, job))
    .map((one) =>
      trimmedValue(
        one.replace(/^(?:an?|the) /iu, "").replace(/,? (?:at|for|with|there)(?: .*)?$/iu, ""),
      ),
    )
    .filter(
      (one) =>
        one !== "" && one.toLowerCase() !== position.toLowerCase() && one.split(" ").length <= 7,
    )
    .filter(
      (one) => !named.includes(one.toLowerCase()) || one.toLowerCase() !== place.toLowerCase(),
    );
  return values.map((value) => `my title at ${inQuotes(place)} is ${inQuotes(value)}`);
}

/** The text without “at Acme”, so that what is said of it can be found. */
const withoutPlace = (text: string, job: Mention | undefined): string =>
  job && job.found.entry["position"] !== job.name
    ? `${text.slice(0, job.start).replace(/\b(?:at|for|with|in|of) (?:the )?$/iu, "")} ${text.slice(job.end)}`
        .replace(/\s+/gu, " ")
        .trim()
    : text;

/** The words that stand around a mention and are written as one name with it. */
function writtenName({ text }: Asked, one: Mention): string | null {
  const plain = withoutOld(text).text;
  const head = /(?:(?:\p{Lu}[\p{L}\d'’.&-]*|&|of|and|the|for) )*$/u.exec(
    plain.slice(0, one.start),
  )![0];
  const tail = /^(?:[ ,]*(?:\p{Lu}[\p{L}\d'’.&-]*|&|of|and|for)(?= |$|[,.!?;]))*/u.exec(
    plain.slice(one.end),
  )![0];
  const name = trimmedValue(`${head}${plain.slice(one.start, one.end)}${tail}`)
    .replace(
      /^(?:of|and|the|for|It's|Its|Is|Please|Correct|Spelling|Rename|Change|My|The|Call|Add|In|At) /u,
      "",
    )
    .replace(/ (?:of|and|the|for)$/u, "");
  return name === one.name || name === "" ? null : name;
}

function entryRename(asked: Asked): readonly string[] {
  const all = targets(asked).toSorted((a, b) => b.strength - a.strength);
  const one = all[0];
  if (!one) return [];
  const values = valuesIn(asked.text)
    .map((value) => trimmedValue(value.replace(/^(?:an?|the) (?=\p{Lu})/u, "")))
    .filter((value) => value !== one.name && value.length <= 80);
  const written = writtenName(asked, one);
  const names = [...new Set([...values, ...(written === null ? [] : [written])])];
  const isPosition =
    POSITION.includes(one.list as "work") && one.found.entry["position"] === one.name;
  return names.map((name) =>
    isPosition
      ? `my title at ${byName(one)} is ${inQuotes(name)}`
      : `rename ${inQuotes(one.name)} to ${inQuotes(name)}`,
  );
}

const DEGREE =
  /\b(?:(?:B|M)\.?(?:Sc|A|Eng|Ed|BA|Phil)\b\.?|Ph\.?D\.?|Bachelor(?:'s)?(?: of \p{Lu}\p{L}+)?|Master(?:'s)?(?: of \p{Lu}\p{L}+)?|Diploma|Doctorate|MBA|LLM|LLB)(?:,? (?:in|of) (?<area>\p{Lu}[\p{L}&' -]+))?/u;
const GRADE =
  /\b(?:2[:.]1|2[:.]2|first(?:[- ]class)?(?: hono?u?rs)?|upper second|lower second|third(?: class)?|(?:with )?(?:distinction|merit|honou?rs)|(?:summa|magna) cum laude|cum laude|(?:gpa|grade|average|mark|score)[a-z ]*?:? ?(?:of |was |is )?(?<number>[0-9][.,][0-9]{1,2}|[A-D][+-]?)(?![\p{L}\d]))/iu;

function degreeSet(asked: Asked): readonly string[] {
  const school = surest(asked, ["education"]);
  const only = entriesOf(asked.context.resume, "education");
  const name = school ? nameOf(school) : only.length === 1 ? String(only[0]!["institution"]) : null;
  const grade = GRADE.exec(withoutOld(asked.text).text);
  if (name !== null && grade)
    return [`the grade at ${inQuotes(name)} is ${inQuotes(grade.groups?.["number"] ?? grade[0])}`];
  const degree = DEGREE.exec(withoutOld(asked.text).text)?.[0];
  if (name !== null && degree)
    return [`the degree at ${inQuotes(name)} is ${inQuotes(degree.trim())}`];
  const value = valuesIn(asked.text).find((one) => one !== name && one.split(" ").length <= 7);
  return name !== null && value ? [`the subject at ${inQuotes(name)} is ${inQuotes(value)}`] : [];
}

const LEVEL =
  /\b(?:(?:near |near-|upper |lower |very |business |full |professional |limited )?(?:native|fluent|fluently|basics?|good|excellent|(?:upper |lower )?intermediate|advanced|conversational|professional|working|bilingual|beginner|elementary|proficient|mother'?s? ?tongue|first language)|[abc][12])\b/iu;

function languageLevel(asked: Asked): readonly string[] {
  const { text } = withoutOld(asked.text);
  const one = surest(asked, ["languages"]);
  const name = one?.name ?? languageIn(text);
  const said = LEVEL.exec(one ? text.slice(one.end) : text)?.[0] ?? LEVEL.exec(text)?.[0];
  const level =
    said && (/tongue|first language/iu.test(said) ? "native" : said.replace(/ly$/iu, ""));
  return name && level ? [`my ${name} is ${level}`] : [];
}

const languageIn = (text: string): string | null =>
  text
    .split(/[^\p{L}]+/u)
    .map((word) => (isLanguageName(word) ? leadingLanguage(word) : null))
    .find((word) => word !== null) ?? null;

function entryPlace(asked: Asked): readonly string[] {
  const one = surest(asked, ["work", "education", "volunteer"]);
  if (!one) return [];
  const { text } = withoutOld(asked.text);
  const tail = text.slice(one.end);
  const place =
    /\b(?:in|is in|was in|based in|at|to|:|from) (?<place>\p{Lu}[\p{L}' -]+(?:, ?\p{Lu}[\p{L}' -]+)?)/u.exec(
      tail,
    )?.groups?.["place"] ??
    /\b(?:add|put) (?<place>\p{Lu}[\p{L}' -]+?) (?:as|to|for)\b/iu.exec(text)?.groups?.["place"] ??
    valuesIn(text).find((value) => /^\p{Lu}/u.test(value));
  const bare = place && trimmedValue(place.replace(/ (?:as|for|to|on|office|branch)\b.*$/u, ""));
  return bare ? [`${nameOf(one)} is in ${bare}`] : [];
}

function entryIssuer(asked: Asked): readonly string[] {
  const one = surest(asked, ["awards", "certificates", "publications"]);
  if (!one) return [];
  const { text } = withoutOld(asked.text);
  const giver =
    /\b(?:from|by|at|in|through|via|of) (?:the )?(?<giver>\p{Lu}[\p{L}\d&'. -]+)/u.exec(
      text.slice(one.end),
    )?.groups?.["giver"] ??
    /\b(?<giver>\p{Lu}[\p{L}\d&'. -]+?) (?:gave|issued|awarded|handed)\b/u.exec(text)?.groups?.[
      "giver"
    ] ??
    valuesIn(text)[0];
  const bare = giver && trimmedValue(giver);
  return bare ? [`${inQuotes(one.name)} is from ${bare}`] : [];
}

function entryMove(asked: Asked): readonly string[] {
  const [one, other] = targets(asked);
  const { text } = asked;
  if (/\b(?:newest|latest|most recent|chronological\w*)\b/iu.test(text)) {
    const list =
      one?.list === "education" || /\b(?:education|degrees?|schools?|studies)\b/iu.test(text)
        ? "education"
        : "jobs";
    if (!one) return [`newest ${list} first`];
  }
  if (/\b(?:alphabet\w*|a to z|a-z|by name)\b/iu.test(text)) return ["skills by name"];
  if (!one) return [];
  if (other && other.list === one.list) {
    if (/\b(?:swap|switch|exchange|trade places)\b/iu.test(text))
      return [`swap ${byName(one)} and ${byName(other)}`];
    const isAfter = /\b(?:after|below|under|beneath|behind)\b/iu.test(text);
    const isFront = /^[^a-z]*(?:before|above)\b/iu.test(text);
    const [first, second] = isFront ? [other, one] : [one, other];
    return [
      isAfter
        ? `move ${byName(first)} below ${byName(second)}`
        : `move ${byName(first)} above ${byName(second)}`,
    ];
  }
  if (/\b(?:last|bottom|end|lowest)\b/iu.test(text)) return [`put ${byName(one)} last`];
  if (/\b(?:down|lower|further down)\b/iu.test(text)) return [`move ${byName(one)} down`];
  if (/\b(?:first|top|front|start|beginning|before everything|head of)\b/iu.test(text))
    return [`put ${byName(one)} first`];
  return /\b(?:up|higher)\b/iu.test(text)
    ? [`move ${byName(one)} up`, `put ${byName(one)} first`]
    : [`put ${byName(one)} first`];
}

function entryText(asked: Asked): readonly string[] {
  const one = surest(asked, [
    "projects",
    "work",
    "volunteer",
    "references",
    "awards",
    "publications",
  ]);
  const text = quotedIn(asked.text).at(-1) ?? /:\s+(.{12,400})$/u.exec(asked.text)?.[1];
  return one && text ? [`describe ${byName(one)} as: ${inQuotes(text)}`] : [];
}

/** What is asked of entries that are there. */
export const ENTRY_PROPOSALS: Proposals = {
  "entry-remove": (asked) => {
    const all = targets(asked);
    if (all.length === 0) return [];
    const both = all.map((one) =>
      one.list === "education" ? `remove ${byName(one)}` : `remove ${called(one)}`,
    );
    return [both.join("; ")];
  },
  "entry-rename": entryRename,
  "entry-dates": entryDates,
  "job-title": jobTitle,
  "degree-set": degreeSet,
  "language-level": languageLevel,
  "entry-place": entryPlace,
  "entry-link": (asked) => {
    const one = surest(asked, [
      "projects",
      "work",
      "volunteer",
      "education",
      "certificates",
      "publications",
    ]);
    const address = addressIn(asked.text);
    return one && address ? [`add a link to ${byName(one)}: ${address}`] : [];
  },
  "entry-issuer": entryIssuer,
  "entry-move": entryMove,
  "entry-text": entryText,
};
