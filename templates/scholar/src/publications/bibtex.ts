import { machineDate } from "../format";
import { identifierOf } from "./identifiers";
import type { Work } from "./works";

/** What BibTeX reads as commands. */
const ESCAPES: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};
const escape = (text: string) =>
  text
    .replace(/\s+/g, " ")
    .replace(/[\\~^{}&%$#_]/g, (character) => ESCAPES[character] ?? `\\${character}`);

const TYPES: Record<Work["kind"], readonly [type: string, venue: string]> = {
  article: ["article", "journal"],
  conference: ["inproceedings", "booktitle"],
  preprint: ["misc", "howpublished"],
  book: ["book", "publisher"],
  thesis: ["misc", "howpublished"],
  talk: ["misc", "howpublished"],
  other: ["misc", "howpublished"],
};

const ascii = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[^A-Za-z0-9 ]/g, "")
    .toLowerCase();

/** "bird2024tides": the first author's surname, the year, the title's first long word. */
function keyOf({ authors, year, title, label }: Work): string {
  const [first = ""] = authors;
  const surname = first.includes(",") ? first.split(",")[0]! : (first.split(" ").pop() ?? "");
  const word =
    ascii(title)
      .split(" ")
      .find((one) => one.length > 3) ?? "";
  return (ascii(surname) + year + word).replace(/\s/g, "") || `work${ascii(label)}`;
}

/** "Bird, A." stays; so does "Ada Bird": BibTeX reads both. */
const authorField = (authors: readonly string[]) =>
  authors.map((author) => (/^et al\.?$/i.test(author) ? "others" : escape(author))).join(" and ");

/** Only the protocol's own words may stand in an address; a brace would end the field. */
const address = (url: string) => url.replace(/[{}\\\s]/g, (one) => encodeURIComponent(one));

/**
 * A BibTeX entry of what the résumé says and of nothing else: a field that isn't known is left out,
 * the authors too.
 */
export function bibtexOf(work: Work): string {
  const [type, venue] = TYPES[work.kind];
  const [, month] = (machineDate(work.date ?? "") ?? "").split("-");
  const place = work.url ? identifierOf(work.url) : undefined;
  const fields: [string, string | undefined][] = [
    ["author", work.authors.length > 0 ? authorField(work.authors) : undefined],
    ["title", work.title && escape(work.title)],
    [venue, work.publisher && escape(work.publisher)],
    ["year", work.year],
    ["month", month && String(Number(month))],
    ["doi", place?.scheme === "doi" ? place.id : undefined],
    ["eprint", place?.scheme === "arxiv" ? place.id : undefined],
    ["archivePrefix", place?.scheme === "arxiv" ? "arXiv" : undefined],
    ["url", place?.href && address(place.href)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? `  ${name} = {${value}}` : []));
  return `@${type}{${keyOf(work)},\n${lines.join(",\n")}\n}`;
}
