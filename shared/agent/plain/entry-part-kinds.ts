import type { ResumeList } from "../../resume.ts";
import { ENTRIES, entriesOf, sameWords, withEntries, type Entry } from "./entry-words.ts";
import { entryName, theOne, type FoundEntry } from "./find-entries.ts";
import { HIDE } from "./look-words.ts";
import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { holdsRequest, isAboutLooks, isThing } from "./plain-values.ts";

const WITH_LINES: readonly ResumeList[] = ["work", "volunteer", "projects"];
const LINE = "(bullet|bullet point|point|line|highlight)";
const AT = "(at|of|from|under|in|for) [my|the] [job at|job|role at|role|project]";

const changed = ({ resume }: PlainContext, { words, at, entry }: FoundEntry, change: Entry) =>
  withEntries(resume, words.list, entriesOf(resume, words.list).with(at, { ...entry, ...change }));

function without(keys: readonly string[], found: FoundEntry, { resume }: PlainContext) {
  const left = Object.fromEntries(
    Object.entries(found.entry).filter(([key]) => !keys.includes(key)),
  );
  const all = entriesOf(resume, found.words.list).with(found.at, left);
  return withEntries(resume, found.words.list, all);
}

/** What an entry has besides its name, as people call it: its keys in any list. */
const PARTS: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/^(?:link|url|web address|website|address)$/iu, "link", ["url"]],
  [/^(?:description|text|summary)$/iu, "text", ["summary", "description"]],
  [/^(?:dates?|years?)$/iu, "dates", ["startDate", "endDate", "date", "releaseDate"]],
  [/^(?:end date|end)$/iu, "end", ["endDate"]],
  [/^(?:start date|start)$/iu, "start", ["startDate"]],
  [/^(?:place|location|city|town)$/iu, "place", ["location"]],
  [/^(?:bullets|bullet points|points|lines|highlights)$/iu, "lines", ["highlights"]],
  [/^(?:grade|score|gpa|mark|marks|grades)$/iu, "grade", ["score"]],
  [/^(?:courses|modules)$/iu, "courses", ["courses"]],
  [/^(?:keywords|tags|technologies)$/iu, "keywords", ["keywords"]],
  [/^(?:issuer|awarder|publisher)$/iu, "giver", ["issuer", "awarder", "publisher"]],
  [/^(?:level|fluency)$/iu, "level", ["fluency", "level"]],
];

const linesOf = ({ entry }: FoundEntry) =>
  (entry["highlights"] as readonly string[] | undefined) ?? [];
const NTHS = ["first", "second", "third", "fourth", "fifth", "sixth"];
const placeOf = (nth: string, count: number): number =>
  nth.toLowerCase() === "last" ? count - 1 : NTHS.indexOf(nth.toLowerCase());

function onLine(
  nth: string,
  name: string,
  context: PlainContext,
  change: (lines: readonly string[], at: number) => readonly string[],
  said: (line: string, entry: string) => string,
): PlainAnswer | null {
  const found = theOne(name, context.resume, WITH_LINES);
  if (!found) return null;
  const lines = linesOf(found);
  const at = placeOf(nth, lines.length);
  const line = lines[at];
  if (line === undefined) return nothing(`${entryName(found)} has no ${nth} line.`);
  return content(
    said(line, entryName(found)),
    changed(context, found, { highlights: change(lines, at) }),
  );
}

/** The one line of all entries that says just this, or the one that has these words. */
function withoutLine(
  text: string | null,
  topic: string | null,
  context: PlainContext,
): PlainAnswer | null {
  const wanted = (text ?? topic ?? "").toLowerCase();
  if (wanted.length < 4 || /^(?:this|that|them|everything|nothing)$/u.test(wanted)) return null;
  const hits = ENTRIES.filter(({ list }) => WITH_LINES.includes(list)).flatMap((words) =>
    entriesOf(context.resume, words.list).flatMap((entry, at) => {
      const found: FoundEntry = { words, at, entry };
      return linesOf(found).flatMap((line) => {
        const said = line.toLowerCase();
        return (text === null ? ` ${said} `.includes(` ${wanted} `) : said === wanted)
          ? [{ found, line }]
          : [];
      });
    }),
  );
  const one = hits[0];
  if (!one || hits.length > 1) return null;
  const highlights = linesOf(one.found).filter((line) => line !== one.line);
  return content(
    `“${one.line}” is gone from ${entryName(one.found)}.`,
    changed(context, one.found, { highlights }),
  );
}

