import { z } from "zod";
import { hostedOfferSchema, hostedSandboxSchema } from "../hosted-sandbox.ts";
import { jobEventSchema } from "../job.ts";
import { BODY_LIMITS, HOSTED_LIFE } from "../limits.ts";
import { OWN_COMPONENT_IDS } from "../ports/model.ts";
import { PROJECT_LIMITS } from "../project.ts";
import { resumeSchema } from "../resume.ts";
import { themeSchema } from "../theme.ts";
import { endpoint } from "./endpoint.ts";

const TAG = "Hosted sandboxes";
/** An edit is one call, and somebody types: five of them are one token of the rate limit. */
const EDIT_COST = 0.2;
const params = z.object({ sandbox_id: z.string().regex(/^[a-z0-9-]{1,64}$/) });
const access = { owner: "sandbox", param: "sandbox_id" } as const;
const jobParams = z.object({ job_id: z.string().max(64) });
const jobAccess = { owner: "sandbox", param: "job_id" } as const;

/** Where it can be looked at, beside where it stands. */
const viewSchema = hostedSandboxSchema.extend({ preview_url: z.string() });
export type HostedView = z.infer<typeof viewSchema>;

/** One of them, with what comes back beside its files. */
const oneViewSchema = viewSchema.extend({
  /**
   * What was said about its portfolio, as its owner’s account has it just now
   * (`GET /api/portfolios/{portfolio_id}/conversation`); `null` where nothing is there.
   */
  conversation: z.object({ messages: z.number().int() }).nullable(),
});
export type OneHostedView = z.infer<typeof oneViewSchema>;

/** One changed file; `content: null` deletes it. */
const fileSchema = z.object({
  path: z.string().max(PROJECT_LIMITS.pathLength),
  content: z.string().nullable(),
  encoding: z.enum(["utf8", "base64"]).default("utf8"),
});
export type SentFile = z.output<typeof fileSchema>;
const filesBody = z.object({ files: z.array(fileSchema).max(PROJECT_LIMITS.files) });

const terminalSize = {
  name: z.string().regex(/^[\w-]{1,40}$/),
  columns: z.coerce.number().int().min(2).max(500),
  rows: z.coerce.number().int().min(1).max(300),
};

