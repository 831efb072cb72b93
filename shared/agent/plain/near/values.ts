import { findDates } from "../../../cv/fields/dates.ts";

/** What stands in quotation marks, in order. */
export const quotedIn = (text: string): readonly string[] =>
  [...text.matchAll(/"([^"]{1,400})"|(?<=^|[\s(:])'([^']{2,200})'(?=$|[\s,.!?)])/gu)].map((found) =>
    (found[1] ?? found[2])!.trim(),
  );

export const emailIn = (text: string): string | null =>
  /[\p{L}\d._+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u.exec(text)?.[0] ?? null;

/** A web address, with or without its scheme; none that is the end of an e-mail address. */
export const addressIn = (text: string): string | null =>
  /(?:https?:\/\/[^\s"')]+|(?<![@\p{L}\d.-])(?:[\p{L}\d-]+\.)+[\p{L}]{2,10}\b(?:\/[^\s"'),]*)?)/iu
    .exec(text.replace(/[\p{L}\d._+-]+@\S+/gu, (mail) => " ".repeat(mail.length)))?.[0]
    ?.replace(/[.,!?]+$/u, "") ?? null;

export const phoneIn = (text: string): string | null =>
  /\+?\(?\d[\d\s()./-]{5,}\d/u
    .exec(text.replace(/\b(?:19|20)\d{2}\s?[–-]\s?(?:19|20)\d{2}\b/gu, ""))?.[0]
    ?.trim() ?? null;

export const handleIn = (text: string): string | null =>
  /(?<=^|[\s(])@([\p{L}\d_.-]+[\p{L}\d_])/u.exec(text)?.[1] ?? null;

/** What was and is no more: “not Z”, “instead of Z”. */
const INSTEAD =
  /[,;(–-]*\s*\b(?:and |but )?(?:not|instead of|rather than|in place of|as opposed to)\b\s+(?:as |in |an? |the |just )?(?<old>"[^"]+"|[^,.;!?()]+).*$/iu;

/** The text without “…, not Z”, and Z. */
export function withoutOld(text: string): { readonly text: string; readonly old: string | null } {
  const found = INSTEAD.exec(text);
  if (!found || found.index < 3) return { text, old: null };
  return {
    text: text.slice(0, found.index).trim(),
    old: found.groups!["old"]!.trim().replace(/^"|"$/gu, ""),
  };
}

/** Behind a value: a reason, manners, another sentence. */
const BEHIND =
  /(?:\s*[,;–-]\s+|\s+)(?:please|pls|plz|thanks|thank you|thx|cheers|ta|if you can|if possible|now|instead|actually|btw|by the way|though|too|as well|again)\s*$|\s*[,;]\s+(?:and |but |so |as )?(?:i|i'm|im|i've|ive|it|it's|its|that's|thats|this|because|since|we|they|my|everybody|everyone|people|nobody|sorry|there|can you|could you|please|not)\b.*$|\s+(?:because|cause|cos|so that|since i|as i|as it)\b.*$|[.!?]\s+\p{Lu}.*$|\s+[–-]\s+.*$|\s*\([^)]*\)\s*$/u;

/** A value without what people write behind it, and without marks around it. */
export function trimmedValue(said: string): string {
  let value = said.trim();
  for (let before = ""; before !== value;) {
    before = value;
    value = value
      .replace(BEHIND, "")
      .replace(/[\s,;:.!?–-]+$/u, "")
      .replace(/^[\s,;:–-]+/u, "")
      .trim();
  }
  return value.replace(/^["']([^"']+)["']$/u, "$1").trim();
}

const CUES: readonly RegExp[] = [
  /(?:->|→|=>|⇒)\s*(?<value>.+)$/u,
  /\b(?:should|must|needs? to|ought to|shall|has to|supposed to) (?:now |really |actually |rather |just )?(?:be |say |read |go )?(?:called |named |spelled |spelt |written |titled )?(?:as |to )?(?<value>.+)$/iu,
  /\b(?:rename|change|update|set|switch|correct|edit|turn|amend|put|swap|replace)\w*\b.*?\b(?:to|into|as|by|with|for)\b:? (?<value>.+)$/iu,
  /\b(?:call|name|title) (?:it|that|this|them|the .+? (?:section|part|bit|heading)) (?<value>.+)$/iu,
  /\b(?:called|named|titled|spelled|spelt|written|reads|say|says)\b:? (?:as )?(?<value>.+)$/iu,
  /\bmake (?:it|that|this) (?:say )?(?<value>.+)$/iu,
  /^[^:]{2,60}:\s+(?<value>.+)$/u,
  /\s[–-]\s(?:it's |its |it is |should be )?(?<value>.+)$/iu,
  /\b(?:it's|its|it is|it was|i'm|im|i am|i was|is|was|are|became|become) (?:now |actually |really |in fact |just |a |an |the )*(?<value>.+)$/iu,
];

/**
 * What something is to be: in quotation marks, or behind the words that say so (“should be …”, “to …”,
 * “…: …”, “it’s …”); the surest first, without what is said behind it.
 */
export function valuesIn(text: string): readonly string[] {
  const { text: fresh, old } = withoutOld(text);
  const quotes = quotedIn(fresh).filter((one) => one !== old);
  const last = quotes.at(-1);
  const cued = CUES.flatMap((cue) => {
    const value = trimmedValue(cue.exec(fresh)?.groups?.["value"] ?? "");
    return value === "" || value.length > 120 ? [] : [value];
  });
  return [...new Set([...(last === undefined ? [] : [last]), ...cued])];
}

const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const RELATIVE = /\b(?:last month|this month|last year|this year|today|now)\b/iu;

const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** “09” of the year 2009, “87” of 1987. @param year this one */
const fullYear = (two: string, year: number): string =>
  String(Number(two) <= (year % 100) + 6 ? 2000 + Number(two) : 1900 + Number(two));

/**
 * Days and short years as months of a full year: “15.03.2017” is March 2017, “1/1/22” January 2022, “dec 23”
 * and “'92” are of a year. The day stands before the month, where it can.
 * @param year this year
 */
export const plainDates = (text: string, year: number): string =>
  text
    .replace(
      /(?<![\d.])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2}|\d{2})(?!\d)/gu,
      (whole, day: string, _mark, month: string, said: string) => {
        const at = Number(month) > 12 ? Number(day) : Number(month);
        const name = MONTH_NAMES[at - 1];
        return name === undefined
          ? whole
          : `${name} ${said.length === 2 ? fullYear(said, year) : said}`;
      },
    )
    .replace(/(?<![\p{L}\d])'(\d{2})(?!\d)/gu, (_, two: string) => fullYear(two, year))
    .replace(
      new RegExp(
        `(?<![\\p{L}\\d])(${MONTH})\\.? '?(\\d{2})(?![\\d.:]|st|nd|rd|th| ?(?:19|20)\\d{2})`,
        "giu",
      ),
      (_, month: string, two: string) => `${month} ${fullYear(two, year)}`,
    );

/** Dates as they are said, in order: “January 2022”, “2019”, “last month”, “March”. */
export function datesSaid(text: string): readonly string[] {
  const dated = new RegExp(
    `(?:${MONTH}\\.?,? (?:of )?(?:19|20)\\d{2}|\\b(?:19|20)\\d{2},? ${MONTH}(?![\\p{L}])|\\b(?:0?[1-9]|1[0-2])[/.](?:19|20)\\d{2}|\\b(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])\\b|\\b(?:19|20)\\d{2}\\b|(?<![\\p{L}])${MONTH}(?![\\p{L}])(?! (?:i|we|be|not|you)\\b))`,
    "giu",
  );
  // “2002 sept”: said the other way round.
  const found = [...text.matchAll(dated)].map((one) =>
    one[0].replace(/^(\d{4}),? (\p{L}+)$/u, "$2 $1"),
  );
  if (found.length > 0) return found;
  const relative = RELATIVE.exec(text)?.[0];
  return relative === undefined || /^now$/iu.test(relative) ? [] : [relative];
}

/** A range of two dates as it stands, “March 2014 until August 2015”; `null` where there is none. */
export function rangeSaid(text: string): { readonly start: string; readonly end: string } | null {
  const plain = text.replace(/\bbetween (.{4,20}?) and (?=.*\d{4})/iu, "from $1 to ");
  const found = findDates(plain);
  return found?.isRange && found.start && found.end ? { start: found.start, end: found.end } : null;
}