const NTH = `(first|second|third|fourth|fifth|sixth|last)`;

/** One part of one entry: taken away, or set anew. */
export const ENTRY_PART_KINDS = [
  kind(
    "clear-entry-part",
    "remove the link from Lamp",
    `${HIDE} [all] [the|my] {part} (of|from|at|for|on|in|under) [the|my] [job at|job|project|degree|certificate|award] {name}`,
    ({ part, name }, context) => {
      const known = PARTS.find(([words]) => words.test(part!));
      const found = known && theOne(name!, context.resume);
      if (!known || !found) return null;
      const [, called, keys] = known;
      const verb = called.endsWith("s") ? "are" : "is";
      if (!keys.some((key) => key in found.entry))
        return nothing(`${entryName(found)} has no ${called}.`);
      return content(
        `The ${called} ${verb} gone from ${entryName(found)}.`,
        without(keys, found, context),
      );
    },
  ),
  kind(
    "set-nth-highlight",
    "the first line at Acme should be “Shipped it twice”",
    `(replace|change) [the|my] {nth} ${LINE} ${AT} {name} (with|to|by) [:] {text}
     [the|my] {nth} ${LINE} ${AT} {name} (should be|should say|should read) [:] {text}`,
    ({ nth, name, text }, context) => {
      if (!new RegExp(`^${NTH}$`, "iu").test(nth!) || isAboutLooks(text!) || holdsRequest(text!))
        return null;
      return onLine(
        nth!,
        name!,
        context,
        (lines, at) => lines.with(at, text!),
        (_, entry) => `At ${entry} it says “${text}” now.`,
      );
    },
  ),
  kind(
    "move-nth-highlight",
    "move the second line at Acme to the top",
    `(move|put|bring) [the|my] {nth} ${LINE} ${AT} {name} (to the top|first|at the top)`,
    ({ nth, name }, context) =>
      onLine(
        nth!,
        name!,
        context,
        (lines, at) => [lines[at]!, ...lines.filter((_, place) => place !== at)],
        (line, entry) => `“${line}” comes first at ${entry} now.`,
      ),
  ),
  kind(
    "entry-issuer",
    "the CKA is from CNCF",
    `[the|my] {name} (is|was) (from|by|issued by|awarded by|given by|published by) {giver}`,
    ({ name, giver }, context) => {
      const found = theOne(name!, context.resume, ["awards", "certificates", "publications"]);
      const key = { awards: "awarder", certificates: "issuer", publications: "publisher" }[
        (found?.words.list ?? "") as "awards"
      ];
      if (!found || !key || !/^\p{Lu}/u.test(giver!) || /\d/u.test(giver!)) return null;
      return content(
        `${entryName(found)} is from ${giver} now.`,
        changed(context, found, { [key]: giver }),
      );
    },
  ),
  kind(
    "remove-line-quoted",
    "remove “Shipped it”",
    `(remove|delete|drop) "{text}"
     (remove|delete|drop) [the|my] ${LINE} about {topic}`,
    ({ text, topic }, context) => withoutLine(text ?? null, topic ?? null, context),
  ),
  kind(
    "entry-replace",
    "replace Sailing with Rowing",
    `(replace|swap) [the|my] [skill|interest|hobby] {name} (with|for|by) {fresh}
     (use|put|write|say) {fresh} (instead of|in place of|rather than) [the|my] [skill|interest|hobby] {name}`,
    ({ name, fresh }, context) => {
      const found = theOne(name!, context.resume, ["skills", "interests"]);
      const isName = found?.key !== undefined && fresh!.split(" ").length <= 5;
      if (
        !found ||
        !isName ||
        !isThing(fresh!) ||
        isAboutLooks(fresh!) ||
        /[,;]| and /iu.test(fresh!)
      )
        return null;
      const isThere = entriesOf(context.resume, found.words.list).some((entry) =>
        sameWords(entry["name"], fresh!),
      );
      // A group’s keywords belong to its old name.
      if (isThere || found.entry["keywords"] !== undefined) return null;
      return content(`It is called “${fresh}” now.`, changed(context, found, { name: fresh }));
    },
  ),
  kind("hide-entry", "hide the job at Acme", `hide [the|my] {name}`, ({ name }, context) => {
    const found = theOne(name!, context.resume);
    return found
      ? nothing(`A single entry can’t be hidden, only taken out: say “remove ${entryName(found)}”.`)
      : null;
  }),
];
