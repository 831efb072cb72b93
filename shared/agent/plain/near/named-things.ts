import type { ResumeList } from "../../../resume.ts";
import type { PlainContext } from "../plain-kind.ts";
import { ENTRIES, entriesOf, type Entry } from "../entry-words.ts";
import { entryName } from "../find-entries.ts";
import { inQuotes } from "./proposal.ts";

/** A name that stands on the site, and the request that puts another in its place. */
export interface NamedThing {
  readonly name: string;
  readonly of: ResumeList | "name" | "headline" | "city" | "region";
  readonly request: (fresh: string) => string;
}

const said = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

/** What a key of an entry is called in a request that sets it; renamed where it has no word of its own. */
function requestFor(list: ResumeList, key: string, name: string, entry: string) {
  const at = inQuotes(entry);
  return (fresh: string): string => {
    const value = inQuotes(fresh);
    if (key === "position") return `my title at ${at} is ${value}`;
    if (key === "area") return `the subject at ${at} is ${value}`;
    if (key === "studyType") return `the degree at ${at} is ${value}`;
    if (/^(?:awarder|issuer|publisher)$/u.test(key)) return `${at} is from ${fresh}`;
    return list === "references"
      ? `rename the reference ${inQuotes(name)} to ${value}`
      : `rename ${inQuotes(name)} to ${value}`;
  };
}

const ISSUERS = ["awarder", "issuer", "publisher"] as const;

function thingsOf(list: ResumeList, keys: readonly string[], entry: Entry, called: string) {
  return [...keys, ...ISSUERS].flatMap((key): readonly NamedThing[] => {
    const name = entry[key];
    return said(name) ? [{ name, of: list, request: requestFor(list, key, name, called) }] : [];
  });
}

/** All names of a site: the person’s own, places, and those of entries, of who gave them and what one was there. */
export function namedThings({ resume }: PlainContext): readonly NamedThing[] {
  const { name, label, location } = resume.basics ?? {};
  const own: readonly (readonly [NamedThing["of"], unknown, string])[] = [
    ["name", name, "my name is"],
    ["headline", label, "my headline is"],
    ["city", location?.city, "I live in"],
    ["region", location?.region, "my region is"],
  ];
  return [
    ...own.flatMap(([of, value, words]) =>
      said(value)
        ? [{ name: value, of, request: (fresh: string) => `${words} ${inQuotes(fresh)}` }]
        : [],
    ),
    ...ENTRIES.flatMap((words) =>
      entriesOf(resume, words.list).flatMap((entry, at) =>
        thingsOf(words.list, words.keys, entry, entryName({ words, at, entry })),
      ),
    ),
  ];
}
