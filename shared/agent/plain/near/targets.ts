import type { Resume, ResumeList } from "../../../resume.ts";
import { entryName } from "../find-entries.ts";
import type { Mention } from "./mention.ts";
import { inQuotes, type Asked } from "./proposal.ts";

export const isSameEntry = (one: Mention, other: Mention): boolean =>
  one.list === other.list && one.found.at === other.found.at;

/** Each entry that a text speaks of, once, in its order. */
export function targets({ mentions }: Asked, lists?: readonly ResumeList[]): readonly Mention[] {
  const asked = mentions.filter(({ list }) => !lists || lists.includes(list));
  return asked.filter((one, at) => asked.findIndex((other) => isSameEntry(one, other)) === at);
}

/** The surest of the entries that a text speaks of; of several equally sure the first. */
export function surest(asked: Asked, lists?: readonly ResumeList[]): Mention | undefined {
  return targets(asked, lists).toSorted((a, b) => b.strength - a.strength)[0];
}

export const nameOf = (one: Mention): string => entryName(one.found);

/** An entry as `understand` finds it: by its name, in quotation marks. */
export const byName = (one: Mention): string => inQuotes(nameOf(one));

/** The job that goes on, or the newest: what “now” and “I’m … now” speak of. */
export function presentJob({ work }: Resume): string | null {
  const going = (work ?? []).filter(({ startDate, endDate }) => startDate && !endDate);
  return going.length === 1 ? (going[0]!.name ?? null) : null;
}
