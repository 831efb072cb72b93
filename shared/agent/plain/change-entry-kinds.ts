import type { Resume, ResumeList } from "../../resume.ts";
import { dateOf } from "./dated.ts";
import {
  ENTRIES,
  entriesOf,
  entryName,
  findEntries,
  sameWords,
  splitNames,
  withEntries,
  type Entry,
  type FoundEntry,
} from "./entry-words.ts";
import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { isAboutLooks, isNameLike } from "./plain-values.ts";

const without = (resume: Resume, { words, at }: FoundEntry): Resume =>
  withEntries(
    resume,
    words.list,
    entriesOf(resume, words.list).filter((_, place) => place !== at),
  );

const changed = (resume: Resume, { words, at, entry }: FoundEntry, change: Entry): Resume =>
  withEntries(resume, words.list, entriesOf(resume, words.list).with(at, { ...entry, ...change }));

/** One entry, or a sentence that asks which of several is meant; `null` where there is none. */
function only(found: readonly FoundEntry[], name: string): FoundEntry | PlainAnswer | null {
  if (found.length < 2) return found[0] ?? null;
  const what = found.map(({ words }) => words.called);
  return nothing(
    `“${name}” is there ${found.length} times (${[...new Set(what)].join(", ")}). Change it in the form, where you see which one it is.`,
  );
}
const isAnswer = (one: FoundEntry | PlainAnswer): one is PlainAnswer => "said" in one;

/** Runs a change on the one entry of this name. */
function onEntry(
  name: string,
  context: PlainContext,
  change: (found: FoundEntry) => PlainAnswer | null,
  list?: ResumeList,
): PlainAnswer | null {
  const one = only(findEntries(context.resume, name, list), name);
  if (!one) return null;
  return isAnswer(one) ? one : change(one);
}

/** Whether another entry of the same list is named in the words. */
const namesOther = (
  words: string,
  { words: { list, keys }, at }: FoundEntry,
  { resume }: PlainContext,
) =>
  entriesOf(resume, list).some(
    (entry, place) =>
      place !== at && keys.some((key) => entry[key] && words.includes(String(entry[key]))),
  );

/** Takes a word out of the skills: an entry of that name, or a keyword of a group. */
function withoutSkill(resume: Resume, name: string): Resume | null {
  const skills = entriesOf(resume, "skills");
  const kept = skills.flatMap((skill) => {
    if (sameWords(skill["name"], name)) return [];
    const keywords = skill["keywords"];
    if (!Array.isArray(keywords) || !keywords.some((word) => sameWords(word, name))) return [skill];
    return [{ ...skill, keywords: keywords.filter((word) => !sameWords(word, name)) }];
  });
  const same = kept.length === skills.length && kept.every((skill, at) => skill === skills[at]);
  return same ? null : withEntries(resume, "skills", kept);
}

function removeSkills(names: readonly string[], { resume }: PlainContext): PlainAnswer | null {
  let next = resume;
  const gone: string[] = [];
  for (const name of names) {
    const left = withoutSkill(next, name);
    if (left) [next] = [left, gone.push(name)];
  }
  if (gone.length === 0) return null;
  return content(`${gone.map((name) => `“${name}”`).join(", ")} is gone from your skills.`, next);
}

/** What happened to somebody is no title. */
const NO_TITLE =
  /^(?:promoted|hired|fired|made|appointed|employed|working|laid off|let go|done|happy)\b/i;

const REMOVE = "(remove|delete|drop|take out|get rid of|cut|erase)";

const removeKinds = ENTRIES.filter(({ list }) => list !== "skills").map((words) =>
  kind(
    `remove-${words.list}`,
    `remove the ${words.called} …`,
    `${REMOVE} [the|my] (${words.nouns}) [:|called|named|at|from|by|of|in] {name}
     ${REMOVE} {name} from [my|the] ${words.list}
     ${REMOVE} [my|the] {name} (${words.nouns})`,
    ({ name }, context) =>
      onEntry(
        name!,
        context,
        (found) =>
          content(
            `The ${words.called} “${entryName(found)}” is gone.`,
            without(context.resume, found),
          ),
        words.list,
      ) ?? null,
  ),
);

