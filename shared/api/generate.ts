import { z } from "zod";
import { jobEventSchema } from "../job.ts";
import { OWN_COMPONENT_IDS } from "../ports/model.ts";
import { resumeSchema } from "../resume.ts";
import { themeSchema } from "../theme.ts";
import { endpoint } from "./endpoint.ts";

const TAG = "Portfolio";

export const generate = {
  portfolio: endpoint({
    method: "POST",
    path: "/api/portfolio/generate-streaming",
    access: "person",
    summary: "A portfolio from a résumé: files made, checked, stored as a version",
    tag: TAG,
    body: z.object({
      resume: resumeSchema,
      templateId: z.string().max(60),
      /** The template's own look when absent. */
      theme: themeSchema.optional(),
      /** The owner's name when absent. */
      name: z.string().max(120).optional(),
      /** Parts that a model writes from the résumé (R2.5); where it can't, the template's own stay. */
      ai_components: z.array(z.enum(OWN_COMPONENT_IDS)).max(OWN_COMPONENT_IDS.length).default([]),
    }),
    output: jobEventSchema,
    answers: "sse",
    cost: 3,
  }),
  download: endpoint({
    method: "GET",
    path: "/api/portfolio/download/{jobId}",
    access: { owner: "job", param: "jobId" },
    byKey: "read",
    summary: "The project that a job made, as a ZIP",
    tag: TAG,
    params: z.object({ jobId: z.string() }),
    output: z.undefined(),
    answers: "bytes",
  }),
} as const;
