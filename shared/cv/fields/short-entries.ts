import { FIRM_SEPARATOR, readHead, type Chunk, type Head } from "../chunks.ts";
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
  return entries.flatMap((entry, i) => {
    const tree = shortTree(heads[i]!, entry, names, inline);
    return tree ? [tree] : [];
  });
}

function shortEntries(items: readonly Item[]): Entry[] {
  const bullets = items.filter((item) => item.bullet).length;
  if (bullets >= 0.6 * items.length)
    return items.map((item) => ({ head: [item], body: [], under: null }));
  return findEntries(items);
}

function shortTree(head: Head, entry: Entry, names: Names, inline: boolean): FoundTree | null {
  const chunks = head.chunks.flatMap((chunk, i) =>
    head.chunks.length === 1 || (inline && i === 0) ? byGiver(chunk) : [chunk],
  );
  const [title, ...others] = chunks;
  if (!title) return null;
  const giver = others.find((chunk) => chunk.text.length <= 120);
  const rest = [
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
      ? found(giver.text.replace(/^in\s+(?=\S)/, ""), giver.lines, 0.7, "what follows the title")
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

function byGiver(chunk: Chunk): Chunk[] {
  const by = BY.exec(chunk.text);
  if (by && by.index > 8)
    return [
      { ...chunk, text: chunk.text.slice(0, by.index) },
      { ...chunk, text: chunk.text.slice(by.index + by[0].length) },
    ];
  const last =
    /^(.{4,}),\s+((?![^,]*\d{3})[^,]{3,80})$/u.exec(chunk.text) ??
    /^(.{4,})\s[–-]\s(.{3,80})$/u.exec(chunk.text);
  if (!last) return [chunk];
  return [
    { ...chunk, text: last[1]! },
    { ...chunk, text: last[2]! },
  ];
}
