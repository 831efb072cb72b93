import type { ResumeList } from "../../resume.ts";
import { addLanguages, addNames } from "./add-entries.ts";
import { dateOf, takeDates } from "./dated.ts";
import {
  entriesOf,
  isLanguage,
  sameWords,
  splitNames,
  withEntries,
  type Entry,
} from "./entry-words.ts";
import { entryName, findEntries, type FoundEntry } from "./find-entries.ts";
import { HIDE } from "./look-words.ts";
import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { isAboutLooks, isItem } from "./plain-values.ts";
import { sectionOf } from "./section-moves.ts";

/** The one entry of this name that has such dates. */
function theOne(name: string, { resume }: PlainContext, lists: readonly ResumeList[]) {
  const anywhere = findEntries(resume, name).filter(({ words }) => lists.includes(words.list));
  // In its own list a town may be meant of the school there.
  const found =
    anywhere.length > 0 ? anywhere : lists.flatMap((list) => findEntries(resume, name, list));
  return found.length === 1 ? found[0]! : null;
}

const changed = ({ resume }: PlainContext, { words, at, entry }: FoundEntry, change: Entry) =>
  withEntries(resume, words.list, entriesOf(resume, words.list).with(at, { ...entry, ...change }));

const WITH_ENDS: readonly ResumeList[] = ["work", "education", "volunteer", "projects"];
/** What happened once has one date. */
const DATE_KEY: Partial<Record<ResumeList, string>> = {
  awards: "date",
  certificates: "date",
  publications: "releaseDate",
};

const DATE_KEYS = new Set(["startDate", "endDate", ...Object.values(DATE_KEY)]);

function setEnd(
  name: string,
  key: "startDate" | "endDate",
  words: string,
  context: PlainContext,
): PlainAnswer | null {
  const { startDate: spanFrom } = takeDates(words);
  // “… was 2011–2013” has both ends.
  const date = spanFrom ? null : dateOf(words, context.today);
  const found = date && theOne(name, context, WITH_ENDS);
  if (!date || !found) return null;
  const other = String(found.entry[key === "endDate" ? "startDate" : "endDate"] ?? "");
  const length = Math.min(other.length, date.length);
  const [start, end] = key === "endDate" ? [other, date] : [date, other];
  if (other !== "" && end.slice(0, length) < start.slice(0, length)) {
    return nothing(`${entryName(found)} can’t end in ${end}: it began in ${start}.`);
  }
  const verb = key === "endDate" ? "ends" : "begins";
  return content(
    `${entryName(found)} ${verb} in ${date} now.`,
    changed(context, found, { [key]: date }),
  );
}

const NTHS = ["first", "second", "third", "fourth", "fifth", "sixth"];
function placeOf(nth: string, count: number): number | null {
  if (/^last$/iu.test(nth)) return count - 1;
  const at = NTHS.indexOf(nth.toLowerCase());
  if (at >= 0) return at;
  const number = /^(\d)(?:st|nd|rd|th)$/iu.exec(nth)?.[1];
  return number === undefined ? null : Number(number) - 1;
}

const LEVELS =
  /^(?:native|fluent|basic|good|very good|excellent|intermediate|advanced|conversational|a1|a2|b1|b2|c1|c2)$/iu;

