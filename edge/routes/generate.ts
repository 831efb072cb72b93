import { api } from "../../shared/api/table.ts";
import { fail } from "../../shared/failure.ts";
import { PROJECT_ZIP } from "../jobs/job-work.ts";
import { route, type EdgeHono } from "../route.ts";
import { orderStream } from "./order-job.ts";

/** A portfolio made on the server, and its project to take away. */
export function addGenerateRoutes(app: EdgeHono): void {
  route(app, api.generate.portfolio, (call) =>
    orderStream(call, {
      kind: "portfolio-generate",
      meter: "generations",
      input: call.input.body,
    }),
  );

  route(app, api.generate.download, async ({ input, dependencies }) => {
    const job = dependencies.job(input.params.jobId);
    const view = await job.view();
    const bytes =
      view.ok && view.value.status === "complete" ? await job.output(PROJECT_ZIP) : null;
    if (!bytes) {
      return fail({
        kind: "not-found",
        message: "This job has no project to download.",
        nextStep: "Wait until it is complete; its events say when.",
        retryable: false,
      });
    }
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        "content-type": "application/zip",
        "content-disposition": 'attachment; filename="portfolio.zip"',
        "cache-control": "no-store",
      },
    });
  });
}
