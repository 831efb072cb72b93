import { z } from "zod";
import { jobEventSchema, jobViewSchema } from "../job.ts";
import { endpoint } from "./endpoint.ts";

const TAG = "Jobs";
const params = z.object({ jobId: z.string() });
const access = { owner: "job", param: "jobId" } as const;

export const jobs = {
  view: endpoint({
    method: "GET",
    path: "/api/jobs/{jobId}",
    access,
    byKey: "read",
    summary: "Where a job stands, and what came of it",
    tag: TAG,
    params,
    output: jobViewSchema,
  }),
  events: endpoint({
    method: "GET",
    path: "/api/jobs/{jobId}/events",
    access,
    byKey: "read",
    summary: "A job’s events from the first, or from after Last-Event-ID; ends with the job",
    tag: TAG,
    params,
    /** For clients that can't set a header. */
    query: z.object({ after: z.coerce.number().int().nonnegative().optional() }),
    output: jobEventSchema,
    answers: "sse",
  }),
  cancel: endpoint({
    method: "POST",
    path: "/api/jobs/{jobId}/cancel",
    access,
    byKey: "write",
    summary: "Ends a job and frees all that it held",
    tag: TAG,
    params,
    output: jobViewSchema,
  }),
} as const;
