import { api } from "../../shared/api/table.ts";
import { route, type EdgeHono } from "../route.ts";
import { eventStream } from "./order-job.ts";

/** A job's owner looks at it, listens to it, ends it. */
export function addJobRoutes(app: EdgeHono): void {
  route(app, api.jobs.view, ({ input, dependencies }) =>
    dependencies.job(input.params.jobId).view(),
  );

  route(app, api.jobs.events, async ({ input, dependencies, context }) => {
    const header = Number(context.req.header("last-event-id"));
    const after = Number.isInteger(header) && header > 0 ? header : (input.query.after ?? 0);
    return eventStream({ dependencies }, input.params.jobId, after);
  });

  route(app, api.jobs.cancel, ({ input, dependencies }) =>
    dependencies.job(input.params.jobId).cancel(),
  );
}
