import type { ResumeList } from "../../../resume.ts";
import { ENTRIES, entriesOf, type Entry } from "../entry-words.ts";
import { entryName } from "../find-entries.ts";
import type { Mention } from "./mention.ts";
import { inQuotes, type Asked, type Proposals } from "./proposal.ts";
import { presentJob, surest, targets } from "./targets.ts";
import { freshOf, textAbout } from "./values-about.ts";
import { datesSaid, plainDates, rangeSaid, withoutOld } from "./values.ts";

const LONG: readonly ResumeList[] = ["work", "education", "volunteer", "projects"];
const ONE_DATE: readonly ResumeList[] = ["awards", "certificates", "publications"];

const END =
  /\b(?:left|leave|leaving|quit|finish\w*|end(?:ed|s|ing)?|until|till|til|up to|stopp?ed|stop|last day|resigned|retired|over|graduat\w*|complet\w*|done|through to|redundant|laid off|let go|fired|ran out|run out|dropped out|gone|expire[sd]?|valid|no longer|any ?more)\b/iu;
const BEGIN =
  /\b(?:start\w*|began|begin\w*|join\w*|since|came|became|become|promoted|took over|launched|been (?:at|with|there))\b|\bfrom (?=(?:the )?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|early|mid|late|spring|summer|autumn|winter))/iu;
const GOES_ON =
  /\b(?:still|ongoing|goes on|isn't over|not over|no end date|not finished|haven't (?:left|finished))\b|\b(?:say|put|be|as|make|end)\b[^,;]*\bpresent\b/iu;

/** One end of an entry’s time. */
interface End {
  readonly key: "startDate" | "endDate";
  readonly called: "start" | "end";
}
const START: End = { key: "startDate", called: "start" };
const FINISH: End = { key: "endDate", called: "end" };

interface Dated {
  readonly name: string;
  readonly entry: Entry;
}

const asked = ({ called }: End, { name }: Dated, date: string): string =>
  `the ${called} date at ${inQuotes(name)} should be ${date}`;

const yearOf = (date: string | undefined): string | null =>
  /\b(?:19|20)\d{2}\b/u.exec(date ?? "")?.[0] ?? null;

const CHANGED =
  /\b(?:change|correct|swap|replace|turn|move)\b (?<old>[^,;]*?) (?:to|into|by|with|->|→)/iu;

/** The date that a text says was wrong: “not 2019”, “change 2015 to”, “it says 2018”. */
function oldDate(text: string): string | null {
  const told =
    withoutOld(text).old ??
    /\b(?:not|instead of|it says|it said|you wrote|you have|you put)\b (?:in )?(?<old>[^,;]+)/iu.exec(
      text,
    )?.groups?.["old"] ??
    CHANGED.exec(text)?.groups?.["old"];
  return told === undefined ? null : (datesSaid(told).at(-1) ?? null);
}

/** All entries of a time, with a name. */
function longEntries({ context: { resume } }: Asked): readonly Dated[] {
  return ENTRIES.filter(({ list }) => LONG.includes(list)).flatMap((words) =>
    entriesOf(resume, words.list).map((entry, at) => ({
      name: entryName({ words, at, entry }),
      entry,
    })),
  );
}

const isOf = (entry: Entry, { key }: End, year: string): boolean =>
  String(entry[key] ?? "").startsWith(year);

/**
 * What is meant where no entry is named: “since 2018 not 2019” is of what began in 2019, “I left in June” of
 * the job that goes on, “started there May 2017” of what is said to have begun in that year.
 */
function unnamed(one: Asked, wanted: string, old: string | null): readonly string[] {
  const [ended, began] = [END.test(one.text), BEGIN.test(one.text)];
  if (!ended && !began && old === null) return [];
  const ends = ended && !began ? [FINISH] : began ? [START] : [START, FINISH];
  const year = yearOf(old ?? undefined) ?? yearOf(wanted);
  const hits = ends.flatMap((end) =>
    longEntries(one)
      .filter(({ entry }) => year !== null && isOf(entry, end, year))
      .map((hit) => asked(end, hit, wanted)),
  );
  if (hits.length > 0) return hits.slice(0, 3);
  const job = presentJob(one.context.resume);
  return job !== null && ends.length === 1 && old === null
    ? [asked(ends[0]!, { name: job, entry: {} }, wanted)]
    : [];
}

/** A month alone is of the year that stands there: “in May, not June”. */
function inYear(date: string, { entry }: Dated, { key }: End, old: string | null): string {
  const year = typeof entry[key] === "string" ? entry[key].slice(0, 4) : null;
  return /^\p{L}+$/u.test(date) && year !== null && old !== null ? `${date} ${year}` : date;
}

