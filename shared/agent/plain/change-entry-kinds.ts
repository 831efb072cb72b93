import type { Resume } from "../../resume.ts";
import {
  ENTRIES,
  entriesOf,
  sameWords,
  splitNames,
  withEntries,
  type Entry,
} from "./entry-words.ts";
import { entryName, findEntries, type FoundEntry } from "./find-entries.ts";
import { changed, onEntry, without } from "./on-entry.ts";
import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { isAboutLooks, isNameLike } from "./plain-values.ts";

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

/** What somebody wants a line to be about, and no line. */
const NO_LINE =
  /^(?:more|something|anything|it|this|that|about|some|stuff|an? (?:line|bullet|point|picture|link|photo|logo)\b|another|the|my|details?|dates?|icons?|pictures?)\b(?! \p{Lu})|\bas (?:the |its |a )?(?:location|place|city|town|link|title|position|date|logo|employer)$/u;

const holdsName = (longer: string, name: string) =>
  longer.length > name.length + 2 &&
  ` ${longer.toLowerCase()} `.includes(` ${name.toLowerCase()} `);

const REMOVE = "(remove|delete|drop|take out|get rid of|cut|erase)";

const removeKinds = ENTRIES.filter(({ list }) => list !== "skills").map((words) =>
  kind(
    `remove-${words.list}`,
    `remove the ${words.called} …`,
    `${REMOVE} [the|my] (${words.nouns}) [:|called|named|at|from|by|of|in] {name}
     ${REMOVE} {name} from [my|the] ${words.list}
     ${REMOVE} {name} as [a|my|the] (${words.nouns})
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
     ${REMOVE} {names} from [my|the] {group}
     i don't (know|use) {names} [anymore|any more]`,
    ({ names, group }, context) => {
      const isGroup = ({ name }: Entry) => sameWords(name, group!);
      if (group !== undefined && !entriesOf(context.resume, "skills").some(isGroup)) return null;
      return removeSkills(splitNames(names!), context);
    },
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
    "add-highlight",
    "add to Acme: Led a team of five",
    `(add|put) [a|the] [bullet|point|line|highlight|bullet point] (to|under|at|for) [my|the] [job|role|work|project] [at] {name}: {text}
     (add|put) this (to|under) [my|the] [job|role|project] {name}: {text}
     (add|put) [a|the] [bullet|point|line|highlight|bullet point] (to|under|at|for) [my|the] {name} (job|role|project|entry): {text}
     (add|put) {text} (to|under) [my|the] (job|role|project|work) [at] {name}
     (add|put) "{text}" (to|under|at|for|as a bullet to|as a bullet under|as a point under) [my|the] {name}
     (add|put) [a|another|one more] [new] (bullet|bullet point|point|line|highlight) (to|under|at|for|in) [my|the] [job at|job|role at|role|project] {name}: {text}
     (add|put) [a|the|another|one more] [new] (bullet|bullet point|point|line|highlight) (to|under|at|for) [my|the] [job at|job|role|project] {name} (saying|that says|with|reading) [that] {text}
     (under|at|for|to|in) {name}[,:] (add|put|write|include) [a|the|another|one more] [new] [bullet|bullet point|point|line|highlight] [:] {text}
     (add|put) [the|this] (bullet|bullet point|point|line|highlight) "{text}" (to|under|at|for) [my|the] [job at|job|role|project] {name}
     (add|put) [the|this|another|a|one more] (bullet|bullet point|point|line|highlight) [:] {text} (to|under|at|for) [my|the] (job at|role at|project|job) {name}
     {name} (needs|gets|should get|should have) [a|another|one more] [new] (bullet|bullet point|point|line|highlight): {text}
     {name}: (add|new|also add) [a|another] [bullet|bullet point|point|line] [:] {text}
     (new|another|one more|next) (bullet|bullet point|point|line|highlight) (to|under|at|for) {name}: {text}`,
    ({ name, text: said }, context) =>
      onEntry(name!, context, (found) => {
        const text = said!.replace(/^(?:exactly|literally|word for word): /iu, "");
        if (!["work", "volunteer", "projects"].includes(found.words.list)) return null;
        if (NO_LINE.test(text!) || !/\s|\p{L}{4}/u.test(text!)) return null;
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
    `rename [the|my] [job|project|company|school|skill] {name} (to|into|as) {title}
     (call|name) [the|my] (job|project|company|school|skill|language|hobby) {name} {title}
     change [the|my] [job|project|company|school|skill] {name} to {right}
     {name} is (called|now called|named|now named) {right} [now]
     [the|my] [job|project|company|school|skill|degree] {name} should be (called|named|spelled|spelt|written) {title}
     [the|my] [job|project|company|school|skill|degree] {name} should (be|read|say) {right}
     {name} is now {longer}
     (the|my) (company|firm|employer|school|university) {name} (has a new name|was renamed|changed its name|is called something else)[:,] [to] [it's|it is|now] [now] [called] {title}
     {name} (was renamed|changed its name|has been renamed) [to] {title}`,
    ({ name, title: said, right: fresh, longer }, context) =>
      onEntry(name!, context, (found) => {
        const right = fresh ?? longer;
        const title = said ?? right!;
        // “Swedish is now fluent” tells of it; a longer name holds the old one.
        if (longer !== undefined && !holdsName(longer, name!)) return null;
        // “Acme should be a link” wants something of it, and no other name.
        if (right !== undefined && !isNameLike(right, name!)) return null;
        // “Spanish should be C1 and English C2”.
        if (right !== undefined && namesOther(right, found, context)) return null;
        if (isAboutLooks(title) || title.length > 80) return null;
        if (/^(?:its|their|his|her|whatever)\b|^an? \p{Ll}|\bname$/u.test(title)) return null;
        const nameKey = found.key;
        if (nameKey === undefined) return null;
        return content(
          `It is called “${title}” now.`,
          changed(context.resume, found, { [nameKey]: title }),
        );
      }),
  ),
];
