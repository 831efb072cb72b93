/**
 * What the reading step (web/cv/read, later edge/cv) gives to the extraction (shared/cv): text runs
 * with places, never a format's own objects. And what the extraction gives back: a résumé with
 * evidence for each value.
 */
import type { Resume } from "./resume.ts";

/** In PDF points (1/72 inch), origin at the page's top left, y downwards. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextRun {
  readonly text: string;
  readonly page: number; // 0-based
  readonly box: Box;
  /** Points. */
  readonly fontSize: number;
  readonly fontName: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Degrees by which the text is turned against the clock; absent for text that stands upright. */
  readonly angle?: 90 | 180 | 270;
  /** sRGB hex, `#rrggbb`; absent when the format doesn't tell. */
  readonly colour?: string;
  /** Target of a link over this run. */
  readonly href?: string;
}

/** A line of a flow format (DOCX, TXT, Markdown, HTML): order is reading order; no geometry needed. */
export interface FlowLine {
  readonly text: string;
  /** 1-based line or paragraph number in the source. */
  readonly line: number;
  /** 1–6 for headings the format marks as such. */
  readonly headingLevel?: number;
  readonly bullet?: boolean;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontSize?: number;
  /** Cells of a table row, or parts set apart by a tab. */
  readonly cells?: readonly string[];
  readonly links?: readonly { readonly text: string; readonly href: string }[];
}

export type CvDocument =
  | {
      readonly kind: "pages";
      readonly format: "pdf";
      readonly pages: readonly { readonly width: number; readonly height: number }[];
      readonly runs: readonly TextRun[];
      /** Found but not to be read: white on white, off the page, tiny (R1.9). */
      readonly hidden: readonly TextRun[];
    }
  | {
      readonly kind: "flow";
      readonly format: "docx" | "txt" | "markdown" | "html";
      readonly lines: readonly FlowLine[];
    }
  | {
      readonly kind: "resume";
      readonly format: "json-resume" | "linkedin";
      readonly resume: Resume;
    };

/** Where a value was found. */
export type Place =
  | { readonly kind: "box"; readonly page: number; readonly box: Box }
  | { readonly kind: "line"; readonly line: number };

export interface Evidence {
  /** JSON Pointer into the résumé, e.g. `/work/0/position` (RFC 6901). */
  readonly pointer: string;
  readonly places: readonly Place[];
  /** 0–1. Below `CHECK_BELOW` the review asks the person to look. */
  readonly confidence: number;
  /** The rule that decided, for “How was this read?”. */
  readonly rule: string;
}

export const CHECK_BELOW = 0.6;

export interface Extraction {
  readonly resume: Resume;
  readonly evidence: readonly Evidence[];
  readonly counts: { readonly pages: number; readonly sections: number; readonly facts: number };
  /** Named steps with their time in milliseconds, in order. */
  readonly steps: readonly { readonly name: string; readonly ms: number }[];
}
