import type { ResumeList } from "../../resume.ts";
import { entriesOf, splitNames, withEntries, type Entry } from "./entry-words.ts";
import { entryName, findEntries, type FoundEntry } from "./find-entries.ts";
import { content, kind, nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";

const ENTRY = "[job|project|skill|degree|language|certificate|award|interest|reference]";

/** The one entry of each name, all in one list; else `null`. */
function inOneList(
  names: readonly string[],
  { resume }: PlainContext,
): readonly FoundEntry[] | null {
  const found = names.map((name) => findEntries(resume, name));
  const ones = found.flatMap((all) => (all.length === 1 ? all : []));
  const isOne = ones.every(({ words }) => words.list === ones[0]?.words.list);
  const isEach = new Set(ones.map(({ at }) => at)).size === names.length;
  return ones.length === names.length && isOne && isEach ? ones : null;
}

function arranged(
  list: ResumeList,
  after: readonly Entry[],
  said: string,
  { resume }: PlainContext,
): PlainAnswer {
  const before = entriesOf(resume, list);
  return after.every((entry, at) => entry === before[at])
    ? nothing("They stand in that order already.")
    : content(said, withEntries(resume, list, after));
}

/** “English, Igbo”: these first, the others behind them as they were. */
function ordered(words: string, context: PlainContext): PlainAnswer | null {
  const names = splitNames(words.replace(/,?\s+(?:and )?then\s+/giu, ", "));
  const ones = names.length > 1 ? inOneList(names, context) : null;
  const list = ones?.[0]?.words.list;
  if (!ones || list === undefined) return null;
  const wanted = ones.map(({ entry }) => entry);
  const rest = entriesOf(context.resume, list).filter((entry) => !wanted.includes(entry));
  const said = `${ones.map(entryName).join(", ")}: in that order now.`;
  return arranged(list, [...wanted, ...rest], said, context);
}

function stepped(name: string, by: 1 | -1, context: PlainContext): PlainAnswer | null {
  const found = findEntries(context.resume, name);
  const one = found[0];
  if (!one || found.length > 1) return null;
  const all = entriesOf(context.resume, one.words.list);
  const to = one.at + by;
  const beside = all[to];
  if (!beside) return nothing(`${entryName(one)} is the ${by < 0 ? "first" : "last"} already.`);
  const said = `${entryName(one)} comes ${by < 0 ? "before" : "after"} ${entryName({ ...one, entry: beside })} now.`;
  return content(
    said,
    withEntries(context.resume, one.words.list, all.with(one.at, beside).with(to, one.entry)),
  );
}

/** Entries among their own: in an order that is told, up, down, last, in each other’s place. */
export const ENTRY_ORDER_KINDS = [
  kind(
    "entry-last",
    "put Acme last",
    `(put|move|bring|show|list|place) [the|my] ${ENTRY} {name} (last|to the end|at the end|to the bottom|at the bottom)`,
    ({ name }, context) => {
      const found = findEntries(context.resume, name!);
      const one = found[0];
      if (!one || found.length > 1) return null;
      const all = entriesOf(context.resume, one.words.list);
      if (one.at === all.length - 1) return nothing(`${entryName(one)} is last already.`);
      const after = [...all.filter((_, at) => at !== one.at), one.entry];
      return arranged(one.words.list, after, `${entryName(one)} comes last now.`, context);
    },
  ),
  kind(
    "entry-up",
    "move Lamp up",
    `[put|move|bring|push|list] [the|my] ${ENTRY} {name} (up|higher|higher up|up one|one up|up a bit|up a little|up by one)`,
    ({ name }, context) => stepped(name!, -1, context),
  ),
  kind(
    "entry-down",
    "move Lamp down",
    `[put|move|bring|push|list] [the|my] ${ENTRY} {name} (down|lower|lower down|down one|one down|down a bit|down a little|down by one)`,
    ({ name }, context) => stepped(name!, 1, context),
  ),
  kind(
    "entries-swap",
    "swap Lamp and Anchor",
    `(swap|switch|exchange) {one} (and|with) {other}`,
    ({ one, other }, context) => {
      const both = inOneList([one!, other!], context);
      const [first, second] = both ?? [];
      if (!first || !second) return null;
      const { list } = first.words;
      const after = entriesOf(context.resume, list)
        .with(first.at, second.entry)
        .with(second.at, first.entry);
      const said = `${entryName(first)} and ${entryName(second)} have changed places.`;
      return content(said, withEntries(context.resume, list, after));
    },
  ),
  kind(
    "entries-order",
    "English first, then Swedish",
    `[put|list|show|order|have|move|i want] {one} first[,] [and] [then|followed by] {names}
     (order|sort|arrange|put|list|show|reorder) [the|my] [jobs|projects|skills|languages|certificates|awards|interests|hobbies|references] [in this order] [:|as|like this:|so:] {names}
     (the|my) [order of] [the|my] (jobs|projects|skills|languages|certificates|awards|interests|hobbies|references) [order] (should be|is|goes) [:] {names}
     {one} and then {names}`,
    ({ one, names }, context) => ordered(one === undefined ? names! : `${one}, ${names}`, context),
  ),
  kind(
    "list-one-first",
    "the order of my skills should be sailing first",
    `the order of [the|my] (jobs|projects|skills|languages|certificates|awards|interests|hobbies|references) should be {name} first`,
    ({ name }, context) => {
      const found = findEntries(context.resume, name!);
      const one = found[0];
      if (!one || found.length > 1) return null;
      if (one.at === 0) return nothing(`${entryName(one)} is first already.`);
      const rest = entriesOf(context.resume, one.words.list).filter((_, at) => at !== one.at);
      const said = `${entryName(one)} comes first now.`;
      return arranged(one.words.list, [one.entry, ...rest], said, context);
    },
  ),
];
