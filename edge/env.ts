import type { Configuration } from "./configuration.ts";
import type { JobCalls, JobQueueCalls, Named, PersonQuotaCalls } from "./objects/job-messages.ts";
import type { MetricsBoard } from "./objects/metrics-board.ts";
import type { SignInGuard } from "./objects/sign-in-guard.ts";
import type { SandboxCalls, SandboxFleetCalls } from "./objects/sandbox-messages.ts";
import type { ReadingCalls } from "./objects/reading-messages.ts";

/** What wrangler.toml binds, beside the configuration. */
export interface Env extends Configuration {
  readonly ASSETS: Fetcher;
  /** Contents of files and CVs, compressed and encrypted. */
  readonly BLOBS: R2Bucket;
  /** Where the daily backup goes; without it there is none. */
  readonly BACKUPS?: R2Bucket;
  /** One for each person, or address of an anonymous one: rate limit and quotas. */
  readonly PERSON_QUOTA: Named<PersonQuotaCalls>;
  /** One for each job: its steps and its event log. */
  readonly JOB: Named<JobCalls>;
  /** One for each kind of job: who runs, who waits. */
  readonly JOB_QUEUE: Named<JobQueueCalls>;
  /** One for each hosted sandbox. */
  readonly SANDBOX: Named<SandboxCalls>;
  /** One for all: places, queue, warm pool. */
  readonly SANDBOX_FLEET: Named<SandboxFleetCalls>;
  /** One for each person: what was read of their CVs, for a month. */
  readonly READINGS: Named<ReadingCalls>;
  /** One for each account and address: failed attempts to sign in. */
  readonly SIGN_IN_GUARD: DurableObjectNamespace<SignInGuard>;
  /** Counters of all isolates, for `/metrics`. */
  readonly METRICS: DurableObjectNamespace<MetricsBoard>;
  /** Production's way to Postgres; absent on one machine. */
  readonly HYPERDRIVE?: Hyperdrive;
  /** On one machine: derives keys from passwords beside the one thread that serves; see `scripts/local/`. */
  readonly KEY_DERIVER?: Fetcher;
}
