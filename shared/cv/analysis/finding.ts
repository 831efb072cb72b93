import type { Evidence, Place } from "../../cv-document.ts";
import type { Resume } from "../../resume.ts";

/** Something in a CV that could be stronger. A remark, never an error: the person may know better. */
export interface Finding {
  /** Which rule found it, `no-contact`. */
  readonly rule: string;
  /** JSON Pointer of what it is about; of the place where it would stand, when something is missing. */
  readonly pointer: string;
  /** What was found, one sentence. */
  readonly sentence: string;
  /** Why it matters to who reads the CV. */
  readonly why: string;
  /** What to do about it. */
  readonly todo: string;
}

/** A rule's own part of a finding: where, and the sentence with its names and figures. */
export interface Spotted {
  readonly pointer: string;
  readonly sentence: string;
}

export interface Rule {
  readonly id: string;
  readonly why: string;
  readonly todo: string;
  /** `today` is `YYYY-MM-DD`. */
  readonly find: (resume: Resume, today: string) => readonly Spotted[];
}

/** Where in the document a finding shows: its own value, or all the values under it. */
export function placesOfFinding(
  { pointer }: Pick<Finding, "pointer">,
  evidence: readonly Evidence[],
): readonly Place[] {
  const own = evidence.filter((one) => one.pointer === pointer);
  const inside = own.length > 0 ? own : evidence.filter((e) => e.pointer.startsWith(`${pointer}/`));
  return inside.flatMap(({ places }) => places);
}
