import type { ResumeList } from "../../../resume.ts";
import { entriesOf, type Entry } from "../entry-words.ts";
import type { Evident } from "./proposal.ts";
import { numbersIn } from "./number-swap.ts";
import { inQuotes, type Asked } from "./proposal.ts";
import { isTelling, replaceAt, type SiteText } from "./site-texts.ts";
import { stem, textWords } from "./text-words.ts";
import { trimmedValue } from "./values.ts";

/** Without the endings of a verb: “teaching” and “teach” are one. */
const root = (word: string): string =>
  stem(word).replace(/(?<=.{4})(?:ing|ings|ed|er|ers|es|s|e)$/u, "");

/** The one line that has all words of a topic; `null` where none or several have. */
export function lineByTopic(topic: string, texts: readonly SiteText[]): SiteText | null {
  const words = textWords(topic)
    .map(({ word }) => word)
    .filter(isTelling);
  if (words.length === 0) return null;
  const lines = texts.filter(
    (one) =>
      one.isLine && words.every((word) => one.words.some((of) => root(of.word) === root(word))),
  );
  return lines.length === 1 ? lines[0]! : null;
}

const NTHS = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** “Move the teaching point to the top”: the line of that topic, first at its job. */
function lineFirst({ text, context: { resume } }: Asked, texts: readonly SiteText[]) {
  const topic =
    /\b(?:move|put|bring|have|want|show)\b (?:the |my |that )?(?:(?:point|line|bullet) (?:about|on|with) (?:the )?(?<about>[^,.]{3,40}?)|(?<topic>[\p{L}\d%' -]{3,40}?) (?:point|line|bullet|bullet point)) (?:up )?(?:to (?:the )?(?:very )?(?:top|start|beginning|front)|first|on top|at the top)\b/iu.exec(
      text,
    )?.groups;
  const line = lineByTopic(topic?.["about"] ?? topic?.["topic"] ?? "", texts);
  if (!line?.of) return [];
  const entry = entriesOf(resume, line.of.list)[line.of.at]!;
  const at = ((entry["highlights"] as readonly string[] | undefined) ?? []).indexOf(line.text);
  const name = nameIn(entry);
  const nth = NTHS[at];
  return name && nth && at > 0
    ? [
        {
          request: `move the ${nth} line at ${inQuotes(name)} to the top`,
          likelihood: 0.8,
        },
      ]
    : [];
}

const nameIn = (entry: Entry): string | null => {
  const name = entry["name"] ?? entry["organization"];
  return typeof name === "string" && name !== "" ? name : null;
};

const HAS_LINES: readonly ResumeList[] = ["work", "volunteer", "projects"];

/** “Add to studio: …”: a line, at the one place that has this word in its name. */
function lineAt({ text, context: { resume } }: Asked): readonly Evident[] {
  const found =
    /^(?:please |can you |also )*(?:add|put) (?:this |it )?(?:to|at|under|for) (?:the |my )?(?<place>[\p{L}\d'&-]+(?: [\p{L}\d'&-]+){0,3}):\s+(?<told>\S+ .{4,300})$/iu.exec(
      text,
    )?.groups;
  if (!found) return [];
  const wanted = textWords(found["place"]!).map(({ word }) => stem(word));
  const names = HAS_LINES.flatMap((list) =>
    entriesOf(resume, list).flatMap((one) => nameIn(one) ?? []),
  );
  const hits = names.filter((name) => {
    const words = textWords(name).map(({ word }) => stem(word));
    return wanted.every((word) => words.includes(word));
  });
  const line = trimmedValue(found["told"]!);
  return hits.length === 1 && !line.includes('"')
    ? [
        {
          request: `add to ${inQuotes(hits[0]!)}: ${inQuotes(line[0]!.toUpperCase() + line.slice(1))}`,
          likelihood: 0.8,
        },
      ]
    : [];
}

/** “The Tide Clock should be from 1904”: the one year in what is told of it. */
function yearTold({ text, mentions, context: { resume } }: Asked, texts: readonly SiteText[]) {
  const year =
    /\b(?:should|must|has to|needs to) (?:be |say )?(?:from |of |in )?(?<year>1\d{3}|20\d{2})[.!]?$/iu.exec(
      text,
    )?.groups?.["year"];
  const one = mentions.find(({ list }) => list === "projects" || list === "publications");
  if (year === undefined || !one || mentions.length > 1) return [];
  // An entry that has dates is meant by them.
  if (Object.keys(one.found.entry).some((key) => /date$/iu.test(key))) return [];
  const places = texts
    .filter(({ of }) => of?.list === one.list && of.at === one.found.at)
    .flatMap(numbersIn)
    .filter(({ value }) => value >= 1000 && value < 2100);
  const request =
    places.length === 1 && String(places[0]!.value) !== year
      ? replaceAt(places[0]!.place, year, resume)
      : null;
  return request === null ? [] : [{ request, likelihood: 0.7 }];
}

/** “Delete the lee one”: the one line that has this word. */
function lineCalledOne({ text, mentions }: Asked, texts: readonly SiteText[]): readonly Evident[] {
  const word =
    /^(?:please |can you |also )*(?:delete|remove|drop|lose|cut|scrap|get rid of|take out) (?:the |that )(?<word>[\p{L}\d'-]{3,}) (?:one|bit|thing|part)[.!]?$/iu.exec(
      text,
    )?.groups?.["word"];
  if (word === undefined || mentions.length > 0) return [];
  const lines = texts.filter(
    ({ isLine, words }) => isLine && words.some((of) => root(of.word) === root(word.toLowerCase())),
  );
  return lines.length === 1
    ? [{ request: `remove ${inQuotes(lines[0]!.text)}`, likelihood: 0.7 }]
    : [];
}

/** What a request means of lines and descriptions, by the words that stand in them. */
export const evidentOfLines = (asked: Asked, texts: readonly SiteText[]): readonly Evident[] => [
  ...lineFirst(asked, texts),
  ...lineCalledOne(asked, texts),
  ...lineAt(asked),
  ...yearTold(asked, texts),
];
