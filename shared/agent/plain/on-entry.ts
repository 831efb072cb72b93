import type { Resume, ResumeList } from "../../resume.ts";
import { entriesOf, withEntries, type Entry } from "./entry-words.ts";
import { findEntries, type FoundEntry } from "./find-entries.ts";
import { nothing, type PlainAnswer, type PlainContext } from "./plain-kind.ts";

export const without = (resume: Resume, { words, at }: FoundEntry): Resume =>
  withEntries(
    resume,
    words.list,
    entriesOf(resume, words.list).filter((_, place) => place !== at),
  );

export const changed = (resume: Resume, { words, at, entry }: FoundEntry, change: Entry): Resume =>
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
export function onEntry(
  name: string,
  context: PlainContext,
  change: (found: FoundEntry) => PlainAnswer | null,
  list?: ResumeList,
): PlainAnswer | null {
  const one = only(findEntries(context.resume, name, list), name);
  if (!one) return null;
  return isAnswer(one) ? one : change(one);
}
