import { takeDates } from "../dated.ts";
import { entriesOf } from "../entry-words.ts";
import { inQuotes, type Asked, type Evident } from "./proposal.ts";
import { nameOf } from "./targets.ts";
import { quotedIn, trimmedValue } from "./values.ts";

const likely = (likelihood: number, ...requests: readonly string[]): readonly Evident[] =>
  requests.map((request) => ({ request, likelihood }));

const capital = (words: string): string => words[0]!.toUpperCase() + words.slice(1);

/** “I got Employee of the Year at Kestrel, 2018”: what is “of the year” is an award, given there. */
function honour({ text, mentions }: Asked): readonly Evident[] {
  const found =
    /\b(?:got|won|was|am|received|was named|was made|add(?: the| my)?)\b (?:the |an? )?(?<title>\p{L}[\p{L} '-]*? of the (?:year|month|week|season|decade))\b/iu.exec(
      text,
    );
  const title = found?.groups?.["title"]?.replace(
    /^.*\b(?:got|won|the|was|been|i|an?|for) (?=.+ of the )/iu,
    "",
  );
  if (!found || !title || mentions.some(({ list }) => list === "awards")) return [];
  const behind = text.slice(found.index + found[0].length);
  const { date, startDate } = takeDates(behind);
  const giver = mentions.find(({ list, start }) => list === "work" && start > found.index);
  const written = /\b(?:at|from|by|with) (?:the )?(?<giver>\p{Lu}[^,.;]*?)(?=,| in |$)/u.exec(
    behind,
  )?.groups?.["giver"];
  const from = giver ? nameOf(giver) : written;
  const when = date ?? startDate;
  return likely(
    0.9,
    `add the award ${inQuotes(capital(title))}${from ? ` from ${from}` : ""}${when ? `, ${when}` : ""}`,
  );
}

const SCHOOL_EXAM =
  /\b(?<type>leaving cert(?:ificate)?|junior cert(?:ificate)?|a[- ]levels?|gcses?|abitur|matura|baccalaur[eé]ate?|high school diploma|highers)\b/iu;

/** “My leaving cert, Presentation College 2008”: what one leaves school with, where and when. */
function schooling({ text }: Asked): readonly Evident[] {
  const type = SCHOOL_EXAM.exec(text);
  if (!type || !/^(?:please |can you )*(?:add|put in|include|i did|i have|missing)\b/iu.test(text))
    return [];
  const behind = takeDates(text.slice(type.index + type[0].length));
  const school = trimmedValue(
    behind.text.replace(/^[\s,:–-]*(?:(?:at|from|in) )?(?:the )?/iu, ""),
  ).replace(/[,\s]+(?:in|of|from|,)$/iu, "");
  const year = behind.date ?? behind.startDate ?? behind.endDate;
  if (!/^\p{Lu}/u.test(school) || school.split(" ").length > 7) return [];
  return likely(
    0.99,
    `add a school: ${capital(type[0])} at ${school.replace(/,/gu, "")}${year ? `, ${year}` : ""}`,
  );
}

/** “Add Python (beginner)”: a thing one can, and how well. */
function skillWithLevel({ text, context }: Asked): readonly Evident[] {
  const found =
    /^(?:please |can you )*(?:add|put in|include) (?<name>[\p{L}\d][\p{L}\d .+#/-]{1,40}?) \((?<level>beginner|basics?|intermediate|advanced|expert|good|fluent|native)\)?[.!]?$/iu.exec(
      text,
    )?.groups;
  if (!found || entriesOf(context.resume, "skills").length === 0) return [];
  return likely(
    0.7,
    `add the skill ${inQuotes(`${capital(found["name"]!)} (${found["level"]!.toLowerCase()})`)}`,
  );
}

/** “Say ‘Chartered Member, SCSI, 2019’ under certificates”: title, giver and year within the marks. */
function quotedParts({ text }: Asked): readonly Evident[] {
  const [quote, more] = quotedIn(text);
  const noun =
    /"\s+(?:under|in|to|into|as|on|with) (?:the |my |an? )?(?:list of )?(?<noun>certificate|certification|award|publication)s?\b/iu.exec(
      text,
    )?.groups?.["noun"];
  if (!quote || more !== undefined || !noun) return [];
  const { text: rest, date, startDate } = takeDates(quote);
  const [title, giver, third] = rest
    .split(/\s*,\s*/u)
    .map(trimmedValue)
    .filter(Boolean);
  if (!title || third !== undefined) return [];
  const what = /^cert/iu.test(noun) ? "certificate" : noun.toLowerCase();
  const from = giver ? `${what === "publication" ? ", in" : " from"} ${giver}` : "";
  const when = date ?? startDate;
  return likely(0.9, `add the ${what} ${inQuotes(title)}${from}${when ? `, ${when}` : ""}`);
}

/** “Put ‘full clean driving licence’ somewhere”: a licence is a certificate, or else a skill. */
function quotedSomewhere({ text }: Asked): readonly Evident[] {
  const [quote, more] = quotedIn(text);
  const isAnywhere =
    /^(?:please |can you )*(?:put|add|say|mention|write|include)\b.*["'] (?:somewhere|anywhere|wherever)\b/iu;
  if (!quote || more !== undefined || !isAnywhere.test(text) || quote.split(" ").length > 6)
    return [];
  const isPaper = /\b(?:licen[cs]e|certificat\w+|permit|diploma)\b/iu.test(quote);
  const skill = `add ${inQuotes(capital(quote))} to my skills`;
  return likely(
    0.6,
    ...(isPaper ? [`add the certificate ${inQuotes(capital(quote))}`, skill] : [skill]),
  );
}

/** What is new by the way it is built, whatever its words make likely. */
export const evidentAdds = (asked: Asked): readonly Evident[] => [
  ...honour(asked),
  ...schooling(asked),
  ...skillWithLevel(asked),
  ...quotedParts(asked),
  ...quotedSomewhere(asked),
];
