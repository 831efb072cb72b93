import { takeDates } from "../dated.ts";
import { inQuotes } from "./proposal.ts";
import { trimmedValue } from "./values.ts";

type Noun = "publication" | "award" | "certificate" | "project";

const NOUNS: readonly (readonly [Noun, RegExp])[] = [
  ["publication", /\b(?:publication|published|article|paper|book chapter)\b/iu],
  ["award", /\b(?:award|prize|medal|won)\b/iu],
  [
    "certificate",
    /\b(?:certificat(?:e|es|ion|ions)|cert|diploma|licen[cs]e|qualification|accreditation)\b/iu,
  ],
  ["project", /\bproject\b/iu],
];

const ASKED = /\b(?:add|adding|put|include|list|missing|also|new|another|forgot\w*)\b/iu;
/** What stands behind “add it:”, “publication add please:”, “new award:”. */
const BEHIND_COLON = /^[^:"]{3,140}?:\s+(?<told>\p{L}.{3,})$/u;
/** “Add my first aid at work certificate, …”: the thing before its noun. */
const BEFORE_NOUN =
  /^(?:(?:please|pls|can|could|you|also|hi|hello)[, ]+)*(?:add|put in|include)(?:ing)? (?:(?:my|the|an?|another|new) )*(?<told>[\p{L}\d][^,:"]*? (?:certificate|certification|award|prize|medal|licen[cs]e)\b.*)$/iu;
const WON = /^(?:(?:and|please|also|i|we|my team) )*won (?:the |an? )?(?<told>\p{L}.+)$/iu;
/** “I published an article in Fen Weekly in May 2023 called Reeds at Night”. */
const CALLED = /^(?<before>.*?),? (?:called|titled|entitled) "?(?<title>\p{Lu}[^,."]+)"?[.!]?$/u;
const GIVER =
  /\b(?:in|by|from) (?:the )?(?<giver>\p{Lu}[\p{L}\d&'-]*(?: (?:(?:of|and|for|the|&) )?\p{Lu}[\p{L}\d&'-]*)*)/u;
/** A sentence, and no name. */
const NO_NAME = /\b(?:i|it|is|are|was|please|add|put|should|can|could)\b|^(?:yes|no|thanks)$/iu;

interface Parts {
  readonly title: string;
  readonly giver: string | null;
  readonly date: string | null;
}

/** “Boxes for All, Paper Journal, 2018” in its parts: the first is the title, the next that is a name the giver. */
function partsOf(told: string): Parts | null {
  let date: string | null = null;
  const names = told.split(/\s*[,;]\s+/u).flatMap((clause) => {
    const dated = takeDates(clause);
    const found = dated.date ?? dated.startDate ?? null;
    if (found === null) return [trimmedValue(clause)];
    date ??= found;
    const name = trimmedValue(dated.text.replace(/\b(?:dated|of|from|in)$/iu, ""));
    return name === "" ? [] : [name];
  });
  const [title, giver] = names;
  if (!title || names.length > 3 || NO_NAME.test(title) || title.split(" ").length > 12)
    return null;
  const isGiver = giver !== undefined && /^\p{Lu}/u.test(giver) && !NO_NAME.test(giver);
  if (giver !== undefined && !isGiver) return null;
  return { title: title[0]!.toUpperCase() + title.slice(1), giver: giver ?? null, date };
}

function calledIn(text: string): Parts | null {
  const { before, title } = CALLED.exec(text)?.groups ?? {};
  if (!before || !title) return null;
  const { text: rest, date, startDate } = takeDates(before);
  return {
    title: trimmedValue(title),
    giver: GIVER.exec(rest)?.groups?.["giver"] ?? null,
    date: date ?? startDate ?? null,
  };
}

/** “Add third project. Name: River Map. Repair of a map from 1791.” */
function namedProject(text: string): string | null {
  const found =
    /\bproject\b[^:]*\bname:? (?<name>\p{Lu}[^.,;:]+)(?:[.,;:]\s+(?:description:? )?(?<told>\p{Lu}.+))?$/iu.exec(
      text,
    )?.groups;
  const short =
    /\b(?:another|new|one more|second|third) project(?: called)?[:,]? (?<name>\p{Lu}[^.,;:]+?)(?:, | [–-] |: |\. )(?<told>.{4,})$/u.exec(
      text,
    )?.groups;
  return projectAdded(found ?? short);
}

function projectAdded(
  found: Readonly<Record<string, string | undefined>> | undefined,
): string | null {
  if (!found?.["name"]) return null;
  const told = found["told"] ? `: ${found["told"]}` : "";
  return `add a project: ${found["name"]!.trim()}${told}`;
}

/** “New paper: ‘Reeds’, Fen Weekly 2019”: the title in quotation marks, and what stands behind it. */
function quotedIn(text: string): Parts | null {
  const found =
    /^[^"]*"(?<title>[^"]{3,120})",? (?:(?:in|from|by|at) )?(?:the )?(?<rest>\p{Lu}[^"]*)$/u.exec(
      text,
    );
  const { title, rest } = found?.groups ?? {};
  if (!title || !rest) return null;
  const { text: giver, date, startDate } = takeDates(rest);
  const name = trimmedValue(giver);
  return !/^\p{Lu}/u.test(name) || NO_NAME.test(name) || name.includes(",")
    ? null
    : { title, giver: name, date: date ?? startDate ?? null };
}

/** The parts of what is said behind the words that ask for it. */
function toldIn(text: string): Parts | null {
  const before = BEFORE_NOUN.exec(text)?.groups?.["told"];
  // “My first aid certificate”: the noun is no part of its name.
  const bare = before?.replace(/^(\S+ \S.*?) (?:certificate|certification)\b/iu, "$1");
  const told =
    BEHIND_COLON.exec(text)?.groups?.["told"] ?? bare ?? WON.exec(text)?.groups?.["told"];
  return told === undefined ? null : partsOf(told);
}

/**
 * The request that adds what is said in parts behind commas: title, who gave it, when; `null` where the text
 * doesn’t say what kind of thing it is, or isn’t built so.
 */
export function listedEntry(text: string): string | null {
  const noun = NOUNS.find(([, words]) => words.test(text))?.[0];
  const isAsked = ASKED.test(text) || /\b(?:published|wrote|won|got|received)\b/iu.test(text);
  if (noun === undefined || !isAsked) return null;
  if (noun === "project") return namedProject(text);
  const parts = text.includes('"') ? quotedIn(text) : (calledIn(text) ?? toldIn(text));
  if (!parts) return null;
  const { title, giver, date } = parts;
  // A name alone is understood otherwise.
  if (giver === null && date === null) return null;
  const joint = noun === "publication" ? ", in" : " from";
  const from = giver === null ? "" : `${joint} ${giver}`;
  return `add the ${noun} ${inQuotes(title)}${from}${date === null ? "" : `, ${date}`}`;
}
