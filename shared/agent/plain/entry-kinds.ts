import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { takeDates } from "./dated.ts";
import {
  ENTRIES,
  entriesOf,
  sameWords,
  splitNames,
  withEntries,
  type Entry,
  type EntryWords,
} from "./entry-words.ts";
import type { Resume, ResumeList } from "../../resume.ts";

const wordsOf = (list: ResumeList): EntryWords => ENTRIES.find((one) => one.list === list)!;

/** Puts an entry where new ones go: at the head of what is told newest first, else at the end. */
function added(resume: Resume, list: ResumeList, entry: Entry): Resume {
  const all = entriesOf(resume, list);
  const newestFirst = ["work", "education", "volunteer", "publications"].includes(list);
  return withEntries(resume, list, newestFirst ? [entry, ...all] : [...all, entry]);
}

function add(list: ResumeList, entry: Entry, { resume }: PlainContext): PlainAnswer {
  const words = wordsOf(list);
  const name = words.keys.map((one) => entry[one]).find((one) => typeof one === "string" && one);
  const same = entriesOf(resume, list).some((one) =>
    words.keys.every((key) => (entry[key] ?? "") === (one[key] ?? "")),
  );
  if (same) return nothing(`“${String(name)}” is there already.`);
  return content(`Added the ${words.called} “${String(name)}”.`, added(resume, list, entry));
}

/** Entries that are a name and little else: one after another. */
function addNames(
  list: ResumeList,
  names: readonly string[],
  { resume }: PlainContext,
): PlainAnswer | null {
  const nameKey = wordsOf(list).keys[0]!;
  if (names.length === 0 || names.some((name) => name.length > 60)) return null;
  const has = (name: string, now: Resume) =>
    entriesOf(now, list).some(
      (entry) =>
        sameWords(entry[nameKey], name) ||
        (Array.isArray(entry["keywords"]) &&
          entry["keywords"].some((word) => sameWords(word, name))),
    );
  const fresh = names.filter((name) => !has(name, resume));
  if (fresh.length === 0)
    return nothing(`${quotedList(names)} ${names.length > 1 ? "are" : "is"} there already.`);
  const next = fresh.reduce((now, name) => added(now, list, { [nameKey]: name }), resume);
  return content(`Added ${quotedList(fresh)} to ${list}.`, next);
}

const quotedList = (names: readonly string[]) => {
  const quoted = names.map((name) => `“${name}”`);
  return quoted.length < 2
    ? quoted.join("")
    : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
};

/** “Engineer at Acme, since 2020”. */
function placed(text: string): { what: string; where: string; dates: Entry } | null {
  const { text: rest, startDate, endDate, date } = takeDates(text);
  const found = /^(.+?)(?:,? (?:at|for|with|from|by) |, | [–—-] )(.+)$/u.exec(rest);
  if (!found) return null;
  const start = startDate ?? (endDate ? undefined : date);
  const dates = { ...(start ? { startDate: start } : {}), ...(endDate ? { endDate } : {}) };
  const trim = (part: string) => part.replace(/[,.\s]+$/, "").replace(/^"|"$/g, "");
  if (/^class of\b/i.test(found[2]!)) return null;
  return { what: trim(found[1]!), where: trim(found[2]!), dates };
}

/** “Name: what it is”, or a name alone. */
function described(text: string): { name: string; description?: string } {
  const found = /^(.+?)(?:: | [–—-] )(.+)$/u.exec(text);
  const name = (found?.[1] ?? text).trim().replace(/^"|"$/g, "");
  return { name, ...(found ? { description: found[2]!.trim().replace(/^"|"$/g, "") } : {}) };
}

function addToSkillGroup(
  names: readonly string[],
  group: string,
  { resume }: PlainContext,
): PlainAnswer | null {
  const skills = entriesOf(resume, "skills");
  const at = skills.findIndex((skill) => sameWords(skill["name"], group));
  if (at < 0) return null;
  const keywords = (skills[at]!["keywords"] as string[] | undefined) ?? [];
  const fresh = names.filter((name) => !keywords.some((word) => sameWords(word, name)));
  if (fresh.length === 0) return nothing(`${quotedList(names)} is there already.`);
  const next = skills.with(at, { ...skills[at], keywords: [...keywords, ...fresh] });
  return content(
    `Added ${quotedList(fresh)} to ${String(skills[at]!["name"])}.`,
    withEntries(resume, "skills", next),
  );
}

const FLUENCY =
  /^(?:is )?(?:(?<before>native|fluent|basic|conversational|good|some|a little|professional|intermediate|advanced|beginner|elementary) )?(?<name>[\p{L} ]+?)(?: ?\((?<inside>[^)]+)\)|,? (?:at )?(?<after>native|fluent|fluently|basic|a1|a2|b1|b2|c1|c2|natively|intermediate|advanced|beginner)(?: level)?)?$/iu;

