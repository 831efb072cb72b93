import { api } from "../../shared/api/table.ts";
import { toPrintHtml } from "../../shared/cv/out/to-html.ts";
import { toMarkdown } from "../../shared/cv/out/to-markdown.ts";
import { fail, type Failure, type Result } from "../../shared/failure.ts";
import type { JobView } from "../../shared/job.ts";
import { jobResultSchema } from "../../shared/job-result.ts";
import type { Resume } from "../../shared/resume.ts";
import { route, type EdgeHono } from "../route.ts";
import { orderJob, orderStream } from "./order-job.ts";

/** What is done within this time is answered at once; else the job's id is. */
const WAIT_MS = 10_000;

/** The CV API (R5.10). */
export function addCvRoutes(app: EdgeHono): void {
  route(app, api.cv.extract, async (call) => {
    const file = call.input.body.file as unknown as Blob & { readonly name: string };
    return orderStream(call, {
      kind: "cv-extract",
      meter: "uploads",
      input: { name: file.name, ...(await modelFor(call, call.input.body.withModel === "true")) },
      file: new Uint8Array(await file.arrayBuffer()),
    });
  });

  route(app, api.cv.analyse, async (call) => {
    const { body } = call.input;
    const input = { ...body, ...(await modelFor(call, body.withModel ?? false)) };
    const order = { kind: "cv-analyse", meter: "analyses", input } as const;
    return waitFor(call, await orderJob(call, order));
  });

  route(app, api.cv.generate, async (call) => {
    const { body } = call.input;
    const input = { ...body, ...(await modelFor(call, body.withModel ?? false)) };
    const order = { kind: "cv-generate", meter: "generations", input } as const;
    return waitFor(call, await orderJob(call, order));
  });

  route(app, api.cv.status, ({ input, dependencies }) =>
    dependencies.job(input.params.job_id).view(),
  );

  route(app, api.cv.download, async ({ input, dependencies }) => {
    const view = await dependencies.job(input.params.job_id).view();
    if (!view.ok) return view;
    const result = jobResultSchema.safeParse(view.value.result);
    if (!result.success || !("resume" in result.data)) return fail(NOTHING_YET);
    return FORMATS[input.query.format](result.data.resume);
  });
}

/** Whether a job uses the model: where it is asked for and switched on for the person (R5.5). */
export async function modelFor(
  { dependencies, caller }: Parameters<typeof orderJob>[0],
  isAsked: boolean,
): Promise<{ withModel: boolean; isModelHeldBack: boolean }> {
  const withModel = isAsked && (await dependencies.hasFeature("reading-model", caller));
  return { withModel, isModelHeldBack: isAsked && !withModel };
}

async function waitFor(
  { dependencies }: Parameters<typeof orderJob>[0],
  made: Result<JobView>,
): Promise<Result<JobView>> {
  return made.ok ? dependencies.job(made.value.id).viewAtEnd(WAIT_MS) : made;
}

const file = (body: string, type: string, name: string) =>
  new Response(body, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });

const FORMATS: Readonly<Record<"json" | "markdown" | "html", (resume: Resume) => Response>> = {
  json: (resume) => file(JSON.stringify(resume, null, 2), "application/json", "resume.json"),
  markdown: (resume) => file(toMarkdown(resume), "text/markdown", "cv.md"),
  html: (resume) => file(toPrintHtml(resume), "text/html", "cv.html"),
};

const NOTHING_YET: Failure = {
  kind: "not-found",
  message: "This job has no résumé to download.",
  nextStep: "Wait until it is complete; its status says when.",
  retryable: false,
};