interface Said {
  readonly text: string;
  /** With what it says was wrong. */
  readonly whole: string;
  /** The date that was wrong. */
  readonly old: string | null;
}

function longDates(dated: Dated, { text, whole, old }: Said): readonly string[] {
  const name = inQuotes(dated.name);
  const range = CHANGED.test(text) ? null : rangeSaid(text);
  if (range) return [`${name}: ${range.start} – ${range.end}`];
  // “My end date is missing, it’s …”: what is wrong says which of the two it is.
  const which = END.test(text) || BEGIN.test(text) ? text : whole;
  const [endsSaid, beginsSaid] = [END.test(which), BEGIN.test(which)];
  const dates = datesSaid(text);
  if (dates.length === 0)
    return GOES_ON.test(text)
      ? [`I still work at ${dated.name}`, `remove the end date from ${name}`]
      : [];
  const set = (end: End, date: string) => asked(end, dated, inYear(date, dated, end, old));
  const last = dates.at(-1)!;
  // The wrong date says which of the two it is.
  const year = yearOf(old ?? undefined);
  const wrong = [START, FINISH].filter((end) => year !== null && isOf(dated.entry, end, year));
  if (wrong.length === 1 && (endsSaid === beginsSaid || dates.length === 1))
    return [set(wrong[0]!, last)];
  if (endsSaid && beginsSaid && dates.length >= 2) {
    const isBeginFirst = text.search(BEGIN) < text.search(END);
    const [first, second] = isBeginFirst ? [START, FINISH] : [FINISH, START];
    return [`${set(first, dates[0]!)}; ${set(second, dates[1]!)}`];
  }
  if (endsSaid !== beginsSaid) return [set(endsSaid ? FINISH : START, last)];
  if (endsSaid) return [set(nearestEnd(text.slice(0, text.lastIndexOf(last))), last)];
  const both = `${set(START, last)}; ${set(FINISH, last)}`;
  const each = [set(FINISH, last), set(START, last)];
  return /\b(?:only|just|for|was in|were in)\b/iu.test(text) ? [both, ...each] : each;
}

/** Which end the words before a date speak of, the nearest to it. */
function nearestEnd(before: string): End {
  const [end, begin] = [END, BEGIN].map((words) =>
    Math.max(-1, ...[...before.matchAll(new RegExp(words, "giu"))].map(({ index }) => index)),
  );
  return end! > begin! ? FINISH : START;
}

/** Of several entries that are as surely spoken of, the one named last before the date. */
function nearestToDate(one: Asked, best: Mention | undefined): Mention | undefined {
  const date = datesSaid(one.text).at(-1);
  const at = date === undefined ? -1 : one.text.lastIndexOf(date);
  return best && at > 0 && !rangeSaid(one.text)
    ? (targets(one, LONG).findLast(
        ({ strength, end }) => strength === best.strength && end <= at,
      ) ?? best)
    : best;
}

function entryDates(one: Asked): readonly string[] {
  const single = surest(one, ONE_DATE);
  const long = nearestToDate(one, surest(one, LONG));
  const mention = single && (!long || single.strength >= long.strength) ? single : long;
  const about = plainDates(textAbout(one, mention), Number(one.context.today.slice(0, 4)));
  const old = oldDate(about);
  const fresh = freshOf(about);
  const text = datesSaid(fresh).length > 0 || GOES_ON.test(fresh) ? fresh : about;
  const dates = datesSaid(text);
  if (!mention) {
    // Something new of that date isn’t there yet.
    const isNew =
      /\b(?:new|add|another|also|available|free from|write|show)\b/iu.test(text) ||
      targets(one).length > 0;
    return isNew || dates.length !== 1 ? [] : unnamed(one, dates[0]!, old);
  }
  if (mention === single) {
    const date = dates.at(-1);
    const now = String(mention.found.entry["date"] ?? mention.found.entry["releaseDate"] ?? "");
    if (date === undefined) return [];
    const full =
      /^\p{L}+$/u.test(date) && old !== null && now !== "" ? `${date} ${now.slice(0, 4)}` : date;
    return [`${inQuotes(mention.name)} was ${full}`];
  }
  const dated = { name: entryName(mention.found), entry: mention.found.entry };
  return longDates(dated, { text, whole: about, old });
}

/** When something was. */
export const DATE_PROPOSALS: Proposals = { "entry-dates": entryDates };
