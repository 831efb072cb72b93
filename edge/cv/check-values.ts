import type { CvDocument, Place } from "../../shared/cv-document.ts";
import { findDates } from "../../shared/cv/fields/dates.ts";
import { readLines } from "../../shared/cv/read-lines.ts";
import type { CvExtraction, Proposal } from "../../shared/job-result.ts";
import { RESUME_LISTS, resumeSchema, type Resume } from "../../shared/resume.ts";

/** A source's visible text, line by line; places where it has them. */
export interface SourceLine {
  readonly text: string;
  readonly place?: Place;
}

/** The lines that a person sees in a document, in reading order; hidden text is none of them (R1.9). */
export function visibleLines(document: CvDocument): SourceLine[] {
  if (document.kind !== "resume") {
    return readLines(document).flatMap((lines) =>
      lines.map(({ text, place }) => ({ text, place })),
    );
  }
  const leaves: SourceLine[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === "string") leaves.push({ text: value });
    else if (value !== null && typeof value === "object") Object.values(value).forEach(walk);
  };
  walk(document.resume);
  return leaves;
}

/** Letters and digits only, without case, accents or the line's breaks. */
const squeeze = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+#]/gu, "");

const words = (text: string): string[] =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}+#]+/u);

/** So short a value stands in almost any text by chance: it must be a word there. */
const SHORT = 4;
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

export interface Checked {
  readonly resume: Resume;
  readonly proposals: readonly Proposal[];
  /** Pointer of each kept value → where it stands. */
  readonly places: ReadonlyMap<string, readonly Place[]>;
}

/**
 * Sets apart what a model gave and the source doesn't hold (R1.9). A value is held when its letters and
 * digits stand there in one piece, a date when a date there means it. What isn't is proposed, and off.
 */
export function checkValues(given: Resume, lines: readonly SourceLine[]): Checked {
  const proposals: Proposal[] = [];
  const places = new Map<string, readonly Place[]>();
  const source = sourceOf(lines);

  const propose = (pointer: string, value: unknown) =>
    void proposals.push({ pointer, value, reason: "This is not in your CV." });

  function keep(value: unknown, pointer: string): unknown {
    if (typeof value === "string") {
      if (value.trim() === "") return undefined;
      const found = source.find(value);
      if (!found) return void propose(pointer, value);
      places.set(pointer, found);
      return value;
    }
    if (Array.isArray(value)) return keepList(value, pointer);
    if (value === null || typeof value !== "object") return undefined;
    const kept = Object.entries(value).flatMap(([key, child]) => {
      const one = keep(child, `${pointer}/${key}`);
      return one === undefined ? [] : [[key, one] as const];
    });
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }

  /** An entry none of whose values is there is proposed as a whole, to be added at the end. */
  function keepList(items: readonly unknown[], pointer: string): unknown {
    const kept: unknown[] = [];
    for (const item of items) {
      const before = proposals.length;
      const one = keep(item, `${pointer}/${kept.length}`);
      if (one !== undefined) kept.push(one);
      else if (proposals.length > before) {
        proposals.length = before;
        propose(`${pointer}/-`, item);
      }
    }
    return kept.length > 0 ? kept : undefined;
  }

  const known = ["basics", ...RESUME_LISTS].flatMap((key) => {
    const kept = keep((given as Record<string, unknown>)[key], `/${key}`);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return { resume: resumeSchema.parse(Object.fromEntries(known)), proposals, places };
}

function sourceOf(lines: readonly SourceLine[]) {
  const squeezed = lines.map(({ text }) => squeeze(text));
  const whole = squeezed.join("");
  const allWords = new Set(lines.flatMap(({ text }) => words(text)));
  const dates = new Set(lines.flatMap(({ text }) => datesIn(text)));
  const placesOf = (part: string): Place[] => {
    const index = squeezed.findIndex(
      (line) => line.includes(part) || (line && part.startsWith(line)),
    );
    const place = lines[index]?.place;
    return place ? [place] : [];
  };
  return {
    /** Where a value stands; `null` when it doesn't. */
    find(value: string): readonly Place[] | null {
      if (DATE.test(value)) return dates.has(value) ? [] : null;
      const part = squeeze(
        value.replace(/^https?:\/\/(www\.)?/i, "").replace(/^(mailto|tel):/i, ""),
      );
      if (part === "") return null;
      const there =
        part.length < SHORT
          ? words(value).every((word) => allWords.has(word) || word === "")
          : whole.includes(part);
      return there ? placesOf(part) : null;
    },
  };
}

/** Every date that a line tells, with its year and its month by themselves. */
function datesIn(text: string): string[] {
  const found: string[] = [];
  let rest = text;
  for (let range = findDates(rest); range; range = findDates(rest)) {
    for (const date of [range.start, range.end]) {
      if (date) found.push(date, date.slice(0, 7), date.slice(0, 4));
    }
    rest = rest.slice(range.index + Math.max(1, range.length));
  }
  return found;
}

/** Evidence of the kept values: what the rules found too is surer than what the model found alone. */
export function evidenceOf(
  { resume, places }: Checked,
  byRules: Pick<CvExtraction, "evidence" | "resume">,
): CvExtraction["evidence"] {
  const sure = new Set(leaves(byRules.resume).map(([, value]) => squeeze(value)));
  const rulePlaces = new Map(
    byRules.evidence.map(({ pointer, places }) => [squeeze(at(byRules.resume, pointer)), places]),
  );
  return leaves(resume).map(([pointer, value]) => {
    const both = sure.has(squeeze(value));
    const found = rulePlaces.get(squeeze(value)) ?? (places.get(pointer) as never) ?? [];
    return {
      pointer,
      places: [...found],
      confidence: both ? 0.95 : 0.75,
      rule: both ? "the model and the rules agree" : "the model, found in the document",
    };
  });
}

function leaves(value: unknown, pointer = ""): [string, string][] {
  if (typeof value === "string") return [[pointer, value]];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${pointer}/${key}`));
}

function at(value: unknown, pointer: string): string {
  let here = value;
  for (const key of pointer.split("/").slice(1)) here = (here as Record<string, unknown>)?.[key];
  return typeof here === "string" ? here : "";
}
