import { createApp } from "./app.ts";
import { composeRequest } from "./compose.ts";
import type { Env } from "./env.ts";
import { withCrashReports } from "./observe/crash-reports.ts";

const app = createApp(composeRequest);

export { MetricsBoard } from "./objects/metrics-board.ts";

export default {
  fetch: (request, env, context) =>
    withCrashReports(env, request, context, async () => app.fetch(request, env, context)),
} satisfies ExportedHandler<Env>;
