import { z } from "zod";
import { jobEventSchema, jobViewSchema } from "../job.ts";
import { BODY_LIMITS } from "../limits.ts";
import { OWN_COMPONENT_IDS } from "../ports/model.ts";
import { resumeSchema } from "../resume.ts";
import { themeSchema } from "../theme.ts";
import { endpoint } from "./endpoint.ts";

const TAG = "Projects";
const params = z.object({ projectId: z.string().max(63) });
const access = { owner: "portfolio", param: "projectId" } as const;
const time = z.number().int();

/** A portfolio as programs see it. */
const project = z.object({
  id: z.string(),
  name: z.string(),
  templateId: z.string(),
  /** The version that its files are. */
  versionId: z.string(),
  fileCount: z.number().int(),
  /** Epoch milliseconds. */
  createdAt: time,
  updatedAt: time,
});
export type ProjectView = z.infer<typeof project>;

/** In JSON, or a form’s word. */
const agreed = z
  .union([z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")])
  .default(false);

const components = z.array(z.enum(OWN_COMPONENT_IDS)).max(OWN_COMPONENT_IDS.length);
/** In JSON, or a form’s words with commas between them. */
const chosenComponents = z
  .union([
    components,
    z
      .string()
      .transform((words) => words.split(",").map((word) => word.trim()))
      .pipe(components),
  ])
  .default([]);

const createBody = z
  .object({
    /** A CV: PDF, Word, text, Markdown or JSON Resume. */
    file: z.file().optional(),
    resume: resumeSchema.optional(),
    /** Who the person is and what they do, in their own words. */
    prompt: z.string().trim().min(1).max(10_000).optional(),
    /** Consent to have a model read the CV or the words (R1.4); else rules alone do. */
    withModel: agreed,
    templateId: z.string().max(60).default("folio"),
    /** The template’s own look when absent. */
    theme: themeSchema.optional(),
    /** The owner’s name when absent. */
    name: z.string().trim().min(1).max(120).optional(),
    /** Parts that a model writes from the résumé (R2.5); where it can’t, the template’s own stay. */
    ai_components: chosenComponents,
  })
  .refine(
    ({ file, resume, prompt }) =>
      [file, resume, prompt].filter((source) => source !== undefined).length === 1,
    { message: "exactly one of file (as multipart/form-data), resume and prompt is needed" },
  );

/** Portfolios for programs with an API key (R4.11): what the app calls a portfolio is a project here. */
export const projects = {
  create: endpoint({
    method: "POST",
    path: "/api/projects/create",
    access: "member",
    byKey: "write",
    summary:
      "Makes a project from a CV, a résumé or a prompt; what isn’t done in ten seconds goes on as a job",
    tag: TAG,
    body: createBody,
    bodyType: "json-or-multipart",
    bodyLimit: BODY_LIMITS.cv + BODY_LIMITS.formRim,
    output: z.object({
      /** The project’s, from now on; it can be read once the job is complete. */
      id: z.string(),
      /** Its events: `/api/jobs/{id}/events`. */
      job: jobViewSchema.omit({ result: true }),
      /** `null` while the job goes on. */
      project: project.nullable(),
    }),
    cost: 3,
  }),
  list: endpoint({
    method: "GET",
    path: "/api/projects",
    access: "member",
    byKey: "read",
    summary: "Own projects, last changed first",
    tag: TAG,
    query: z.object({ after: z.string().max(200).optional() }),
    output: z.object({ items: z.array(project), next: z.string().nullable() }),
  }),
  read: endpoint({
    method: "GET",
    path: "/api/projects/{projectId}",
    access,
    byKey: "read",
    summary: "One project",
    tag: TAG,
    params,
    output: project,
  }),
  files: endpoint({
    method: "GET",
    path: "/api/projects/{projectId}/files",
    access,
    byKey: "read",
    summary: "The paths of a project’s files",
    tag: TAG,
    params,
    output: z.object({
      files: z.array(z.object({ path: z.string(), isText: z.boolean() })),
    }),
  }),
  file: endpoint({
    method: "GET",
    path: "/api/projects/{projectId}/files/{path}",
    pathIsOpen: true,
    access,
    byKey: "read",
    summary: "One file of a project; its path may have slashes",
    tag: TAG,
    params: params.extend({ path: z.string().max(1_000) }),
    output: z.undefined(),
    answers: "bytes",
  }),
  chat: endpoint({
    method: "POST",
    path: "/api/projects/{projectId}/chat",
    access,
    byKey: "write",
    summary:
      "Has the agent change the project; its events as a job’s, which go on when the caller leaves",
    tag: TAG,
    params,
    body: z.strictObject({
      message: z.string().trim().min(1).max(10_000),
      /** Names of the request and its answer in the conversation, where the caller knows them already. */
      askId: z.uuid().optional(),
      answerId: z.uuid().optional(),
    }),
    /** The agent’s own events are in `detail` of those whose step is `agent`. */
    output: jobEventSchema,
    answers: "sse",
    cost: 3,
  }),
  delete: endpoint({
    method: "DELETE",
    path: "/api/projects/{projectId}",
    access,
    byKey: "write",
    summary:
      "Deletes a project with its versions, CV, conversation and sandboxes; a last snapshot stays for a week",
    tag: TAG,
    params,
    output: z.object({
      status: z.literal("deleted"),
      /** Until then it can be brought back; then it is gone for good. Epoch milliseconds. */
      restorableUntil: time,
    }),
  }),
  restore: endpoint({
    method: "POST",
    path: "/api/projects/{projectId}/restore",
    access,
    byKey: "write",
    summary: "Brings a deleted project’s files back from its last snapshot, while that is there",
    tag: TAG,
    params,
    output: project,
  }),
} as const;
