import type { Failure } from "../../shared/failure.ts";
import type { HostedSandboxView } from "../../shared/hosted-sandbox.ts";
import type { JobEvent } from "../../shared/job.ts";
import type { Said } from "../domain/job-run.ts";
import { HOSTED_LIFE, TIER_LIMITS } from "../../shared/limits.ts";
import type { QueuePosition } from "./job-messages.ts";
import type { SandboxRecord } from "./sandbox-record.ts";

/** A hosted sandbox as its owner sees it. */
export const sandboxView = (
  record: SandboxRecord,
  last: JobEvent | null,
  { position, expectedWaitMs }: QueuePosition,
): HostedSandboxView => ({
  sandbox_id: record.sandboxId,
  job_id: record.sandboxId,
  status: record.state,
  progress: last?.progress ?? 0,
  message: last?.message ?? "",
  position,
  expected_wait_ms: expectedWaitMs,
  created_at: record.createdAt,
  active_at: record.activeAt,
  expires_at: record.activeAt + TIER_LIMITS[record.tier].hostedIdleMs + HOSTED_LIFE.graceMs,
  portfolio_id: record.portfolioId,
  failure: record.failure,
});

export const GONE: Failure = {
  kind: "not-found",
  message: "There is no such sandbox.",
  nextStep: "Open a new one; your portfolio is safe.",
  retryable: false,
};
export const NO_PROVIDER: Failure = {
  kind: "unavailable",
  message: "Hosted sandboxes aren’t offered here.",
  nextStep: "Your site runs in the browser.",
  retryable: false,
};
export const NOT_RUNNING: Failure = {
  kind: "conflict",
  message: "The sandbox doesn’t run just now.",
  nextStep: "Open it again; it comes back with every file.",
  retryable: true,
};
export const NOT_STARTED: Failure = {
  kind: "conflict",
  message: "The sandbox isn’t running, so it can’t be stopped.",
  nextStep: "Wait until it runs, or delete it.",
  retryable: false,
};

/** Said when a machine holds more than a project may. */
export const notAllKept = (paths: readonly string[]): Said => ({
  type: "warning",
  step: "keep",
  message: `${paths.length === 1 ? "One file is" : `${paths.length} files are`} too large to be kept, and ${paths.length === 1 ? "stays" : "stay"} on the machine alone: ${paths.slice(0, 3).join(", ")}${paths.length > 3 ? " …" : ""}.`,
});
