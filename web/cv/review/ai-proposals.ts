import type { Extraction } from "../../../shared/cv-document.ts";
import type { CvExtraction } from "../../../shared/job-result.ts";
import { RESUME_LISTS, type Resume } from "../../../shared/resume.ts";
import { fieldWord, SECTION_WORDS } from "./field-words.ts";
import { pointersNow, presentEvidence } from "./present-evidence.ts";
import { fieldWords, stepsOf, valueAt } from "./review-fields.ts";

/** One thing that a model read otherwise than the résumé has it now. */
export interface AiProposal {
  /** Stays the same while the résumé changes. */
  readonly id: string;
  /** Into the résumé as it is now; a last step `-` adds to the list (RFC 6902). */
  readonly pointer: string;
  readonly value: unknown;
  /** The value in words, and what stands there now; `null` for something new. */
  readonly words: string;
  readonly before: string | null;
  /** “Position”. */
  readonly label: string;
  /** “Work · Tidal Software”. */
  readonly of: string;
  /** Whether the document holds it (R1.9). What it doesn't hold is never accepted together with others. */
  readonly isInCv: boolean;
  /** The person wrote what stands there now: it isn't overwritten together with others. */
  readonly isYours: boolean;
}

type Found = Pick<AiProposal, "id" | "pointer" | "value" | "isInCv">;

/**
 * What a model's reading would change in the résumé as it is now, in the résumé's order: values that
 * are new or differ, entries that aren't there, and last what the document doesn't hold. Details of an
 * entry that isn't there come once it is. Nothing is proposed to be removed.
 */
export function aiProposals(
  reading: Pick<CvExtraction, "resume" | "proposals">,
  now: Resume,
  local: Pick<Extraction, "resume" | "evidence">,
): readonly AiProposal[] {
  const pointerNow = pointersNow(reading.resume, now);
  const found: Found[] = [];
  const walk = (value: unknown, pointer: string): void => {
    const place = pointerNow(pointer);
    if (place === null) {
      const list = pointerNow(parentOf(pointer));
      if (list === null) return;
      found.push({ id: pointer, pointer: `${list}/-`, value, isInCv: true });
    } else if (typeof value === "string") {
      if (!isSame(value, valueAt(now, stepsOf(place))))
        found.push({ id: pointer, pointer: place, value, isInCv: true });
    } else if (typeof value === "object" && value !== null) {
      for (const [key, child] of Object.entries(value)) walk(child, `${pointer}/${escaped(key)}`);
    }
  };
  for (const key of ["basics", ...RESUME_LISTS]) {
    const value = reading.resume[key as keyof Resume];
    if (value !== undefined) walk(value, `/${key}`);
  }
  for (const { pointer, value } of reading.proposals) {
    const place = placeOf(pointer, pointerNow);
    if (place === null || isThere(value, place, now)) continue;
    found.push({
      id: `${pointer} ${JSON.stringify(value)}`,
      pointer: place,
      value,
      isInCv: false,
    });
  }
  const machineRead = valuesAsRead(now, local);
  return found.map((one) => inWords(one, now, machineRead));
}

const parentOf = (pointer: string) => pointer.slice(0, pointer.lastIndexOf("/"));
const escaped = (key: string) => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** A pointer into the model's résumé, which may add to a list, as one into the present résumé. */
function placeOf(pointer: string, pointerNow: (pointer: string) => string | null): string | null {
  if (!pointer.endsWith("/-")) return pointerNow(pointer);
  const list = pointerNow(parentOf(pointer));
  return list === null ? null : `${list}/-`;
}

function isThere(value: unknown, pointer: string, now: Resume): boolean {
  if (!pointer.endsWith("/-")) return isSame(value, valueAt(now, stepsOf(pointer)));
  const list = valueAt(now, stepsOf(parentOf(pointer)));
  return Array.isArray(list) && list.some((item) => isSame(value, item));
}

/** Letters and digits alone: case, spaces, punctuation and a link's beginning make no difference. */
const squeeze = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^(https?:\/\/(www\.)?|mailto:|tel:)/, "")
    .replaceAll(/[^\p{L}\p{N}+#]/gu, "");

function isSame(value: unknown, now: unknown): boolean {
  if (typeof value === "string" && typeof now === "string") return squeeze(value) === squeeze(now);
  return JSON.stringify(value) === JSON.stringify(now);
}

/** The pointers whose value is still what was read here, untouched by the person. */
function valuesAsRead(now: Resume, local: Pick<Extraction, "resume" | "evidence">): Set<string> {
  return new Set(
    presentEvidence(local.evidence, local.resume, now)
      .filter(
        ({ pointer, readAs }) =>
          valueAt(now, stepsOf(pointer)) === valueAt(local.resume, stepsOf(readAs)),
      )
      .map(({ pointer }) => pointer),
  );
}

function inWords(one: Found, now: Resume, machineRead: ReadonlySet<string>): AiProposal {
  const steps = stepsOf(one.pointer);
  const present = valueAt(now, steps);
  const before = typeof present === "string" && present.trim() !== "" ? present : null;
  const isNewItem = steps.at(-1) === "-";
  const { label, section, entry } = isNewItem ? newItemWords(now, steps) : fieldWords(now, steps);
  return {
    ...one,
    words: valueWords(one.value),
    before,
    label,
    of: [section === label ? "" : section, entry].filter(Boolean).join(" · "),
    isYours: before !== null && !machineRead.has(one.pointer),
  };
}

/** An item that is added is named by its list: a new highlight, a new entry under Work. */
function newItemWords(now: Resume, steps: readonly string[]) {
  const [id = "", key = ""] = [steps[0], steps.at(-2)];
  const { section, entry } = fieldWords(now, [...steps.slice(0, -1), "0"]);
  return steps.length === 2
    ? { label: `New under ${SECTION_WORDS[id] ?? id}`, section: "", entry: "" }
    : { label: fieldWord(id, key), section, entry };
}

/** All that a value says, in one line. */
export function valueWords(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null || typeof value !== "object") return String(value ?? "");
  return Object.values(value).map(valueWords).filter(Boolean).join(" · ");
}
