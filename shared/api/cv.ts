import { z } from "zod";
import { resumeSchema } from "../resume.ts";
import { jobEventSchema, jobViewSchema } from "../job.ts";
import { BODY_LIMITS } from "../limits.ts";
import { endpoint } from "./endpoint.ts";

const TAG = "CV";
const params = z.object({ job_id: z.string() });
const access = { owner: "job", param: "job_id" } as const;

/**
 * Consent to have a model read the visible text (R1.4). Without it, and where no model is configured,
 * the rules alone read.
 */
const withModel = z.boolean().default(false);

/** A form's fields are words. */
const consentField = z.enum(["true", "false"]).default("false");

export const cv = {
  extract: endpoint({
    method: "POST",
    path: "/api/cv/extract-streaming",
    access: "person",
    summary: "Reads a CV file; the first event names the job, whose events can be resumed",
    tag: TAG,
    body: z.object({ file: z.file(), withModel: consentField }),
    bodyType: "multipart",
    bodyLimit: BODY_LIMITS.cv + BODY_LIMITS.formRim,
    output: jobEventSchema,
    answers: "sse",
    cost: 3,
  }),
  analyse: endpoint({
    method: "POST",
    path: "/api/cv/analyze",
    access: "person",
    summary: "What is missing, weak or unclear in a résumé",
    tag: TAG,
    body: z.object({ resume: resumeSchema, withModel }),
    output: jobViewSchema,
    cost: 2,
  }),
  generate: endpoint({
    method: "POST",
    path: "/api/cv/generate",
    access: "person",
    summary: "A résumé out of a free description or a few answers",
    tag: TAG,
    body: z
      .object({
        description: z.string().max(10_000),
        answers: z
          .object({
            name: z.string().max(200),
            role: z.string().max(200),
            place: z.string().max(200),
            email: z.string().max(200),
            phone: z.string().max(60),
            website: z.string().max(500),
            about: z.string().max(5_000),
            /** One line an entry: “Role, Company, 2020 – 2024”. */
            experience: z.string().max(10_000),
            education: z.string().max(5_000),
            skills: z.string().max(5_000),
            languages: z.string().max(1_000),
          })
          .partial(),
        withModel,
      })
      .partial()
      .refine((body) => body.description?.trim() || body.answers, {
        message: "a description or answers are needed",
      }),
    output: jobViewSchema,
    cost: 2,
  }),
  status: endpoint({
    method: "GET",
    path: "/api/cv/status/{job_id}",
    access,
    summary: "Where a job of the CV API stands",
    tag: TAG,
    params,
    output: jobViewSchema,
  }),
  download: endpoint({
    method: "GET",
    path: "/api/cv/download/{job_id}",
    access,
    summary: "The résumé that a job gave: JSON Resume, Markdown, or a page to print",
    tag: TAG,
    params,
    query: z.object({ format: z.enum(["json", "markdown", "html"]).default("json") }),
    output: z.undefined(),
    answers: "bytes",
  }),
} as const;
