import type { Failure } from "../../../shared/failure.ts";

/** What the start screen shows of a CV being read. Times in milliseconds. */
export interface ReadingStep {
  readonly name: string;
  readonly ms: number;
  readonly detail?: string;
}

export type ReadingState =
  | { readonly status: "idle" }
  | {
      readonly status: "reading";
      readonly fileName: string;
      readonly steps: readonly ReadingStep[];
      readonly counts?: {
        readonly pages: number;
        readonly sections: number;
        readonly facts: number;
      };
    }
  | { readonly status: "failed"; readonly fileName: string; readonly failure: Failure };