function addLanguages(text: string, context: PlainContext): PlainAnswer | null {
  // “Finnish, basic” is one language.
  const joined = text.replace(
    /, (?=(?:native|fluent|basic|[abc][12]|intermediate|advanced|beginner)\b)/giu,
    " ",
  );
  const entries = splitNames(joined).map((part) => {
    const found = FLUENCY.exec(part)?.groups;
    const level = found?.["inside"] ?? found?.["after"] ?? found?.["before"];
    const fluency =
      level &&
      (/^[abc][12]$/i.test(level)
        ? level.toUpperCase()
        : level[0]!.toUpperCase() + level.slice(1).replace(/ly$/, ""));
    return found && { language: found["name"]!.trim(), ...(fluency ? { fluency } : {}) };
  });
  if (
    entries.length === 0 ||
    entries.some((entry) => !entry || entry.language.split(" ").length > 2)
  )
    return null;
  let { resume } = context;
  const said: string[] = [];
  for (const entry of entries) {
    if (!entry) continue;
    const all = entriesOf(resume, "languages");
    const at = all.findIndex((one) => sameWords(one["language"], entry.language));
    if (at >= 0 && (!entry.fluency || all[at]!["fluency"] === entry.fluency)) continue;
    said.push(entry.language);
    resume =
      at < 0
        ? added(resume, "languages", entry)
        : withEntries(resume, "languages", all.with(at, { ...all[at], ...entry }));
  }
  if (said.length === 0) return nothing("Your languages say so already.");
  return content(`Your languages have ${quotedList(said)} now.`, resume);
}

