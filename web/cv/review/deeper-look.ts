import type { Finding } from "../../../shared/cv/analysis/finding.ts";
import type { Failure } from "../../../shared/failure.ts";

/** A model's look at the CV, beyond what rules see. */
export interface DeeperLook {
  /** What it found in the CV as it is now; `null` until it was asked. */
  readonly findings: readonly Finding[] | null;
  readonly isLooking: boolean;
  readonly failure: Failure | null;
  readonly look: () => void;
  readonly stop: () => void;
}
