import type { Place } from "../cv-document.ts";
import type { Line } from "./line.ts";

/** A value with where it stood, how sure the rule is, and the rule. */
export interface Found {
  readonly value: string;
  readonly places: readonly Place[];
  readonly confidence: number;
  readonly rule: string;
}

/** What a field step gives: the résumé's shape with evidence at each leaf. */
export type FoundTree = { readonly [key: string]: Found | FoundTree | FoundList | undefined };
export type FoundList = readonly (Found | FoundTree)[];

/** A value read from lines. Text is trimmed of the separators around it. */
export function found(
  value: string,
  lines: readonly Line[],
  confidence: number,
  rule: string,
): Found | undefined {
  const clean = trimSeparators(value);
  if (!clean) return undefined;
  return { value: clean, places: lines.map((line) => line.place), confidence, rule };
}

/** Takes away spaces and separators that belong to the layout, not to the value. */
export function trimSeparators(text: string): string {
  const trimmed = text
    .replace(/[\u00ad\ue000-\uf8ff]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:|·•–—\-/]+(?=\S)/u, "")
    .replace(/[\s,;:|·•–—/(（]+$/u, "")
    .trim();
  return trimmed.replace(/^\(([^()]*)\)$/, "$1").trim();
}

export const isFound = (node: Found | FoundTree | FoundList): node is Found =>
  "value" in node && "rule" in node;
