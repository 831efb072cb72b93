import { createApp } from "./app.ts";
import { composeScheduled } from "./compose-scheduled.ts";
import { composeRequest } from "./compose.ts";
import type { Env } from "./env.ts";
import { runScheduled } from "./scheduled/run-scheduled.ts";

const app = createApp(composeRequest);

export { HostedSandbox } from "./objects/hosted-sandbox.ts";
export { Job } from "./objects/job.ts";
export { JobQueue } from "./objects/job-queue.ts";
export { MetricsBoard } from "./objects/metrics-board.ts";
export { SandboxFleet } from "./objects/sandbox-fleet.ts";
export { SignInGuard } from "./objects/sign-in-guard.ts";
export { PersonQuota } from "./objects/person-quota.ts";
export { ReadingCache } from "./objects/reading-cache.ts";

export default {
  fetch: (request, env, context) => app.fetch(request, env, context),
  scheduled: async (controller, env, context) => {
    const { context: work, done } = composeScheduled(env, (later) => context.waitUntil(later));
    await runScheduled(controller.cron, work);
    done();
  },
} satisfies ExportedHandler<Env>;
