import type { ResumeList } from "../../../resume.ts";
import type { FoundEntry } from "../find-entries.ts";

/** An entry of the site that a text speaks of, and where. */
export interface Mention {
  readonly list: ResumeList;
  readonly found: FoundEntry;
  /** Its name, as the site has it. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Said wholly and rightly; else by a part of it, by its kind, or with a slip of the pen. */
  readonly isWhole: boolean;
  /** 0 to 1: how surely it is meant. */
  readonly strength: number;
}
