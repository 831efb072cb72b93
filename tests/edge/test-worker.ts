/** The real worker, but that the caller is who a header says: tests sign nobody in a thousand times. */
import { createApp } from "../../edge/app.ts";
import { composeRequest } from "../../edge/compose.ts";
import type { Tier } from "../../shared/limits.ts";

export { HostedSandbox } from "../../edge/objects/hosted-sandbox.ts";
export { Job } from "../../edge/objects/job.ts";
export { JobQueue } from "../../edge/objects/job-queue.ts";
export { MetricsBoard } from "../../edge/objects/metrics-board.ts";
export { PersonQuota } from "../../edge/objects/person-quota.ts";
export { ReadingCache } from "../../edge/objects/reading-cache.ts";
export { SandboxFleet } from "../../edge/objects/sandbox-fleet.ts";
export { SignInGuard } from "../../edge/objects/sign-in-guard.ts";

export default createApp((env, afterAnswer, requestId) => ({
  ...composeRequest(env, afterAnswer, requestId),
  isOperator: async (request) => request.headers.has("x-test-operator"),
  // Whom a header names is in no database.
  isThere: async () => true,
  callerOf: async (request) => {
    const personId = request.headers.get("x-test-person");
    const tier = (request.headers.get("x-test-tier") ?? "premium") as Tier;
    return personId ? { personId, sessionId: "test", tier } : null;
  },
}));
