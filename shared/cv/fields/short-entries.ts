import { FIRM_SEPARATOR, readHead, type Chunk, type Head } from "../chunks.ts";
import { organisationScore } from "./role-words.ts";
import { findEntries, type Entry } from "../entries.ts";
import { found, type Found, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";

/** Awards, certificates and publications: a title, who gave or printed it, a date; often on one line. */
interface Names {
  readonly title: "title" | "name";
  readonly giver: "awarder" | "issuer" | "publisher";
  readonly date: "date" | "releaseDate";
  readonly text: boolean;
}

export const AWARD: Names = { title: "title", giver: "awarder", date: "date", text: true };
export const CERTIFICATE: Names = { title: "name", giver: "issuer", date: "date", text: false };
export const PUBLICATION: Names = {
  title: "name",
  giver: "publisher",
  date: "releaseDate",
  text: true,
};

/** Reads a section of short entries. A list of one-line items is one entry an item. */
export function readShortEntries(items: readonly Item[], names: Names): FoundTree[] {
  const entries = shortEntries(items);
  const heads = entries.map((entry) => readHead(entry.head, FIRM_SEPARATOR));
  const inline = heads.filter(isOneLine).length >= 0.7 * heads.length && heads.length > 1;
  // Where most entries have their giver on a line of its own, a comma belongs to the title.
  const below = heads.filter(hasGiverBelow).length >= 0.7 * heads.length;
  return entries.flatMap((entry, i) => {
    const tree = shortTree(heads[i]!, entry, names, inline, below);
    return tree ? [tree] : [];
  });
}

function shortEntries(items: readonly Item[]): Entry[] {
  const numbered = items.flatMap((item, i) => (NUMBERED.test(item.text) ? [i] : []));
  if (numbered.length > 1 && numbered[0] === 0)
    return numbered.map((start, i) => numberedEntry(items.slice(start, numbered[i + 1])));
  const bullets = items.filter((item) => item.bullet).length;
  if (bullets >= 0.6 * items.length)
    return items.map((item) => ({ head: [item], body: [], under: null }));
  return findEntries(items);
}

/** “3.” or “[3]” before what it counts. */
const NUMBERED = /^(?:\d{1,3}[.)]|\[\d{1,3}\])\s+(?=\S)/;

/** All lines that stand under one number, as one line; what follows in another style is its body. */
function numberedEntry(items: readonly Item[]): Entry {
  const [first, ...rest] = items;
  const goesOn = rest.findIndex((item) => item.style !== first!.style);
  const own = goesOn < 0 ? items : items.slice(0, goesOn + 1);
  const text = own
    .map((item) => item.text)
    .join(" ")
    .replace(NUMBERED, "");
  const part = { ...first!.cells[0]![0]!, text };
  const lines = own.flatMap((item) => item.lines);
  const dates = own.find((item) => item.dates !== null)?.dates ?? null;
  const head: Item = { ...first!, text, lines, dates, cells: [[part]] };
  return { head: [head], body: items.slice(own.length), under: null };
}

function shortTree(
  head: Head,
  entry: Entry,
  names: Names,
  inline: boolean,
  below: boolean,
): FoundTree | null {
  const authors = names === PUBLICATION ? head.chunks.filter((c) => areAuthors(c, head)) : [];
  const own = head.chunks.filter(
    (chunk) => !authors.includes(chunk) && chunk.text.replace(DOI, "") !== "",
  );
  const chunks = own.flatMap((chunk, i) =>
    !below && (own.length === 1 || (inline && i === 0)) ? byGiver(chunk) : [chunk],
  );
  const [title, ...others] = chunks;
  if (!title) return null;
  const giver = others.find((chunk) => chunk.text.length <= 120);
  const rest = [
    ...authors,
    ...others.filter((chunk) => chunk !== giver).map((c) => ({ text: c.text, lines: c.lines })),
    ...entry.body,
  ];
  const dates = head.dates ?? datesIn(entry);
  const value = dates?.range.end ?? dates?.range.start;
  const date: Found | undefined = value
    ? found(value, dates!.lines, 0.9, "date of the entry")
    : undefined;
  return {
    [names.title]: found(title.text, title.lines, 0.85, "first words of the entry"),
    [names.giver]: giver
      ? found(
          giver.text.replace(/^in\s+(?=\S)/, "").replace(DOI, ""),
          giver.lines,
          0.7,
          "what follows the title",
        )
      : undefined,
    [names.date]: date,
    url: head.url ? found(head.url.text, head.url.lines, 0.9, "address in the entry") : undefined,
    ...(names.text && rest.length
      ? {
          summary: found(
            rest.map((r) => r.text).join("\n"),
            rest.flatMap((r) => r.lines),
            0.6,
            "text under the title",
          ),
        }
      : {}),
  };
}

