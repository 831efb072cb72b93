/** What jobs, their queue and the routes say to each other; the objects themselves don't know each other. */
import type { FailedJob } from "../../shared/api/operator.ts";
import type { Result } from "../../shared/failure.ts";
import type { JobKind, JobPriority, JobView } from "../../shared/job.ts";
import type { Meter, MeterId } from "../../shared/api/usage.ts";
import type { Tier } from "../../shared/limits.ts";
import type { MetricsDelta } from "../domain/metrics.ts";
import type { RateDecision } from "../domain/rate-limit.ts";

export interface QueuePosition {
  /** 1 is next; 0 runs, or isn't there. */
  readonly position: number;
  readonly expectedWaitMs: number;
}

/** `edge/objects/job-queue.ts`, as others call it. */
export interface QueueCalls {
  enqueue(job: {
    readonly jobId: string;
    readonly priority: JobPriority;
    /** Runs at no time beside another of its lane. */
    readonly lane?: string | undefined;
    /** It was let in before and only comes back. */
    readonly isBack: boolean;
  }): Promise<Result<QueuePosition>>;
  place(jobId: string): Promise<QueuePosition>;
  /** A try is over, or the job leaves the queue; `ranMs` is measured where it ran through. */
  leave(jobId: string, ranMs: number | null): Promise<void>;
  addFailed(job: FailedJob): Promise<void>;
  removeFailed(jobId: string): Promise<void>;
}

/** `edge/objects/job.ts`, as the queue and the routes call it. */
export interface JobCalls {
  create(order: JobOrder): Promise<Result<JobView>>;
  /** The queue gives it a place. @returns whether it takes it, or is over or gone */
  start(): Promise<"runs" | "over">;
  /** The queue tells a new place. */
  moved(place: QueuePosition): Promise<void>;
  isOwnedBy(personId: string): Promise<boolean>;
  view(): Promise<Result<JobView>>;
  /** `view`, when the job is over or after this many milliseconds. */
  viewAtEnd(waitMs: number): Promise<Result<JobView>>;
  cancel(): Promise<Result<JobView>>;
  runAgain(): Promise<Result<JobView>>;
  /** Bytes that the work kept, by name. */
  output(name: string): Promise<Uint8Array | null>;
  /** What an anonymous person began belongs to the account they now have. A second time does nothing. */
  giveTo(from: string, to: Pick<JobOrder, "personId" | "tier">): Promise<void>;
  /** Wraps its key under the current master key; where nothing is kept it does nothing. */
  wrapAnew(): Promise<void>;
  /** Ends it and removes every trace. */
  erase(): Promise<void>;
  /** The event stream: `GET /?after=3`. */
  fetch(request: Request): Promise<Response>;
}

/** `edge/objects/person-quota.ts`, as jobs call it. */
export interface QuotaCalls {
  reserve(
    meter: MeterId,
    act: { readonly id: string; readonly amount: number; readonly tier: Tier },
  ): Promise<{ readonly allowed: boolean; readonly meter: Meter }>;
  settle(meter: MeterId, act: { readonly id: string; readonly amount: number }): Promise<void>;
  release(meter: MeterId, id: string): Promise<void>;
}

/** A job of somebody's, and when it was ordered (epoch milliseconds). */
export interface KnownJob {
  readonly id: string;
  readonly kind: JobKind;
  readonly at: number;
}

/** A call of the model, before it is made. */
export interface ModelCall {
  readonly id: string;
  /** Tokens that it may take at most. */
  readonly amount: number;
  readonly tier: Tier;
  readonly messageId: string | undefined;
  readonly isRepair: boolean;
}
export interface HeldCall {
  readonly allowed: boolean;
  readonly meter: Meter;
  /** Where it is held, and settled or let go. */
  readonly meterId: "ai-tokens" | "ai-repair-tokens";
}

/** `QuotaCalls`, and what the routes ask beside. */
export interface PersonQuotaCalls extends QuotaCalls {
  reserveCall(call: ModelCall): Promise<HeldCall>;
  takeRate(tier: Tier, tokens: number): Promise<RateDecision>;
  setUsed(meter: MeterId, used: number): Promise<void>;
  usage(tier: Tier): Promise<readonly Meter[]>;
  rememberJob(id: string, kind: JobKind): Promise<{ readonly isFirst: boolean }>;
  /** Remembers jobs that were another person's; those that are known stay as they are. */
  takeJobs(jobs: readonly KnownJob[]): Promise<void>;
  jobs(): Promise<readonly KnownJob[]>;
  forget(): Promise<void>;
}

/** `QueueCalls`, and what the operator and the gauges ask beside. */
export interface JobQueueCalls extends QueueCalls {
  look(): Promise<QueueLook>;
  listFailed(): Promise<readonly FailedJob[]>;
}

export interface QueueLook {
  readonly running: number;
  readonly waiting: number;
  /** When the job began that has run longest, in epoch milliseconds; `null` where none runs. */
  readonly oldestSince: number | null;
}

/** What a new job is about. */
export interface JobOrder {
  readonly jobId: string;
  readonly kind: JobKind;
  readonly personId: string;
  readonly tier: Tier;
  readonly priority: JobPriority;
  /** Which quota object pays for model calls: the person's, or the address's of an anonymous one. */
  readonly quotaName: string;
  /** Jobs of the same lane run one after another; it tells nothing of what they are about. */
  readonly lane?: string;
  /** One id from the browser to the last log line (R5.7). */
  readonly requestId: string;
  readonly input: unknown;
  /** A file that belongs to the input. */
  readonly file?: Uint8Array;
}

/** Objects of a class by name. */
export interface Named<Calls> {
  getByName(name: string): Calls;
}

export interface MetricsCalls {
  add(delta: MetricsDelta): Promise<void>;
}
