import type { SectionKind } from "./heading-words.ts";
import type { Line } from "./line.ts";

/** A stretch of a CV under one heading. */
export interface Section {
  /** `header` is what stands before the first heading: name, contact, often a summary. */
  readonly kind: SectionKind | "header";
  readonly heading: Line | null;
  readonly lines: readonly Line[];
}
