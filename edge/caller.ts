import type { Tier } from "../shared/limits.ts";

/** Who sends a request. */
export interface Caller {
  readonly personId: string;
  readonly sessionId: string;
  readonly tier: Tier;
}
