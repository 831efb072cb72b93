import { CHECK_BELOW, type CvDocument, type Place } from "../../../shared/cv-document.ts";
import type { ReadingExplained } from "../../../shared/cv/explain-reading.ts";
import { SECTION_WORDS } from "../review/field-words.ts";
import { reviewFields, type ReviewField } from "../review/review-fields.ts";

/** Colours of the marks: columns and sections take them in turn; `doubt` is for the uncertain. */
export type Tone = 0 | 1 | 2 | 3 | "doubt" | "plain";

export interface ExplainMark {
  readonly place: Place;
  readonly tone: Tone;
  /** Of the item that it belongs to; null where it belongs to none. */
  readonly item: string | null;
  /** A heading, or what decided. */
  readonly isStrong: boolean;
}

export interface ExplainItem {
  readonly id: string;
  readonly tone: Tone;
  readonly title: string;
  /** The rule, in words. */
  readonly detail: string;
}

export interface ExplainStep {
  readonly id: "text" | "lines" | "sections" | "fields";
  readonly title: string;
  readonly words: string;
  readonly items: readonly ExplainItem[];
  readonly marks: readonly ExplainMark[];
}

const TONES = 4;
const toneOf = (at: number): Tone => (at % TONES) as Tone;
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** The steps of a reading as they are shown: words, a list, and marks on the document. */
export function explainSteps(
  document: CvDocument,
  explained: ReadingExplained,
): readonly ExplainStep[] {
  return [
    textStep(document, explained),
    linesStep(explained),
    sectionsStep(explained),
    fieldsStep(explained),
  ];
}

function textStep(document: CvDocument, { lines }: ReadingExplained): ExplainStep {
  const places: readonly Place[] =
    document.kind === "pages"
      ? document.runs.map(({ page, box }) => ({ kind: "box", page, box }))
      : lines.map(({ place }) => place);
  const words =
    document.kind === "pages"
      ? `The file holds ${count(places.length, "piece", "pieces")} of text, each with a place, a size and a weight. It doesn’t say which belong together.`
      : `The file holds ${count(places.length, "line", "lines")} in reading order, with what it says of them: headings, lists, tables.`;
  const hidden = document.kind === "pages" ? document.hidden.length : 0;
  return {
    id: "text",
    title: "Text",
    words:
      hidden > 0
        ? `${words} ${count(hidden, "piece", "pieces")} can’t be seen on the page and were set apart.`
        : words,
    items: [],
    marks: places.map((place) => ({ place, tone: "plain", item: null, isStrong: false })),
  };
}

function linesStep({ lines, columns }: ReadingExplained): ExplainStep {
  return {
    id: "lines",
    title: "Lines and columns",
    words:
      columns > 1
        ? "Pieces at one height become a line. Where a gap runs down the page and each side was drawn by itself, the sides are columns, read one after the other. Page numbers and repeated heads go."
        : "Pieces at one height become a line. No gap runs down the page, so it is read straight across. Page numbers and repeated heads go.",
    items: Array.from({ length: columns }, (_, column) => ({
      id: `column ${column}`,
      tone: toneOf(column),
      title: columns > 1 ? `Read ${ORDER[column] ?? "after that"}` : "One column",
      detail: count(lines.filter((line) => line.column === column).length, "line", "lines"),
    })),
    marks: lines.map(({ place, column }) => ({
      place,
      tone: toneOf(column),
      item: `column ${column}`,
      isStrong: false,
    })),
  };
}

const ORDER = ["first", "second", "third"] as const;

const KIND_WORDS: Readonly<Record<string, string>> = {
  ...SECTION_WORDS,
  header: "You",
  contact: "Contact",
  summary: "About you",
  other: "kept aside",
};

function sectionsStep({ sections }: ReadingExplained): ExplainStep {
  return {
    id: "sections",
    title: "Sections",
    words:
      "Lines that are nothing but a heading’s word, in nine languages, cut the text. Then lines that look just like those.",
    items: sections.map(({ kind, heading, rule }, at) => ({
      id: `section ${at}`,
      tone: toneOf(at),
      title: heading || "The top",
      detail: `${KIND_WORDS[kind] ?? kind}: ${rule}`,
    })),
    marks: sections.flatMap(({ headingPlace, places }, at) => {
      const mark = (place: Place, isStrong: boolean): ExplainMark => ({
        place,
        tone: toneOf(at),
        item: `section ${at}`,
        isStrong,
      });
      return [
        ...(headingPlace ? [mark(headingPlace, true)] : []),
        ...places.map((place) => mark(place, false)),
      ];
    }),
  };
}

function fieldsStep({ evidence, resume }: ReadingExplained): ExplainStep {
  const review = reviewFields(evidence, resume);
  const fields = [...review.sections.flatMap((section) => section.fields), ...review.uncertain];
  const sure = new Map(evidence.map(({ pointer, confidence }) => [pointer, confidence]));
  return {
    id: "fields",
    title: "Fields",
    words:
      "Each section has rules of its own: words for roles, schools and degrees, shapes of dates and addresses, the order that most entries share. A rule says how sure it is; what is under 60 % asks for a look.",
    items: fields.map((field) => ({
      id: field.pointer,
      tone: toneOfField(field),
      title: field.value,
      detail: `${[field.section, field.label].join(", ")}: ${field.rule}, ${Math.round((sure.get(field.pointer) ?? 0) * 100)} % sure`,
    })),
    marks: fields.flatMap((field) =>
      field.places.map((place) => ({
        place,
        tone: toneOfField(field),
        item: field.pointer,
        isStrong: (sure.get(field.pointer) ?? 0) < CHECK_BELOW,
      })),
    ),
  };
}

const toneOfField = ({ isUncertain }: ReviewField): Tone => (isUncertain ? "doubt" : 1);
