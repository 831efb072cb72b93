import { CHECK_BELOW, type Evidence, type Place } from "../../../shared/cv-document.ts";
import type { Resume } from "../../../shared/resume.ts";
import { fieldWord, isLong, SECTION_WORDS } from "./field-words.ts";

/** One value of the résumé as the review shows it. */
export interface ReviewField {
  /** Into the résumé as it is now. */
  readonly pointer: string;
  /** Into the résumé as it was read: names the value whatever was moved since. */
  readonly readAs: string;
  readonly value: string;
  /** “Position”, “Highlight 2”. */
  readonly label: string;
  /** “Work”. */
  readonly section: string;
  /** The name of the entry it belongs to, “Tidal Software”; empty where it has none but itself. */
  readonly entry: string;
  readonly places: readonly Place[];
  readonly isUncertain: boolean;
  readonly isLong: boolean;
  readonly rule: string;
}

export interface ReviewSection {
  readonly id: string;
  readonly label: string;
  readonly fields: readonly ReviewField[];
}

export interface Review {
  /** Least certain first. */
  readonly uncertain: readonly ReviewField[];
  /** All the others, in the order of the résumé. */
  readonly sections: readonly ReviewSection[];
}

/** `readAs` where entries may have moved since (see `present-evidence.ts`), else the pointer names it. */
type FieldEvidence = Evidence & { readonly readAs?: string };

/** Keys that name an entry of a list, best first. */
const NAMING = ["name", "organization", "institution", "title", "language", "network"] as const;

/** The steps of a JSON Pointer, unescaped (RFC 6901, § 4). */
export const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The value that steps lead to; `undefined` where there is none. */
export function valueAt(root: unknown, steps: readonly string[]): unknown {
  let value = root;
  for (const step of steps) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}

/**
 * The values that were read, each with its place and words, from the evidence and the résumé as it is
 * now. What the person has removed since is left out; what isn't text can't be checked here.
 */
export function reviewFields(evidence: readonly FieldEvidence[], resume: Resume): Review {
  const certain: ReviewField[] = [];
  const uncertain: { readonly field: ReviewField; readonly confidence: number }[] = [];
  for (const one of evidence) {
    const field = fieldOf(one, resume);
    if (field === null) continue;
    if (field.isUncertain) uncertain.push({ field, confidence: one.confidence });
    else certain.push(field);
  }
  uncertain.sort((a, b) => a.confidence - b.confidence);
  const ids = [...new Set(certain.map(({ pointer }) => stepsOf(pointer)[0] ?? ""))];
  return {
    uncertain: uncertain.map(({ field }) => field),
    sections: ids.map((id) => ({
      id,
      label: SECTION_WORDS[id] ?? id,
      fields: certain.filter(({ pointer }) => stepsOf(pointer)[0] === id),
    })),
  };
}

function fieldOf(evidence: FieldEvidence, resume: Resume): ReviewField | null {
  const { pointer, places, confidence, rule } = evidence;
  const steps = stepsOf(pointer);
  const value = valueAt(resume, steps);
  const [section = ""] = steps;
  if (typeof value !== "string" || section === "meta") return null;
  const last = steps.at(-1) ?? "";
  const key = /^\d+$/.test(last) ? (steps.at(-2) ?? "") : last;
  return {
    pointer,
    readAs: evidence.readAs ?? pointer,
    value,
    ...fieldWords(resume, steps),
    places,
    isUncertain: confidence < CHECK_BELOW,
    isLong: isLong(key, value),
    rule,
  };
}

/** What a field is called, and what it belongs to. A profile's link goes by its network: “LinkedIn”. */
export function fieldWords(
  resume: Resume,
  steps: readonly string[],
): Pick<ReviewField, "label" | "section" | "entry"> {
  const [id = "", list] = steps;
  const section = SECTION_WORDS[id] ?? id;
  const last = steps.at(-1) ?? "";
  const isItem = /^\d+$/.test(last);
  const entry = entryOf(resume, steps);
  if (id === "basics" && list === "profiles" && last === "url") {
    return { label: entry || "Link", section, entry: "" };
  }
  const word = fieldWord(id, isItem ? (steps.at(-2) ?? "") : last);
  return { label: isItem ? `${word} ${Number(last) + 1}` : word, section, entry };
}

function entryOf(resume: Resume, steps: readonly string[]): string {
  const depth = steps.findIndex((step, at) => at > 0 && /^\d+$/.test(step));
  if (depth < 0 || depth === steps.length - 1) return "";
  const entry = valueAt(resume, steps.slice(0, depth + 1));
  const key = NAMING.find((name) => typeof valueAt(entry, [name]) === "string");
  return key === undefined || steps.at(-1) === key ? "" : String(valueAt(entry, [key]));
}

/** The field after one, in the order of the panel; `null` at the end. */
export function fieldAfter(review: Review, pointer: string): string | null {
  const order = [...review.uncertain, ...review.sections.flatMap(({ fields }) => fields)];
  const at = order.findIndex((field) => field.pointer === pointer);
  return order[at + 1]?.pointer ?? null;
}
