import type { OutContact, OutCv, OutEntry } from "./outline-cv.ts";

/** What pdfmake’s documents are made of, as far as a CV needs it; sizes in points. */
export type PdfNode =
  | string
  | {
      readonly text: string | readonly PdfNode[];
      readonly style?: string;
      readonly link?: string;
      readonly margin?: readonly [number, number, number, number];
      readonly headlineLevel?: number;
    }
  | {
      readonly stack: readonly PdfNode[];
      readonly margin?: readonly [number, number, number, number];
    }
  | { readonly ul: readonly PdfNode[]; readonly margin?: readonly [number, number, number, number] }
  | {
      readonly columns: readonly (PdfNode & { readonly width?: number | "*" })[];
      readonly columnGap: number;
      readonly margin?: readonly [number, number, number, number];
    }
  | {
      readonly canvas: readonly object[];
      readonly margin?: readonly [number, number, number, number];
    };

/** A4 with these margins, points; Letter takes the same text with a little more below. */
export const PDF_MARGINS = [54, 51, 54, 48] as const;
const TEXT_WIDTH = 595.28 - PDF_MARGINS[0] - PDF_MARGINS[2];
const ASIDE = 92;

const INK = "#1c1a17";
const QUIET = "#55504a";

/** The same look as the CV that is printed (`print-style.ts`). */
export const PDF_STYLES = {
  name: { fontSize: 25, lineHeight: 1 },
  label: { fontSize: 12, italics: true, color: QUIET },
  contact: { fontSize: 9 },
  summary: { fontSize: 11 },
  section: { fontSize: 10.5, bold: true, color: "#a3361c" },
  aside: { fontSize: 8.8, color: QUIET },
  title: { bold: true },
  quiet: { color: QUIET },
  tags: { fontSize: 9.2, color: QUIET },
} as const;

/**
 * Letters that Source Serif has: Latin, Greek, Cyrillic with their signs. Other scripts need fonts of
 * many megabytes and another way of setting lines.
 */
const OTHER_LETTERS = /[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}ªº\u02b0-\u02ff]/u;
/** Signs without a drawing in the font. */
const UNDRAWN =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\u0009\u000a\u0020-\u00ff\u02b0-\u02ff\u2000-\u206f\u20a0-\u20bf\u2100-\u214f\u2150-\u215f\u2190-\u2193\u2212\u2248\u2260\u2264\u2265]/gu;

/** Whether a CV can be set in the one font that there is for it. */
export const canBeSet = (cv: OutCv): boolean => !OTHER_LETTERS.test(JSON.stringify(cv));

const drawn = (text: string) => text.replace(UNDRAWN, "").replace(/\s*\n\s*/g, "\n");

const linked = ({ text, href }: OutContact): PdfNode =>
  href === undefined ? drawn(text) : { text: drawn(text), link: href };

/** The parts of a CV, in their order, for a page of `PDF_MARGINS` in `PDF_STYLES`. */
export function toPdfPage(cv: OutCv): readonly PdfNode[] {
  const contacts = cv.contacts.flatMap((contact, i): PdfNode[] =>
    i === 0 ? [linked(contact)] : ["    ", linked(contact)],
  );
  const head: (PdfNode | false)[] = [
    cv.name !== "" && { text: drawn(cv.name), style: "name" },
    cv.label !== "" && { text: drawn(cv.label), style: "label", margin: [0, 3, 0, 0] },
    contacts.length > 0 && { text: contacts, style: "contact", margin: [0, 8, 0, 0] },
    {
      canvas: [
        { type: "line", x1: 0, y1: 0, x2: TEXT_WIDTH, y2: 0, lineWidth: 0.6, lineColor: INK },
      ],
      margin: [0, 8, 0, 0],
    },
    cv.summary !== "" && { text: drawn(cv.summary), style: "summary", margin: [0, 11, 0, 0] },
  ];
  return [
    ...head.filter((node) => node !== false),
    ...cv.sections.flatMap(({ title, entries }): PdfNode[] => [
      { text: drawn(title), style: "section", margin: [0, 15, 0, 6], headlineLevel: 1 },
      ...entries.map(entryOf),
    ]),
  ];
}

function entryOf(entry: OutEntry): PdfNode {
  const { dates, place } = entry;
  const aside = [dates, place].filter(Boolean).map(drawn).join("\n");
  const body: PdfNode = { stack: bodyOf(entry) };
  if (aside === "") return { ...body, margin: [0, 0, 0, 4] };
  return {
    columns: [
      { text: aside, style: "aside", width: ASIDE },
      { ...body, width: "*" },
    ],
    columnGap: 16,
    margin: [0, 0, 0, 8],
  };
}

function bodyOf({ title, house, facts, url, texts, points, tags }: OutEntry): readonly PdfNode[] {
  const named: PdfNode[] = [
    ...(title ? [{ text: drawn(title), style: "title" }] : []),
    ...(house ? [drawn(house)] : []),
    ...facts.map((fact) => ({ text: drawn(fact), style: "quiet" })),
    ...(/^https?:/i.test(url) ? [{ text: drawn(shown(url)), link: url, style: "quiet" }] : []),
  ];
  const line = named.flatMap((node, i): PdfNode[] =>
    i === 0 ? [node] : [{ text: " · ", style: "quiet" }, node],
  );
  return [
    ...(line.length > 0 ? [{ text: line }] : []),
    ...texts.map((text): PdfNode => ({ text: drawn(text), margin: [0, 2, 0, 0] })),
    ...(points.length > 0 ? [{ ul: points.map(drawn), margin: [0, 3, 0, 0] } as const] : []),
    ...(tags.length > 0
      ? [{ text: tags.map(drawn).join(", "), style: "tags", margin: [0, 2, 0, 0] } as const]
      : []),
  ];
}

const shown = (url: string) => url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
