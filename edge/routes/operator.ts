import { ok } from "../../shared/failure.ts";
import { JOB_KINDS } from "../../shared/job.ts";
import { api } from "../../shared/api/table.ts";
import { exposition } from "../domain/metrics.ts";
import { route, type EdgeHono } from "../route.ts";

/** What only the operator sees and does. */
export function addOperatorRoutes(app: EdgeHono): void {
  route(app, api.operator.metrics, async ({ dependencies }) => {
    const [counted, now] = await Promise.all([dependencies.metrics.read(), dependencies.gauges()]);
    const text = exposition({ ...counted, ...now });
    return new Response(text, {
      headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" },
    });
  });

  route(app, api.operator.failedJobs, async ({ dependencies }) => {
    const lists = await Promise.all(
      JOB_KINDS.map((kind) => dependencies.queueOf(kind).listFailed()),
    );
    return ok({ jobs: lists.flat().toSorted((a, b) => b.failedAt - a.failedAt) });
  });

  route(app, api.operator.runAgain, async ({ input, dependencies }) => {
    const { jobId } = input.params;
    const again = await dependencies.job(jobId).runAgain();
    if (!again.ok) return again;
    await dependencies.queueOf(again.value.kind).removeFailed(jobId);
    return ok({ jobId });
  });
}
