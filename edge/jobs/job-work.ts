import type { Failure, Result } from "../../shared/failure.ts";
import type { JobResult } from "../../shared/job-result.ts";
import type { Tier } from "../../shared/limits.ts";
import type { Configuration } from "../configuration.ts";
import type { LogEntry } from "../dependencies.ts";
import type { Labels, MetricName } from "../domain/metrics.ts";
import type {
  JobCalls,
  MetricsCalls,
  Named,
  PersonQuotaCalls,
  QueueCalls,
} from "../objects/job-messages.ts";
import type { SandboxCalls, SandboxFleetCalls } from "../objects/sandbox-messages.ts";
import type { ReadingCalls } from "../objects/reading-messages.ts";

/** What a job's object is bound to. */
export interface JobEnv extends Configuration {
  readonly ASSETS: Fetcher;
  readonly BLOBS: R2Bucket;
  readonly HYPERDRIVE?: Hyperdrive;
  readonly JOB: Named<JobCalls>;
  readonly JOB_QUEUE: Named<QueueCalls>;
  readonly PERSON_QUOTA: Named<PersonQuotaCalls>;
  readonly SANDBOX: Named<SandboxCalls>;
  readonly SANDBOX_FLEET: Named<SandboxFleetCalls>;
  readonly READINGS: Named<ReadingCalls>;
  readonly METRICS: Named<MetricsCalls>;
}

/** A named step of a job, as the person sees it. */
export interface Step {
  /** Stable, for programs. */
  readonly name: string;
  /** “Reading the file”. */
  readonly title: string;
  /** Where the job's progress stands when the step is done, 0–100. */
  readonly upTo: number;
}

/** What the work of one job may use; it touches nothing else of its object. */
export interface JobContext {
  readonly jobId: string;
  readonly personId: string;
  readonly tier: Tier;
  readonly requestId: string;
  /** As the order gave it: the work checks it. */
  readonly input: unknown;
  readonly file: Uint8Array | null;
  /** Aborted when the try's time is over or the job is cancelled. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Runs a step and tells its start and end. `detail` is told with its end. */
  step<T>(
    step: Step,
    work: () => Promise<Result<T>>,
    detail?: (value: T) => string,
  ): Promise<Result<T>>;
  /** A step whose answer (JSON) is kept: in a later try it isn't done again. */
  stepOnce<T>(step: Step, work: () => Promise<Result<T>>): Promise<Result<T>>;
  warn(stepName: string, message: string): Promise<void>;
  /** Tells an event of the work's own, in `detail`. */
  tell(step: string, detail: unknown): Promise<void>;
  /** Keeps a value (JSON) for later tries. */
  remember(name: string, value: unknown): Promise<void>;
  /** What was remembered under this name; `null` where nothing was. */
  recall(name: string): Promise<unknown>;
  /** Keeps bytes with the job, for a download. */
  keep(name: string, bytes: Uint8Array): Promise<void>;
  /** The quota that pays for model calls. */
  readonly quota: PersonQuotaCalls;
  readonly count: (name: MetricName, labels?: Labels, by?: number) => void;
  readonly observe: (name: MetricName, labels: Labels, value: number) => void;
  readonly log: (entry: LogEntry) => void;
  readonly env: JobEnv;
}

/** The work of one kind of job. It may be begun again at any point: what it stores it stores under its own id. */
export type JobWork = (context: JobContext) => Promise<Result<JobResult>>;

/**
 * What is to be brought in order once a job of a kind is over without its work's end: it failed for good, or
 * was cancelled. It may be called again.
 */
export type JobEnding = (
  ended: Pick<JobContext, "jobId" | "personId" | "tier" | "input" | "env" | "now"> & {
    readonly failure: Failure;
  },
) => Promise<Result<void>>;

/** The name under which a generated project, packed, is kept with its job. */
export const PROJECT_ZIP = "project.zip";
