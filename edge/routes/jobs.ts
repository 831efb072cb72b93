import { api } from "../../shared/api/table.ts";
import { route, type EdgeHono } from "../route.ts";
import { startOf } from "./event-start.ts";
import { eventStream } from "./order-job.ts";

/** A job's owner looks at it, listens to it, ends it. */
export function addJobRoutes(app: EdgeHono): void {
  route(app, api.jobs.view, ({ input, dependencies }) =>
    dependencies.job(input.params.jobId).view(),
  );

  route(app, api.jobs.events, async ({ input, dependencies, context }) => {
    const after = startOf(context, input.query.after);
    return eventStream({ dependencies }, input.params.jobId, after);
  });

  route(app, api.jobs.cancel, ({ input, dependencies }) =>
    dependencies.job(input.params.jobId).cancel(),
  );
}
