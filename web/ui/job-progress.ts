import type { Failure, FailureKind } from "../../shared/failure.ts";
import type { JobEvent } from "../../shared/job.ts";
import { jobFailureSchema, queuePlaceSchema, type QueuePlace } from "../../shared/job-result.ts";
import type { ProgressStep } from "./ProgressSteps.tsx";
import { shownTime } from "./shown-time.ts";

/** A job as its events have told it so far. */
export interface JobProgressState {
  readonly status: "starting" | "queued" | "running" | "complete" | "failed" | "cancelled";
  /** `null` until the first event names it. */
  readonly jobId: string | null;
  /** Where it stands in the queue; `null` once it runs. */
  readonly place: QueuePlace | null;
  /** 0–100. */
  readonly progress: number;
  readonly steps: readonly (ProgressStep & { readonly id: string })[];
  /** What the person should know though the job goes on. */
  readonly warnings: readonly string[];
  readonly log: readonly JobEvent[];
  /** What came of it, unchecked; only when `complete`. */
  readonly result: unknown;
  readonly failure: Failure | null;
}

export const JOB_STARTING: JobProgressState = {
  status: "starting",
  jobId: null,
  place: null,
  progress: 0,
  steps: [],
  warnings: [],
  log: [],
  result: undefined,
  failure: null,
};

const QUEUE = "queue";

/** The state after one more event; events come in order, each once. */
export function afterEvent(state: JobProgressState, event: JobEvent): JobProgressState {
  const next = { ...state, progress: event.progress, log: [...state.log, event] };
  if (event.type === "complete") {
    const steps = state.steps.map((step) => ({ ...step, state: "done" as const }));
    return { ...next, status: "complete", place: null, steps, result: event.detail };
  }
  if (event.type === "error") return ended(next, event);
  if (event.type === "warning") return { ...next, warnings: [...state.warnings, event.message] };
  if (event.step === QUEUE) return queued(next, event);
  return { ...next, status: "running", place: null, steps: afterStep(state.steps, event) };
}

function ended(state: JobProgressState, event: JobEvent): JobProgressState {
  const failure = failureOf(event);
  return {
    ...state,
    status: failure.kind === "cancelled" ? "cancelled" : "failed",
    place: null,
    failure,
    steps: state.steps.map((step) => (step.state === "now" ? { ...step, state: "failed" } : step)),
  };
}

function queued(state: JobProgressState, event: JobEvent): JobProgressState {
  const place = queuePlaceSchema.safeParse(event.detail);
  if (!place.success) return state;
  const waits = place.data.position > 0;
  return {
    ...state,
    status: waits ? "queued" : "running",
    jobId: place.data.jobId,
    place: waits ? place.data : null,
  };
}

/** A step's first event is its start, its second its end, which says what it found after a colon. */
function afterStep(steps: JobProgressState["steps"], event: JobEvent): JobProgressState["steps"] {
  const known = steps.find(({ id }) => id === event.step);
  if (!known) return [...steps, { id: event.step, name: event.message, state: "now" }];
  const found = event.message.startsWith(`${known.name}: `)
    ? { detail: event.message.slice(known.name.length + 2) }
    : {};
  return steps.map((step) =>
    step === known ? { ...step, state: "done", ms: event.duration, ...found } : step,
  );
}

function failureOf({ detail, message }: JobEvent): Failure {
  const given = jobFailureSchema.safeParse(detail);
  if (given.success) return { ...given.data, kind: given.data.kind as FailureKind };
  const nextStep = "Try again in a moment. Nothing of yours was changed.";
  return { kind: "unavailable", message, nextStep, retryable: true };
}

/** “You are next”, “Number 3 in the queue, about 40.0 s”. */
export function placeWords({ position, expectedWaitMs }: QueuePlace): string {
  const where = position === 1 ? "You are next" : `Number ${position} in the queue`;
  return expectedWaitMs > 0 ? `${where}, about ${shownTime(expectedWaitMs)} to wait` : where;
}

/** The log as text, a line for each event: time (UTC), step, what was said, how long it took. */
export const logText = (log: readonly JobEvent[]): string =>
  log
    .map(({ at, type, step, message, duration }) => {
      const time = new Date(at).toISOString().slice(11, 23);
      const kind = type === "step" || type === "progress" ? "" : `${type}: `;
      return `${time}  ${step}  ${kind}${message}${duration > 0 ? ` (${shownTime(duration)})` : ""}`;
    })
    .join("\n");
