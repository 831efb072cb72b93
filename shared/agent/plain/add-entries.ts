import { content, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { takeDates } from "./dated.ts";
import {
  ENTRIES,
  entriesOf,
  isLanguage,
  sameWords,
  splitNames,
  withEntries,
  type Entry,
  type EntryWords,
} from "./entry-words.ts";
import { isPlace } from "../../cv/fields/places.ts";
import { asUrl } from "./basics-edits.ts";
import { holdsTime, isItem, isPagePart } from "./plain-values.ts";
import { sidesOf } from "./entry-sides.ts";
import type { Resume, ResumeList } from "../../resume.ts";

const wordsOf = (list: ResumeList): EntryWords => ENTRIES.find((one) => one.list === list)!;

/** Puts an entry where new ones go: at the head of what is told newest first, else at the end. */
function added(resume: Resume, list: ResumeList, entry: Entry): Resume {
  const all = entriesOf(resume, list);
  const newestFirst = ["work", "education", "volunteer", "publications"].includes(list);
  return withEntries(resume, list, newestFirst ? [entry, ...all] : [...all, entry]);
}

export function add(list: ResumeList, entry: Entry, { resume }: PlainContext): PlainAnswer {
  const words = wordsOf(list);
  const name = words.keys.map((one) => entry[one]).find((one) => typeof one === "string" && one);
  const same = entriesOf(resume, list).some((one) =>
    words.keys.every((key) => (entry[key] ?? "") === (one[key] ?? "")),
  );
  if (same) return nothing(`“${String(name)}” is there already.`);
  return content(`Added the ${words.called} “${String(name)}”.`, added(resume, list, entry));
}

/** Entries that are a name and little else: one after another. */
export function addNames(
  list: ResumeList,
  names: readonly string[],
  { resume }: PlainContext,
): PlainAnswer | null {
  const nameKey = wordsOf(list).keys[0]!;
  if (names.length === 0) return null;
  if (names.some((name) => name.length > 60 || !isItem(name) || isPagePart(name))) return null;
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

/** “Engineer at Acme, since 2020”, “Acme, Engineer, 2020 to 2022”. */
export function placed(text: string): { what: string; where: string; dates: Entry } | null {
  const { text: rest, startDate, endDate, date } = takeDates(text);
  const said = /^(.+?),? (?:at|for|with|from|by) (.+)$/u.exec(rest);
  const found = said ?? /^(.+?)(?:, | [–—-] )(.+)$/u.exec(rest);
  if (!found) return null;
  const start = startDate ?? (endDate ? undefined : date);
  const dates = { ...(start ? { startDate: start } : {}), ...(endDate ? { endDate } : {}) };
  const trim = (part: string) =>
    part
      .replace(/^the (?=university|school|college|institute|academy)/iu, "")
      .replace(/[,.\s]+$/, "")
      .replace(/^"|"$/g, "");
  if (/^class of\b/i.test(found[2]!) || /\bside by side\b/iu.test(text)) return null;
  const [one, other] = [trim(found[1]!), trim(found[2]!)];
  if (holdsTime(one) || holdsTime(other)) return null;
  const sides = said ? { what: one, where: other } : sidesOf(one, other);
  return sides && { ...sides, dates };
}

/** Whether the words are a place, by themselves or because somebody lives or worked there. */
export function isTown(words: string, { basics, work }: Resume): boolean {
  const known = [basics?.location?.city, ...(work ?? []).map(({ location }) => location)];
  return isPlace(words) || known.some((one) => sameWords(one, words));
}

const LINK =
  /[\s,(]*(?:\b(?:at|on|(?:with )?(?:the |a )?(?:link|url|website|address)(?: is|:)?)\s+)?(?<url>https?:\/\/\S+|(?<=(?:link|url|website|address)(?: is|:)? )[\p{L}\d-]+(?:\.[\p{L}\d-]+)+\S*)[\s)]*$/iu;

/** A text without the address that it ends with, and that address with its scheme. */
export function takeLink(text: string): { readonly text: string; readonly url?: string } {
  const found = LINK.exec(text);
  const url = found?.groups?.["url"];
  return found && url ? { text: text.slice(0, found.index), url: asUrl(url) } : { text };
}

/** “Name: what it is”, or a name alone. */
export function described(text: string): { name: string; description?: string } {
  const found = /^(.+?)(?:: | [–—-] )(.+)$/u.exec(text);
  const name = (found?.[1] ?? text).trim().replace(/^"|"$/g, "");
  return { name, ...(found ? { description: found[2]!.trim().replace(/^"|"$/g, "") } : {}) };
}

export function addToSkillGroup(
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

/** @param isTold “I speak fast” names none: then each must be known for a language, or be written like one */
export function addLanguages(
  text: string,
  context: PlainContext,
  isTold = false,
): PlainAnswer | null {
  // “Finnish, basic” is one language.
  const joined = text.replace(
    /(?:, |: )(?=(?:native|fluent|fluently|basic|[abc][12]|intermediate|advanced|beginner|elementary)\b)/giu,
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
    entries.some(
      (entry) =>
        !entry ||
        (isTold && !isLanguage(entry.language) && !/^\p{Lu}/u.test(entry.language)) ||
        entry.language.split(" ").length > 2 ||
        /^(?:add|put|include|please|also|remove|delete|many|various|several|none|see|all|an?|the|but|not|very|too|at|in|with|some|no|only|just|well|it|me|my)\b/iu.test(
          entry.language,
        ),
    )
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

/** Who gave it; “Gold Medal of the Guild” names the guild, “Teacher of the Year” nobody. */
const GIVEN =
  /,? (?:from|by|at|in|of the(?! (?:Year|Month|Week|Season|Decade|Century|Day)\b)) (?=[\p{Lu}"])|, /u;
/** “Best Paper 2023, Guild”: what the date stands between stays apart without it. */
const DATE_BETWEEN =
  /^(.+?),? \(?((?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}* )?(?:19|20)\d{2})\)?, (.+)$/iu;
const GIVEN_BEHIND_COMMA = /,? (?:from|by|at|in) (?=[\p{Lu}"])|, /u;

export function addAward(
  list: "awards" | "certificates" | "publications",
  text: string,
  context: PlainContext,
) {
  // “… in 2023 together with Ana”: what goes on behind the year is no title.
  if (/\b(?:19|20)\d{2},? (?!from|by|at|in|of)\p{Ll}/u.test(text)) return null;
  const { text: rest, date, startDate } = takeDates(text.replace(DATE_BETWEEN, "$1, $3, $2"));
  const [title, giver, ...more] = rest
    .replace(/^(?:my|the) (?=\p{L})/iu, "")
    .split(rest.includes(", ") ? GIVEN_BEHIND_COMMA : GIVEN)
    .map((part) =>
      part
        .trim()
        .replace(/[\s,]*(?:\(\s*\)?)?[\s,]*$/u, "")
        .replace(/^"|"$/g, ""),
    );
  // “…, expired” is nobody who gives it.
  const isGiver = giver === undefined || /^[\p{Lu}\d]/u.test(giver);
  if (!title || isPagePart(title) || !isItem(title) || !isGiver || more.length > 0) return null;
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

export const nounsOf = (list: ResumeList) => wordsOf(list).nouns;
