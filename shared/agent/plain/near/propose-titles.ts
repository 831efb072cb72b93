import { isLanguageName, leadingLanguage } from "../../../cv/fields/language-names.ts";
import { entriesOf } from "../entry-words.ts";
import { inQuotes, type Asked, type Proposals } from "./proposal.ts";
import { nameOf, presentJob, surest } from "./targets.ts";
import { freshOf, textAbout, valuesAbout } from "./values-about.ts";

export const POSITION = ["work", "volunteer"] as const;

/** What somebody is or was “as”, “like”, “made”; a small word alone: “not X, founder”. */
const TITLE_CUES: readonly RegExp[] = [
  /\b(?:work(?:ed|ing|s)?|employed|listed|had me|have me|has me|hired|shown|spelled out|(?:did|do) the job)\b.*? (?:as|like|of) (?<value>.+)$/iu,
  /\b(?:they |have )?made me (?<value>.+)$/iu,
  /\bit says (?<value>.+?), so\b/iu,
  /^(?<value>\p{L}[\p{L} &-]{2,30})$/u,
];

/** A title has few words, and none of a place or time. */
const isTitle = (value: string): boolean =>
  value.split(" ").length <= 6 && !/\d{4}/u.test(value) && !/^(?:present|me|one)$/iu.test(value);

/** With a capital where the present one has one. */
const inCaseOf = (title: string, now: string): string =>
  /^\p{Lu}/u.test(now) ? title[0]!.toUpperCase() + title.slice(1) : title;

function jobTitle(asked: Asked): readonly string[] {
  const job = surest(asked, POSITION);
  const place = job ? nameOf(job) : presentJob(asked.context.resume);
  if (place === null) return [];
  const now = String(job?.found.entry["position"] ?? "");
  const position = now.toLowerCase();
  return valuesAbout(asked, job, TITLE_CUES)
    .filter((one) => isTitle(one) && one.toLowerCase() !== position)
    .filter((one) => one.toLowerCase() !== place.toLowerCase())
    .slice(0, 2)
    .map((value) => `my title at ${inQuotes(place)} is ${inQuotes(inCaseOf(value, now))}`);
}

const DEGREE =
  /\b(?:(?:B|M)\.?(?:Sc|A|Eng|Ed|BA|Phil|Tech|Com|Mus|Res)\b\.?(?: \(Hons\))?|Ph\.?D\.?|(?:bachelor|master)(?:'?s)?(?: degree)?(?: of \p{L}+(?: (?:arts?|science|administration|education|laws?|philosophy))?)?|(?:high school |postgraduate |graduate |advanced )?diploma|doctorate|MBA|LLM|LLB|HND|HNC|PGCE|Abitur|Matura)(?![\p{L}])(?:,? (?:in|of) (?<area>\p{L}[\p{L}&' -]+))?/iu;
const GRADE =
  /\b(?:2[:.][12]|first(?:[- ]class)(?: hono?u?rs)?|first class|upper second|lower second|third class|(?:with )?(?:distinction|merit|honou?rs)|(?:summa |magna )?cum laude|(?:gpa|grade|average|mark|score|note)\b[^\d]{0,40}?(?<number>\d{1,3}(?:[.,/]\d{1,3})?%?|[A-D][+-]?(?=$|[\s,.])))/iu;

/** The school that is named, or the only one. */
function schoolOf(asked: Asked) {
  const school = surest(asked, ["education"]);
  const all = entriesOf(asked.context.resume, "education");
  const only = all.length === 1 ? String(all[0]!["institution"] ?? "") : null;
  return { school, name: school ? nameOf(school) : only };
}

function degreeSet(asked: Asked): readonly string[] {
  const { school, name } = schoolOf(asked);
  if (name === null || name === "") return [];
  const fresh = freshOf(textAbout(asked, school));
  const grade = GRADE.exec(fresh);
  if (grade) {
    const said = grade.groups?.["number"] ?? grade[0].replace(/^with /iu, "");
    return [`the grade at ${inQuotes(name)} is ${inQuotes(said)}`];
  }
  const degree = DEGREE.exec(fresh);
  const area = degree?.groups?.["area"]
    ?.replace(/ (?:at|for|from|not|please|there)\b.*$/u, "")
    .trim();
  if (degree) {
    const type = (
      area === undefined
        ? degree[0]
        : degree[0].slice(0, degree[0].search(/,? (?:in|of) (?!\p{Lu}\p{L}+ in)/u))
    ).trim();
    return [
      `the degree at ${inQuotes(name)} is ${inQuotes(type)}` +
        (area ? `; the subject at ${inQuotes(name)} is ${inQuotes(area)}` : ""),
    ];
  }
  const studied =
    /\b(?:studied|study|studying|read|did|major(?:ed)?(?: in| is| was)?|subject (?:is|was)) (?<area>\p{L}[\p{L}&' -]+?)(?= (?:at|from|there|with|not|in)\b|[,.]|$)/iu.exec(
      fresh,
    )?.groups?.["area"];
  const value = [studied, ...valuesAbout(asked, school)].find(
    (one) =>
      one !== undefined && one !== name && one.split(" ").length <= 6 && !/\uE000/u.test(one),
  );
  return value
    ? [`the subject at ${inQuotes(name)} is ${inQuotes(value[0]!.toUpperCase() + value.slice(1))}`]
    : [];
}

const LEVEL =
  /\b(?:(?:near |near-|upper |upper-|lower |very |business |full |professional |limited )*(?:native|fluent|fluently|basics?|good|excellent|intermediate|advanced|conversational|professional|working|bilingual|beginner|elementary|proficient|mother(?:'?s)? ?tongue|mothers? language|first language)|[abc][12])\b/giu;
/** What isn’t so, or was: “it says native”, “isn’t native”, “not beginner”. */
const NO_LEVEL =
  /\b(?:it says|says|it said|you wrote|you put|isn't|isnt|is not|not|instead of|rather than|better than|speak \p{L}+|more than) (?:really |just |only |so |very |a |an )*[^,;.!?]*?(?=,|;|\.|!|\?|$| but\b)/giu;

function languageLevel(asked: Asked): readonly string[] {
  const { text } = asked;
  const said = [text.replace(NO_LEVEL, " "), text]
    .map((one) => [...one.matchAll(LEVEL)].map(([level]) => level))
    .find(({ length }) => length > 0);
  const all = asked.mentions.filter(({ list }) => list === "languages");
  const names = all.length > 0 ? [...new Set(all.map(({ name }) => name))] : languagesIn(text);
  if (!said || names.length === 0) return [];
  // “French good, English better”: the level stands by its language; else the last that is said is meant.
  const levels = said.length === names.length ? said : names.map(() => said.at(-1)!);
  return [names.map((name, at) => `my ${name} is ${plainLevel(levels[at]!)}`).join("; ")];
}

const plainLevel = (said: string): string =>
  /tongue|(?:first|mothers?) language/iu.test(said)
    ? "native"
    : said
        .replace(/ly$/iu, "")
        .replace(/^basics$/iu, "basic")
        .replace(/^upper-/iu, "upper ");

const languagesIn = (text: string): readonly string[] =>
  text
    .split(/[^\p{L}]+/u)
    .flatMap((word) => (isLanguageName(word) ? [leadingLanguage(word) ?? word] : []))
    .slice(0, 1);

/** What somebody was or learnt at an entry, and how well. */
export const TITLE_PROPOSALS: Proposals = {
  "job-title": jobTitle,
  "degree-set": degreeSet,
  "language-level": languageLevel,
};
