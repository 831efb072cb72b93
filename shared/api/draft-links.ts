import { z } from "zod";
import { BODY_LIMITS } from "../limits.ts";
import { hiddenSchema } from "../site/hidden-fields.ts";
import { endpoint } from "./endpoint.ts";
import { portfolioId } from "./portfolios.ts";
import { publications } from "./publications.ts";

const TAG = "Draft links";

const time = z.number().int().nonnegative();

export const draftLinkSchema = z.object({
  id: z.uuid(),
  /** Nobody can guess it; search engines are told to leave it out. */
  url: z.string(),
  state: z.enum(["empty", "live", "expired", "taken-down"]),
  /** Fields of the résumé that aren’t shown. */
  hidden: hiddenSchema,
  /** When its content was sent last, in epoch milliseconds. */
  updatedAt: time.nullable(),
  expiresAt: time,
});
export type DraftLink = z.infer<typeof draftLinkSchema>;

const params = z.object({ draftId: z.uuid() });
const access = { owner: "draft-link", param: "draftId" } as const;
const { beginBuild, sendFiles, point } = publications;

/** A draft shown by a link, without an account (R6.6). */
export const draftLinks = {
  list: endpoint({
    method: "GET",
    path: "/api/draft-links",
    access: "anyone",
    summary: "The person’s links to drafts, newest first; with a portfolio’s id only its own",
    tag: TAG,
    query: z.object({ portfolioId: portfolioId.optional() }),
    output: z.object({
      items: z.array(draftLinkSchema),
      /** How long a link works after it was updated, in milliseconds. */
      lastsMs: z.number(),
    }),
  }),
  create: endpoint({
    method: "POST",
    path: "/api/draft-links",
    access: "person",
    byKey: "write",
    summary: "The link to a portfolio’s draft: the one that it has, else a new one",
    tag: TAG,
    body: z.object({ portfolioId }),
    output: draftLinkSchema,
    cost: 5,
  }),
  beginBuild: endpoint({
    method: "POST",
    path: "/api/draft-links/{draftId}/builds",
    access,
    byKey: "write",
    summary: "Says what the draft consists of; answers which contents are still to be sent",
    tag: TAG,
    params,
    body: beginBuild.body!,
    output: beginBuild.output,
  }),
  sendFiles: endpoint({
    method: "POST",
    path: "/api/draft-links/{draftId}/builds/{buildId}/files",
    access,
    byKey: "write",
    summary: "Contents of a draft: a form with one file each, named by its SHA-256",
    tag: TAG,
    params: params.extend({ buildId: z.uuid() }),
    body: sendFiles.body!,
    bodyType: "multipart",
    bodyLimit: BODY_LIMITS.blobs,
    output: sendFiles.output,
  }),
  point: endpoint({
    method: "PUT",
    path: "/api/draft-links/{draftId}/pointer",
    access,
    byKey: "write",
    summary: "Shows this build at the link from now on, and puts its end off",
    tag: TAG,
    params,
    body: point.body!,
    output: z.discriminatedUnion("status", [
      z.object({ status: z.literal("live"), draft: draftLinkSchema }),
      z.object({ status: z.literal("files-missing"), missing: z.array(z.string()) }),
    ]),
  }),
  revoke: endpoint({
    method: "DELETE",
    path: "/api/draft-links/{draftId}",
    access,
    byKey: "write",
    summary: "Ends the link at once and removes every copy of the draft; its address says so",
    tag: TAG,
    params,
    output: z.object({ revoked: z.literal(true) }),
  }),
} as const;
