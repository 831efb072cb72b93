import type { Failure } from "../../shared/failure.ts";
import type { JobEvent, JobStatus } from "../../shared/job.ts";
import type { JobKind } from "../../shared/job.ts";
import { AGENT_JOB_LIMITS, JOB_LIMITS } from "../../shared/limits.ts";

/** Before the second try, in milliseconds; before each further one four times as long. */
const BACKOFF_MS = 1_000;

/** Milliseconds that one try of a kind may take. */
export const tryMsOf = (kind: JobKind): number =>
  kind === "agent-message" ? AGENT_JOB_LIMITS.tryMs : JOB_LIMITS.tryMs;

/** What follows a try that failed. */
export type AfterFailure =
  | { readonly next: "try-again"; readonly inMs: number }
  /** `forOperator`: it failed on our side, so somebody should look at it. */
  | { readonly next: "fail"; readonly forOperator: boolean };

/**
 * Decides after a failed try. What another try can't mend (a damaged file) fails at once.
 * @param tries tries begun, this one included
 * @param chance 0 up to 1: spreads tries that failed together
 */
export function afterFailure(
  failure: Pick<Failure, "retryable" | "retryAfterMs">,
  tries: number,
  chance: number,
): AfterFailure {
  if (!failure.retryable) return { next: "fail", forOperator: false };
  if (tries >= JOB_LIMITS.tries) return { next: "fail", forOperator: true };
  const backoff = BACKOFF_MS * 4 ** (tries - 1) * (0.5 + chance / 2);
  return { next: "try-again", inMs: Math.max(Math.round(backoff), failure.retryAfterMs ?? 0) };
}

const NEXT: Readonly<Record<JobStatus, readonly JobStatus[]>> = {
  queued: ["running", "cancelled", "failed"],
  running: ["queued", "complete", "failed", "cancelled"],
  complete: [],
  // The operator runs it again.
  failed: ["queued"],
  cancelled: [],
};

/** Whether a job may go from one status to another. */
export const mayBecome = (from: JobStatus, to: JobStatus): boolean => NEXT[from].includes(to);

/** Whether a job is over; only the operator can bring a failed one back. */
export const isOver = (status: JobStatus): boolean =>
  status === "complete" || status === "failed" || status === "cancelled";

/** What is said; number, time and the rest are added. */
export interface Said {
  readonly type: JobEvent["type"];
  readonly step: string;
  readonly progress?: number;
  readonly message: string;
  readonly duration?: number;
  readonly detail?: unknown;
}

/**
 * The event after `last` (`null`: the first). Numbers have no gaps; progress never falls, but begins anew
 * where the work was done and is done again (a sandbox that is woken).
 */
export function nextEvent(
  last: (Pick<JobEvent, "id" | "progress"> & { readonly type?: JobEvent["type"] }) | null,
  said: Said,
  at: number,
): JobEvent {
  const before = last?.type === "complete" ? 0 : (last?.progress ?? 0);
  return {
    id: (last?.id ?? 0) + 1,
    type: said.type,
    at,
    step: said.step,
    progress: Math.min(100, Math.max(before, said.progress ?? before)),
    message: said.message,
    duration: Math.max(0, said.duration ?? 0),
    ...(said.detail === undefined ? {} : { detail: said.detail }),
  };
}
