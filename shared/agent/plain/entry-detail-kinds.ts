import type { ResumeList } from "../../resume.ts";
import { addLanguages } from "./add-entries.ts";

import { entriesOf, isLanguage, withEntries } from "./entry-words.ts";
import { entryName, findEntries, type FoundEntry } from "./find-entries.ts";
import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";
import { isAboutLooks, isComplaint } from "./plain-values.ts";

/** The key that holds an entry’s own text, where it has one. */
const TEXT_KEY: Partial<Record<ResumeList, string>> = {
  work: "summary",
  volunteer: "summary",
  projects: "description",
  awards: "summary",
  publications: "summary",
  references: "reference",
};
/** Lists whose entries may lead somewhere. */
const WITH_URL: readonly ResumeList[] = [
  "work",
  "volunteer",
  "projects",
  "education",
  "certificates",
  "publications",
];

const ADDRESS = /^(?:https?:\/\/)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/?#]\S*)?$/iu;

/** The one entry of this name; `null` where there is none, or several. */
function theOne(name: string, { resume }: PlainContext, lists?: readonly ResumeList[]) {
  const found = findEntries(resume, name).filter(
    ({ words }) => !lists || lists.includes(words.list),
  );
  return found.length === 1 ? found[0]! : null;
}

/** Levels that are said of languages. */
const FLUENCIES =
  /^(?:(?:near |near-|upper |upper-|lower |very |business |limited |full |working |professional )?(?:native|fluent|basic|basics|good|excellent|intermediate|advanced|conversational|professional|working|bilingual|beginner|elementary|limited|rusty|business|proficient|proficiency)(?: working| proficiency| speaker)?|a1|a2|b1|b2|c1|c2|my mother tongue|my native language|mother tongue)$/i;

const changed = ({ resume }: PlainContext, found: FoundEntry, change: object) => {
  const { list } = found.words;
  const all = entriesOf(resume, list);
  return withEntries(resume, list, all.with(found.at, { ...found.entry, ...change }));
};

function setLink(name: string, address: string, context: PlainContext): PlainAnswer | null {
  const found = theOne(name, context, WITH_URL);
  // Several words are more than an address: “the badge: https://…”.
  if (!found || isComplaint(address) || /\s/u.test(address)) return null;
  if (!ADDRESS.test(address)) {
    return nothing(`“${address}” isn’t a web address. Write it like https://example.org.`);
  }
  const url = /^https?:/i.test(address) ? address : `https://${address}`;
  return content(`${entryName(found)} leads to ${url} now.`, changed(context, found, { url }));
}

function beside(
  name: string,
  other: string,
  side: 0 | 1,
  context: PlainContext,
): PlainAnswer | null {
  const [one, anchor] = [theOne(name, context), theOne(other, context)];
  if (!one || !anchor || one.words !== anchor.words || one.at === anchor.at) return null;
  const { list } = one.words;
  const rest = entriesOf(context.resume, list).filter((_, at) => at !== one.at);
  const at = rest.indexOf(anchor.entry) + side;
  const entries = [...rest.slice(0, at), one.entry, ...rest.slice(at)];
  if (entries.every((entry, place) => entry === entriesOf(context.resume, list)[place])) {
    return nothing(`${entryName(one)} stands there already.`);
  }
  return content(
    `${entryName(one)} comes ${side === 0 ? "before" : "after"} ${entryName(anchor)} now.`,
    withEntries(context.resume, list, entries),
  );
}

/** What one entry says, where it leads and where it stands among its own. */
export const ENTRY_DETAIL_KINDS = [
  kind(
    "entry-link",
    "add a link to Lamp: https://example.org",
    `add a link to "{name}": {address}
     (add|put|set) [a|the|my] (link|url|address) (to|on|for|of) [the|my] [project|job|company] {name} [project|job]: {address}
     (add|put|set) [a|the|my] (link|url|address) (on|for|of|to) [the|my] [project|job|company] {name} [project|job] to {address}
     [the|my] {name} [project|job|company] (is at|is online at|lives at|can be found at|can be seen at|leads to|links to|link is|link should be|link should go to|link goes to|should link to|should lead to) {address}
     (link) [the|my] [project|job|company] {name} [project|job] to {address}`,
    ({ name, address }, context) =>
      setLink(
        theOne(name!, context)
          ? name!
          : name!.replace(/ (?:project|job|company)$/i, "").replace(/'s$/u, ""),
        address!,
        context,
      ),
  ),
  kind(
    "entry-text",
    "describe Lamp as: A lamp that follows the sun.",
    `describe [the|my] [project|job] "{name}" as: {text}
     describe [the|my] [project|job] {name} (as|as:|with|with:|:) {text}
     (the|my|) {name} (description|text|summary|reference|quote) (should be|should say|should read|is) [:] {text}
     the (description|text|summary|reference|quote) (of|for|from) {name} (should be|should say|should read|is) [:] {text}
     (change|set|update) the (description|text|summary|reference|quote) (of|for|from) {name} to [:] {text}`,
    ({ name, text }, context) => {
      const found = theOne(name!, context) ?? theOne(name!.replace(/'s?$/, ""), context);
      const key = found && TEXT_KEY[found.words.list];
      if (!key || text!.length > 500) return null;
      // “The description of Lamp should be shorter” gives no other one.
      if (isComplaint(text!) || isAboutLooks(text!) || !/[\s\p{Lu}]/u.test(text!)) return null;
      const value = text!.replace(/^: */, "");
      return content(
        `${entryName(found)} says “${value}” now.`,
        changed(context, found, { [key]: value }),
      );
    },
  ),
  kind(
    "entry-before",
    "move Anchor above Lamp",
    `[put|move|bring|show|list|place] [the|my] [job|project|skill] {name} (before|above|over|ahead of) [the|my] {other}`,
    ({ name, other }, context) => beside(name!, other!, 0, context),
  ),
  kind(
    "entry-after",
    "move Lamp below Anchor",
    `[put|move|bring|show|list|place] [the|my] [job|project|skill] {name} (after|below|under|behind) [the|my] {other}`,
    ({ name, other }, context) => beside(name!, other!, 1, context),
  ),
  kind(
    "language-level",
    "my Swedish is fluent",
    `my {name} (is|is now|should say|should be) [only|just|actually|really] [at] {level} [level]
     {name} (is|is now|should be) {mine}
     (i'm|i am) [now] {level} in {name}
     (i'm|i am) (a|an) {level} (speaker of|speaker in) {name}
     my level (of|in) {name} (is|is now|should be) {level}
     (i speak|i now speak) {name} (at|on) {level} level
     make [my] {name} {level}
     (set|change|make) [my] {name} to {level}`,
    ({ name, level: said, mine }, context) => {
      const level = said ?? mine;
      const found = theOne(name!, context, ["languages"]);
      if (!FLUENCIES.test(level!) || (mine !== undefined && !isLanguage(name!))) return null;
      if (!found) return isLanguage(name!) ? addLanguages(`${name} (${level})`, context) : null;
      if (found.entry["language"] === level) return null;
      const bare = level!.replace(/^my (?=mother|native)/iu, "");
      const fluency = bare[0]!.toUpperCase() + bare.slice(1);
      return content(`${entryName(found)}: ${fluency}.`, changed(context, found, { fluency }));
    },
  ),
];