function addAward(
  list: "awards" | "certificates" | "publications",
  text: string,
  context: PlainContext,
) {
  const { text: rest, date, startDate } = takeDates(text);
  const [title, giver] = rest.split(/,? (?:from|by|at|in|of the) (?=[\p{Lu}"])|, /u).map((part) =>
    part
      .trim()
      .replace(/[\s,]+$/, "")
      .replace(/^"|"$/g, ""),
  );
  if (!title) return null;
  const keys = {
    awards: ["title", "awarder", "date"],
    certificates: ["name", "issuer", "date"],
    publications: ["name", "publisher", "releaseDate"],
  }[list] as [string, string, string];
  const when = date ?? startDate;
  const entry = {
    [keys[0]]: title,
    ...(giver ? { [keys[1]]: giver } : {}),
    ...(when ? { [keys[2]]: when } : {}),
  };
  return add(list, entry, context);
}

const nounsOf = (list: ResumeList) => wordsOf(list).nouns;

/** Every act with a kind of its own for adding to one list. */
const ADD = "(add|put in|include|insert)";

export const ADD_KINDS = [
  kind(
    "add-skill",
    "add Rust to my skills",
    `${ADD} {names} (to|in|under) [my|the] (skills|skill list|technologies|tech stack|stack)
     ${ADD} [the|a|my] (skill|technology|tool) [:|called] {names}
     ${ADD} [the|my] (skills|technologies|tools): {names}
     ${ADD} [the] skills {names}
     (i also know|i know how to use|i can also use) {names}
     (skills:|skill:|new skill:|new skills:) {names}
     (i know|i also use|i use|i can use) {names} [too|as well]`,
    ({ names }, context) => addNames("skills", splitNames(names!), context),
  ),
  kind(
    "add-to-skill-group",
    "add Go to Programming languages",
    `${ADD} {names} (to|in|under) [my|the] {group} [skills|group]`,
    ({ names, group }, context) => addToSkillGroup(splitNames(names!), group!, context),
  ),
  kind(
    "add-language",
    "I speak Spanish (B2)",
    `(i speak|i also speak|i can speak) {names}
     ${ADD} [the] (language|languages) [:] {names}
     ${ADD} {names} (to|in|under) [my|the] languages
     (i speak|i also speak|i can speak) {names} too
     (new language:|languages:|language:) {names}`,
    ({ names }, context) => addLanguages(names!, context),
  ),
  kind(
    "add-interest",
    "add chess to my interests",
    `${ADD} {names} (to|in|under) [my|the] (interests|hobbies)
     ${ADD} [the|a|an|my] (interest|interests|hobby|hobbies) [:|in|called] {names}
     (my hobbies are|my hobby is|my interests are) {names}
     (interests:|hobbies:|new interest:|new hobby:) {names}`,
    ({ names }, context) => addNames("interests", splitNames(names!), context),
  ),
  kind(
    "add-job",
    "add a job: Engineer at Acme since 2020",
    `${ADD} [a|the|my|another|new] [new] (${nounsOf("work")}) [:|as|-] {text}
     ${ADD} {text} to [my|the] (jobs|experience|work|work experience|career)
     (i work as|i work as a|i work as an|i've been working as|i worked as|i worked as a|i worked as an) {text}
     (i got a job as|i got a job as a|i got a job as an|i have a new job as|i have a new job as a|i have a new job:) {text}
     (new job:|job:) {text}`,
    ({ text }, context) => {
      const found = placed(text!);
      return (
        found && add("work", { name: found.where, position: found.what, ...found.dates }, context)
      );
    },
  ),
  kind(
    "add-education",
    "I studied Physics at ETH Zürich 2010–2014",
    `${ADD} [a|the|my|another|new] [new] (${nounsOf("education")}) [:|in|of|-] {text}
     ${ADD} {text} to [my|the] (education|studies|degrees)
     (i studied|i have studied|i've studied|i graduated in) {text}
     (i have a|i have an|i hold a|i hold an) {degree}`,
    ({ text, degree: held }, context) => {
      const found = placed(text ?? held!);
      if (!found) return null;
      const degree =
        /^((?:B|M)\.?(?:Sc|A|Eng|Ed|BA)\.?|PhD|Ph\.D\.|Bachelor(?: of \w+)?|Master(?: of \w+)?|Diploma|Doctorate|MBA)(?: (?:in|of))? (.+)$/u.exec(
          found.what,
        );
      // “I have a question about the header” is no degree.
      if (held !== undefined && !degree) return null;
      const what = degree ? { studyType: degree[1]!, area: degree[2]! } : { area: found.what };
      return add("education", { institution: found.where, ...what, ...found.dates }, context);
    },
  ),
  kind(
    "add-volunteer",
    "add volunteering: Coach at Code Club since 2021",
    `${ADD} [a|the|my|another|new] (${nounsOf("volunteer")}) [entry] [:|as|-] {text}
     (i volunteer as|i volunteer as a|i volunteer as an|i volunteered as|i volunteered as a|i volunteered as an) {text}`,
    ({ text }, context) => {
      const found = placed(text!);
      return (
        found &&
        add(
          "volunteer",
          { organization: found.where, position: found.what, ...found.dates },
          context,
        )
      );
    },
  ),
  kind(
    "add-project",
    "add a project: Tidewatch, a clock for the sea",
    `${ADD} [a|the|my|another|new] [new] (${nounsOf("projects")}) [:|called|named|-] {text}
     ${ADD} {text} to [my|the] projects
     (new project:|project:) {text}`,
    ({ text }, context) => {
      const { text: rest, startDate, endDate, date } = takeDates(text!);
      const url = /\bhttps?:\/\/\S+/i.exec(rest)?.[0];
      const words = described(rest.replace(url ?? "", "").replace(/[\s,(]+(?:at|on)?[\s)]*$/, ""));
      const comma = /^([^,]{2,40}), (.+)$/u.exec(words.name);
      const named =
        comma && !words.description ? { name: comma[1]!, description: comma[2]! } : words;
      const start = startDate ?? date;
      if (!named.name || named.name.length > 80) return null;
      const entry = {
        ...named,
        ...(url ? { url } : {}),
        ...(start ? { startDate: start } : {}),
        ...(endDate ? { endDate } : {}),
      };
      return add("projects", entry, context);
    },
  ),
  kind(
    "add-award",
    "add the award Best Thesis from ETH in 2014",
    `${ADD} [a|an|the|my|another|new] (${nounsOf("awards")}) [:|called|-] {text}
     ${ADD} {text} to [my|the] awards
     (i won|i was awarded|i received) [the|a|an] {text}`,
    ({ text }, context) => addAward("awards", text!, context),
  ),
  kind(
    "add-certificate",
    "add the certificate CKA from CNCF, 2023",
    `${ADD} [a|an|the|my|another|new] (${nounsOf("certificates")}) [:|called|-] {text}
     ${ADD} {text} to [my|the] (certificates|certifications|certs)
     (i am certified in|i'm certified in) {text}`,
    ({ text }, context) => addAward("certificates", text!, context),
  ),
  kind(
    "add-publication",
    "add the paper On Tides, in Nature, 2020",
    `${ADD} [a|an|the|my|another|new] (${nounsOf("publications")}) [:|called|-] {text}
     ${ADD} {text} to [my|the] (publications|papers|articles)
     i published {text}`,
    ({ text }, context) => addAward("publications", text!, context),
  ),
  kind(
    "add-reference",
    "add a reference from Grace Hopper: “She finishes things.”",
    `${ADD} [a|an|the|my|another|new] (${nounsOf("references")}) [by|from|of|:] {text}`,
    ({ text }, context) => {
      const { name, description } = described(text!);
      if (!description) return null;
      return add("references", { name, reference: description }, context);
    },
  ),
];
