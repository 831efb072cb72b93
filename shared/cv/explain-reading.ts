import type { CvDocument, Evidence, Place } from "../cv-document.ts";
import type { Resume } from "../resume.ts";
import { headingKind } from "./heading-words.ts";
import { takeReadingSteps } from "./reading-steps.ts";
import type { Section } from "./section.ts";

export interface ExplainedLine {
  readonly text: string;
  readonly place: Place;
  /** 0-based: which of the columns, in the order in which they are read. */
  readonly column: number;
}

export interface ExplainedSection {
  readonly kind: Section["kind"];
  /** Empty for what stands before the first heading. */
  readonly heading: string;
  readonly rule: string;
  readonly headingPlace: Place | null;
  readonly places: readonly Place[];
}

/** How a document was read: what each step found, for “How was this read?”. */
export interface ReadingExplained {
  readonly lines: readonly ExplainedLine[];
  readonly columns: number;
  readonly sections: readonly ExplainedSection[];
  readonly language: string;
  readonly resume: Resume;
  readonly evidence: readonly Evidence[];
}

/**
 * Takes the same steps as `extractResume` and keeps what each one gave. A résumé as data was not read:
 * null.
 */
export function explainReading(document: CvDocument): ReadingExplained | null {
  if (document.kind === "resume") return null;
  const { streams, sections, language, resume, evidence } = takeReadingSteps(document, (_, run) =>
    run(),
  );
  return {
    lines: streams.flatMap((lines, column) =>
      lines.map(({ text, place }) => ({ text, place, column })),
    ),
    columns: streams.length,
    sections: sections.map(explainSection),
    language,
    resume,
    evidence,
  };
}

function explainSection({ kind, heading, lines }: Section): ExplainedSection {
  return {
    kind,
    heading: heading?.text ?? "",
    rule: headingRule(heading?.text ?? null),
    headingPlace: heading?.place ?? null,
    places: lines.map(({ place }) => place),
  };
}

function headingRule(text: string | null): string {
  if (text === null) return "stands before the first heading";
  return headingKind(text) ? "a heading’s word" : "set like the headings that are known";
}