export const sandboxes = {
  generate: endpoint({
    method: "POST",
    path: "/api/portfolio/generate-sandboxed",
    access: "person",
    summary: "A portfolio from a résumé, served in a hosted sandbox",
    tag: TAG,
    body: z.object({
      resume: resumeSchema,
      options: z.object({
        /** `site`: packages are installed and the site is served; `workspace`: the files lie ready. */
        mode: z.enum(["site", "workspace"]).default("site"),
        template: z.string().max(60),
        /** Parts that a model writes from the résumé (R2.5); where it can't, the template's own stay. */
        ai_components: z.array(z.enum(OWN_COMPONENT_IDS)).max(OWN_COMPONENT_IDS.length).default([]),
        theme: themeSchema.optional(),
      }),
    }),
    output: oneViewSchema,
    cost: 5,
  }),
  open: endpoint({
    method: "POST",
    path: "/api/sandbox",
    access: "person",
    summary: "A hosted sandbox for a portfolio’s files",
    tag: TAG,
    body: filesBody.extend({
      portfolio_id: z.string().max(64).nullable().default(null),
      /** False: who opened it installs and serves, through commands and terminals. */
      serves: z.boolean().default(true),
    }),
    bodyLimit: BODY_LIMITS.sandboxFiles,
    output: oneViewSchema,
    cost: 5,
  }),
  offer: endpoint({
    method: "GET",
    path: "/api/sandbox/offer",
    access: "anyone",
    summary: "Whether hosted sandboxes can be had just now",
    tag: TAG,
    output: hostedOfferSchema,
  }),
  list: endpoint({
    method: "GET",
    path: "/api/sandbox",
    access: "person",
    summary: "The person’s hosted sandboxes, newest first",
    tag: TAG,
    output: z.object({ sandboxes: z.array(viewSchema) }),
  }),
  status: endpoint({
    method: "GET",
    path: "/api/sandbox/status/{job_id}",
    access: jobAccess,
    summary: "Where a hosted sandbox stands",
    tag: TAG,
    params: jobParams,
    output: oneViewSchema,
  }),
  events: endpoint({
    method: "GET",
    path: "/api/sandbox/status-streaming/{job_id}",
    access: jobAccess,
    summary: "Its events from the first, or from after Last-Event-ID, until it runs or has failed",
    tag: TAG,
    params: jobParams,
    query: z.object({ after: z.coerce.number().int().nonnegative().optional() }),
    output: jobEventSchema,
    answers: "sse",
  }),
  visit: endpoint({
    method: "POST",
    path: "/api/sandbox/{sandbox_id}/visit",
    access,
    summary: "Says that it is used; one that is stopped or archived comes back",
    tag: TAG,
    params,
    output: oneViewSchema,
  }),
  write: endpoint({
    method: "PUT",
    path: "/api/sandbox/{sandbox_id}/files",
    access,
    summary: "Writes a batch of changed files",
    tag: TAG,
    params,
    body: filesBody,
    bodyLimit: BODY_LIMITS.sandboxFiles,
    output: z.object({ written: z.number() }),
    cost: EDIT_COST,
  }),
  files: endpoint({
    method: "GET",
    path: "/api/sandbox/{sandbox_id}/files",
    access,
    summary: "Its files as they are now, without what npm installed",
    tag: TAG,
    params,
    output: filesBody,
  }),
  run: endpoint({
    method: "POST",
    path: "/api/sandbox/{sandbox_id}/run",
    access,
    summary: "Runs a command to its end",
    tag: TAG,
    params,
    body: z.object({
      command: z.string().min(1).max(4_000),
      within_ms: z.number().int().min(1_000).max(240_000).default(60_000),
    }),
    output: z.object({ exit_code: z.number(), output: z.string() }),
  }),
  terminal: endpoint({
    method: "GET",
    path: "/api/sandbox/{sandbox_id}/terminal",
    access,
    summary: "A terminal as a WebSocket: what is typed goes in, what is printed comes out",
    tag: TAG,
    params,
    query: z.object(terminalSize),
    output: z.undefined(),
    answers: "bytes",
  }),
  resizeTerminal: endpoint({
    method: "POST",
    path: "/api/sandbox/{sandbox_id}/terminal/resize",
    access,
    summary: "Gives a terminal another size",
    tag: TAG,
    params,
    body: z.object(terminalSize),
    output: z.object({}),
    cost: EDIT_COST,
  }),
  link: endpoint({
    method: "POST",
    path: "/api/sandbox/{sandbox_id}/link",
    access,
    summary: "A link to its preview that expires, for others to look at, and its QR code",
    tag: TAG,
    params,
    body: z.object({
      expires_in_ms: z
        .number()
        .int()
        .min(60_000)
        .max(HOSTED_LIFE.linkMs)
        .default(HOSTED_LIFE.linkMs),
      password: z.string().min(4).max(200).optional(),
    }),
    output: z.object({
      url: z.string(),
      expires_at: z.number(),
      /** An SVG picture. */
      qr_code: z.string(),
    }),
  }),
  stop: endpoint({
    method: "POST",
    path: "/api/sandbox/{sandbox_id}/stop",
    access,
    summary: "Keeps its files and stops it; a visit brings it back",
    tag: TAG,
    params,
    output: oneViewSchema,
  }),
  show: endpoint({
    method: "GET",
    path: "/s/{sandbox_id}",
    access: "anyone",
    summary: "Leads to the preview’s own host; its owner may look at it, others need a link",
    tag: TAG,
    params,
    output: z.undefined(),
    answers: "bytes",
  }),
  emergency: endpoint({
    method: "POST",
    path: "/api/operator/sandboxes/emergency",
    access: "operator",
    summary: "More places for a while: idle ones go earlier, opening costs more",
    tag: TAG,
    cost: 0,
    body: z.object({ is_on: z.boolean() }),
    output: hostedOfferSchema,
  }),
  delete: endpoint({
    method: "DELETE",
    path: "/api/sandbox/{sandbox_id}",
    access,
    summary: "Removes it with its machine and its files; the portfolio stays",
    tag: TAG,
    params,
    output: oneViewSchema,
  }),
} as const;
