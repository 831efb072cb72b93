import type { CvDocument, Extraction } from "../../../shared/cv-document.ts";
import type { Result } from "../../../shared/failure.ts";

/** What a read gives: the document as read, and the résumé found in it. */
export interface CvReading {
  readonly document: CvDocument;
  readonly extraction: Extraction;
}

export interface ReadStep {
  readonly name: string;
  /** Milliseconds. */
  readonly ms: number;
  /** What was found, in few words: “2 pages”, “7 sections”. */
  readonly detail?: string;
}

/** To the worker. */
export type ReaderRequest =
  | { readonly kind: "warm-up" }
  | {
      readonly kind: "read";
      readonly id: number;
      readonly name: string;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: "read-text"; readonly id: number; readonly text: string };

/** From the worker. `alive` says what it does next: fetch its parts over the network, or read on. */
export type ReaderEvent =
  | { readonly kind: "alive"; readonly id: number; readonly next: "load" | "read" }
  | { readonly kind: "step"; readonly id: number; readonly step: ReadStep }
  | { readonly kind: "done"; readonly id: number; readonly result: Result<CvReading> };