/** A digital object identifier in front of what it names. */
const DOI = /^(?:doi:\s*)?10\.\d{4,}\/\S+(?:\s+|$)/i;

/** “Ada Bird, Tom Reed” or “Bird A, Reed T.”: names and nothing else. */
function areAuthors({ row }: Chunk, head: Head): boolean {
  if (row === 0) return false;
  const people = head.chunks
    .flatMap((chunk) => (chunk.row === row ? chunk.text : []))
    .join(", ")
    .replace(/\.$|\bet al\.?/gu, "")
    .split(/\s*(?:[,;&]|\s(?:and|und|et|y|e|en)\s)\s*/u)
    .filter(Boolean);
  return people.length > 1 && people.every((person) => AUTHOR.test(person));
}

const AUTHOR =
  /^(?:\p{Lu}[\p{L}'’.-]*\s)(?:(?:van|von|de|der|da|di|del|la|le)\s)*(?:\p{Lu}[\p{L}'’.-]*\s?){1,3}$/u;

/** A short second line that is no sentence and no list of authors. */
const hasGiverBelow = (head: Head): boolean => {
  const [first, second] = head.chunks;
  if (!first || !second || second.row === first.row || areAuthors(second, head)) return false;
  return second.text.length <= 80 && !/[.!?。]$/u.test(second.text);
};

/** A first line with title and giver in one style, parted by a comma; most of a section's entries agree. */
const isOneLine = (head: Head): boolean => {
  const [first, second] = head.chunks;
  return first !== undefined && first.row !== second?.row && /,\s\S/.test(first.text);
};

function datesIn(entry: Entry): Head["dates"] {
  const item = entry.body.find((candidate) => candidate.dates !== null);
  return item?.dates ? { range: item.dates.range, lines: [item.dates.line] } : null;
}

const BY =
  /,?\s+(?:awarded by|issued by|by|von|verliehen von|par|décerné par|por|da|di|publisher:)\s+(?=\p{Lu})|,\s+in\s+(?=\p{Lu})/u;

/** “Title of some words. Journal of Things”: two sentences, the second a name. */
const SENTENCES = /^(.{15,}\p{Ll}{2}[.?!])\s+(\p{Lu}[^.]{3,80})$/u;

function byGiver(chunk: Chunk): Chunk[] {
  const by = BY.exec(chunk.text);
  if (by && by.index > 8)
    return [
      { ...chunk, text: chunk.text.slice(0, by.index) },
      { ...chunk, text: chunk.text.slice(by.index + by[0].length) },
    ];
  const sentence = SENTENCES.exec(chunk.text);
  if (sentence)
    return [
      { ...chunk, text: sentence[1]! },
      { ...chunk, text: sentence[2]! },
    ];
  const house = /^(.{4,}?),\s+(\p{Lu}.{2,80})$/u.exec(chunk.text);
  if (house && organisationScore(house[2]!.split(",")[0]!) > 0 && !organisationScore(house[1]!))
    return [
      { ...chunk, text: house[1]! },
      { ...chunk, text: house[2]! },
    ];
  // Small letters after the comma say more about the title: “Fire warden, level 2”.
  const last =
    /^(.{4,}),\s+((?![^,]*\d{3})(?=[\p{Lu}\p{Lo}«“"《「]|\p{Ll}+\p{Lu})[^,]{3,80})$/u.exec(
      chunk.text,
    ) ?? /^(.{4,})\s[–-]\s(.{3,80})$/u.exec(chunk.text);
  if (!last) return [chunk];
  return [
    { ...chunk, text: last[1]! },
    { ...chunk, text: last[2]! },
  ];
}