/** What stands there and isn’t right: dates, levels, lists, lines. */
export const CORRECTION_KINDS = [
  kind(
    "end-date",
    "the end date at Acme should be March 2021",
    `[change|set|update] [my|the] (end date|end|leaving date) (at|of|for|in) [the|my] [job at] {name} (to|should be|is|was) [in] {date}
     {name} [should] (ended|ends|end) [in] {date}
     end {name} in {date}
     (i finished|i completed|i got|i graduated with|i graduated from) [my|the] {name} in {date}
     (my|the) (degree|studies|course|time) (from|at|in) {name} (is from|was from|ended in|finished in|is|was) {date}
     [the|my] {name} (should end|should have ended|finished|was finished|was over|ended up) in {date}
     [the|my] [job at] {name} (lasted|went on|ran) (until|till) {date}`,
    ({ name, date }, context) => setEnd(name!, "endDate", date!, context),
  ),
  kind(
    "start-date",
    "the start date at Acme should be March 2018",
    `[change|set|update] [my|the] (start date|start|beginning) (at|of|for|in) [the|my] [job at] {name} (to|should be|is|was) [in] {date}
     {name} [should] (started|starts|start|began|begin|begins) in {date}`,
    ({ name, date }, context) => setEnd(name!, "startDate", date!, context),
  ),
  kind(
    "entry-date",
    "Best Thesis was 2014",
    `[the|my] {name} (was|is|is from|was from|should be|should be from|was won) [in] {date}
     (change|set) the (date|year) (of|for) [the|my] {name} to {date}`,
    ({ name, date: said }, context) => {
      const date = dateOf(said!, context.today);
      const found = date && theOne(name!, context, ["awards", "certificates", "publications"]);
      const key = found && DATE_KEY[found.words.list];
      if (!date || !found || !key || !/\d{4}/u.test(said!)) return null;
      const now = found.entry[key];
      // Who says another year says nothing of the month.
      const month = typeof now === "string" && date.length === 4 ? now.slice(4) : "";
      const next = `${date}${month}`;
      if (now === next) return nothing(`${entryName(found)} has that date already.`);
      return content(
        `${entryName(found)} has the date ${next} now.`,
        changed(context, found, { [key]: next }),
      );
    },
  ),
  kind(
    "language-corrected",
    "Swedish should be C1",
    `[my] {name} (should be|is now|should say|level is) [at] {level} [level]
     [change|set|update] [my] {name} [level] to {level}`,
    ({ name, level }, context) => {
      if (!level || !LEVELS.test(level) || !isLanguage(name!)) return null;
      const found = theOne(name!, context, ["languages"]);
      const fluency = `${level[0]!.toUpperCase()}${level.slice(1)}`;
      if (!found) return addLanguages(`${name} (${level})`, context);
      return content(`${entryName(found)}: ${fluency}.`, changed(context, found, { fluency }));
    },
  ),
  kind(
    "list-set",
    "interests should be sailing, chess and tea",
    `[my|the] {list} (should be|should read|should say|should just be|should only be|are now|are just) [:] {names}
     (change|set) [my|the] {list} to [:] {fresh}`,
    ({ list: said, names, fresh }, context) => {
      const list = sectionOf(said!, context.theme);
      if (list !== "interests" && list !== "skills") return null;
      const wanted = splitNames(names ?? fresh!);
      const isList = wanted.every(
        (one) => one.split(" ").length <= 4 && isItem(one) && !isAboutLooks(one),
      );
      const before = entriesOf(context.resume, list);
      const isPlain = before.every((entry) => !Array.isArray(entry["keywords"]));
      if (wanted.length < 2 || !isList || !isPlain) return null;
      const kept = before.filter((entry) => wanted.some((one) => sameWords(entry["name"], one)));
      // “Skills should be short and sweet” is about how they are told: a list has one of theirs in it.
      if (fresh === undefined && kept.length === 0) return null;
      const emptied = withEntries(context.resume, list, kept);
      const added = addNames(list, wanted, { ...context, resume: emptied });
      const resume = added?.step.kind === "resume" ? added.step.resume : emptied;
      const ordered = wanted.flatMap((one) =>
        entriesOf(resume, list).filter((entry) => sameWords(entry["name"], one)),
      );
      const called = `${list[0]!.toUpperCase()}${list.slice(1)}`;
      return content(`${called} are ${wanted.join(", ")} now.`, withEntries(resume, list, ordered));
    },
  ),
  kind(
    "dates-hidden",
    "hide the education dates",
    `${HIDE} [the|my] {list} (dates|years)
     ${HIDE} [the|my] (dates|years) (of|from|in|for|on|at) [the|my] {list}`,
    ({ list: said }, context) => {
      const list = sectionOf(said!, context.theme);
      if (list === null || list === "about") return null;
      const all = entriesOf(context.resume, list);
      const bare = all.map((entry) =>
        Object.fromEntries(Object.entries(entry).filter(([key]) => !DATE_KEYS.has(key))),
      );
      const same = bare.every(
        (entry, at) => Object.keys(entry).length === Object.keys(all[at]!).length,
      );
      return same
        ? nothing(`There are no dates in ${list}.`)
        : content(`The dates are gone from ${list}.`, withEntries(context.resume, list, bare));
    },
  ),
  kind(
    "remove-nth-highlight",
    "delete the second line at Acme",
    `(remove|delete|drop|take out|cut|erase) [the|my] {nth} (bullet|bullet point|point|line|highlight) (at|of|from|under|in|for) [my|the] [job at] {name}`,
    ({ nth, name }, context) => {
      const found = theOne(name!, context, ["work", "volunteer", "projects"]);
      const lines = (found?.entry["highlights"] as readonly string[] | undefined) ?? [];
      const at = placeOf(nth!, lines.length);
      if (!found || at === null) return null;
      const line = lines[at];
      if (line === undefined) return nothing(`At ${entryName(found)} there is no ${nth} line.`);
      const highlights = lines.filter((_, place) => place !== at);
      return content(
        `“${line}” is gone from ${entryName(found)}.`,
        changed(context, found, { highlights }),
      );
    },
  ),
];