export const CHANGE_ENTRY_KINDS = [
  kind(
    "remove-skill",
    "remove Fortran from my skills",
    `(take|cut) {names} out of [my|the] (skills|skill list|technologies|tech stack|stack)
     ${REMOVE} {names} from [my|the] (skills|skill list|technologies|tech stack|stack)
     ${REMOVE} [the|my] (skill|skills|technology|tool) {names}
     i don't (know|use) {names} [anymore|any more]`,
    ({ names }, context) => removeSkills(splitNames(names!), context),
  ),
  ...removeKinds,
  kind(
    "remove-named",
    "remove Acme",
    `${REMOVE} [the|my] {name} (entry|item)
     ${REMOVE} [everything|all|anything] [about|of|from] {name}
     take [the|my] {name} (off|out|away) [of|from] [the|my] [list|page|site|skills|cv]`,
    ({ name }, context) =>
      onEntry(name!, context, (found) =>
        content(
          `The ${found.words.called} “${entryName(found)}” is gone.`,
          without(context.resume, found),
        ),
      ) ?? removeSkills([name!], context),
  ),
  kind(
    "job-ended",
    "I left Acme in May 2024",
    `(i left|i've left|i have left|i quit|i've quit|i stopped working at|i ended at|i finished at) {name} (in|on|at the end of) {date}
     (i left|i've left|i have left|i quit|i stopped working at) {name} {date}
     (my job|my time|my work|the job) at {name} (ended|ends) (in|on) {date}
     (i don't|i do not|i no longer) work (at|for) {name} since {date}`,
    ({ name, date }, context) => {
      const endDate = dateOf(date!, context.today);
      if (!endDate) return null;
      return onEntry(
        name!,
        context,
        (found) => {
          const start = String(found.entry["startDate"] ?? "");
          if (start && endDate < start.slice(0, endDate.length)) {
            return nothing(
              `You began at ${entryName(found)} in ${start}: it can’t have ended in ${endDate}.`,
            );
          }
          return content(
            `${entryName(found)} ends in ${endDate} now.`,
            changed(context.resume, found, { endDate }),
          );
        },
        "work",
      );
    },
  ),
  kind(
    "job-goes-on",
    "I still work at Acme",
    `(i still work|i still am|i'm still|i am still) (at|for|with) {name}
     (my job|the job) at {name} (goes on|is current|is ongoing|is my current job)`,
    ({ name }, context) =>
      onEntry(
        name!,
        context,
        (found) => {
          if (!found.entry["endDate"]) return nothing(`${entryName(found)} goes on already.`);
          const { endDate: _, ...rest } = found.entry;
          const all = entriesOf(context.resume, "work").with(found.at, rest);
          return content(`${entryName(found)} goes on.`, withEntries(context.resume, "work", all));
        },
        "work",
      ),
  ),
  kind(
    "job-began",
    "I started at Acme in 2019",
    `(change|set) (the|my) (start|start date|beginning) (of|at) [my job at|my time at|the job at] {name} to {date}
     (i started|i began|i joined) [work|working|at] {name} (in|on) {date}
     (i started|i began|i joined) at {name} (in|on) {date}`,
    ({ name, date }, context) => {
      const startDate = dateOf(date!, context.today);
      if (!startDate) return null;
      return onEntry(
        name!,
        context,
        (found) => {
          const end = String(found.entry["endDate"] ?? "");
          if (end && startDate.slice(0, end.length) > end) {
            return nothing(
              `You left ${entryName(found)} in ${end}: it can’t have begun in ${startDate}.`,
            );
          }
          return content(
            `${entryName(found)} begins in ${startDate} now.`,
            changed(context.resume, found, { startDate }),
          );
        },
        "work",
      );
    },
  ),
  kind(
    "job-title",
    "my title at Acme is Lead engineer",
    `[change|set] (my|the) (title|job title|role|position) at {name} (is now|is|was|to|should be|=) {title}
     (i was|i got|i've been|i have been) (promoted|made|appointed) [to] [a|an|the] {title} at {name}
     (i am|i'm|i was) [the|a|an] {title} at {name}`,
    ({ name, title }, context) =>
      NO_TITLE.test(title!)
        ? null
        : onEntry(
            name!,
            context,
            (found) =>
              content(
                `At ${entryName(found)} you are “${title}” now.`,
                changed(context.resume, found, { position: title }),
              ),
            "work",
          ),
  ),
  kind(
    "add-highlight",
    "add to Acme: Led a team of five",
    `(add|put) [a|the] [bullet|point|line|highlight|bullet point] (to|under|at|for) [my|the] [job|role|work|project] [at] {name}: {text}
     (add|put) this (to|under) [my|the] [job|role|project] {name}: {text}
     (add|put) [a|the] [bullet|point|line|highlight|bullet point] (to|under|at|for) [my|the] {name} (job|role|project|entry): {text}
     (add|put) {text} (to|under) [my|the] (job|role|project|work) [at] {name}`,
    ({ name, text }, context) =>
      onEntry(name!, context, (found) => {
        if (!["work", "volunteer", "projects"].includes(found.words.list)) return null;
        const highlights = (found.entry["highlights"] as readonly string[] | undefined) ?? [];
        if (highlights.some((one) => sameWords(one, text!))) return nothing("It says so already.");
        return content(
          `Added to ${entryName(found)}: “${text}”.`,
          changed(context.resume, found, { highlights: [...highlights, text] }),
        );
      }),
  ),
  kind(
    "entry-first",
    "put Acme first",
    `(put|move|bring|show|list|place) [the|my] [job|project|degree] [at] {name} (first|to the top|at the top|on top)
     (put|move|bring|show|list|place) [the|my] [job|project|degree] [at] {name} (first|to the top|at the top|on top)[,] (before|above|ahead of) {other}`,
    ({ name, other }, context) =>
      onEntry(name!, context, (found) => {
        // “First, before X”: X has to be one of them.
        if (other && findEntries(context.resume, other, found.words.list).length !== 1) return null;
        if (found.at === 0) return nothing(`${entryName(found)} is first already.`);
        const rest = entriesOf(context.resume, found.words.list).filter((_, at) => at !== found.at);
        return content(
          `${entryName(found)} comes first now.`,
          withEntries(context.resume, found.words.list, [found.entry, ...rest]),
        );
      }),
  ),
  kind(
    "entry-rename",
    "rename Acme to Acme Ltd",
    `rename [the|my] [job|project|company|school|skill] {name} to {title}
     change [the|my] [job|project|company|school|skill] {name} to {right}
     {name} is (called|now called|named|now named) {right} [now]
     [the|my] [job|project|company|school|skill|degree] {name} should be (called|named|spelled|spelt|written) {title}
     [the|my] [job|project|company|school|skill|degree] {name} should (be|read|say) {right}`,
    ({ name, title: said, right }, context) =>
      onEntry(name!, context, (found) => {
        const title = said ?? right!;
        // “Acme should be a link” wants something of it, and no other name.
        if (right !== undefined && !isNameLike(right, name!)) return null;
        // “Spanish should be C1 and English C2”.
        if (right !== undefined && namesOther(right, found, context)) return null;
        if (isAboutLooks(title) || title.length > 80) return null;
        const nameKey = found.words.keys.find((one) => sameWords(found.entry[one], name!));
        if (!nameKey) return null;
        return content(
          `It is called “${title}” now.`,
          changed(context.resume, found, { [nameKey]: title }),
        );
      }),
  ),
];
