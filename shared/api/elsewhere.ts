import { z } from "zod";
import { BODY_LIMITS, ELSEWHERE_LIMITS } from "../limits.ts";
import { OTHER_HOSTS } from "../site/elsewhere.ts";
import { endpoint } from "./endpoint.ts";
import { portfolioId } from "./portfolios.ts";

const TAG = "Other hosts";

const host = z.enum(OTHER_HOSTS);
/** SHA-1 as the host names contents: GitHub Git’s own, the others that of the content alone. */
const hash = z.string().regex(/^[0-9a-f]{40}$/);

const keyView = z.object({
  host,
  kept: z.boolean(),
  /** The token’s last four characters. */
  ending: z.string().nullable(),
});

export const placeSchema = z.object({
  host,
  /** `ada/walks`, or the site’s name. */
  name: z.string(),
  /** GitHub’s alone; empty elsewhere. */
  branch: z.string(),
  /** Where visitors see it; empty where nothing is shown. */
  url: z.string(),
  /** The host’s own page about it. */
  page: z.string(),
  /** When something was sent last, epoch milliseconds. */
  sentAt: z.number().nullable(),
  /** What the person should know or do over there; empty: nothing. */
  remark: z.string(),
});
export type ElsewherePlace = z.infer<typeof placeSchema>;

export const standingSchema = z.object({
  /** `unknown`: the host doesn’t say, for it knows nothing of what was sent. */
  state: z.enum(["building", "live", "failed", "unknown"]),
  /** The host’s page of this one build; empty where it has none. */
  page: z.string(),
});
export type Standing = z.infer<typeof standingSchema>;

const access = { owner: "portfolio", param: "portfolioId" } as const;
const at = z.object({ portfolioId, host });
const during = at.extend({ sendId: z.uuid() });

export const elsewhere = {
  keys: endpoint({
    method: "GET",
    path: "/api/elsewhere/keys",
    access: "member",
    summary: "For which other hosts a token of one’s own is kept; never the tokens themselves",
    tag: TAG,
    output: z.object({ keys: z.array(keyView) }),
  }),
  keepKey: endpoint({
    method: "PUT",
    path: "/api/elsewhere/keys/{host}",
    access: "member",
    summary: "Tries a token at its host and keeps it, encrypted",
    tag: TAG,
    params: z.object({ host }),
    body: z.strictObject({ token: z.string().regex(/^[\x21-\x7e]{10,512}$/) }),
    output: keyView.extend({
      /** Whose it is, as the host says. */
      account: z.string(),
    }),
    cost: 2,
  }),
  removeKey: endpoint({
    method: "DELETE",
    path: "/api/elsewhere/keys/{host}",
    access: "member",
    summary: "Forgets the token for a host",
    tag: TAG,
    params: z.object({ host }),
    output: keyView,
  }),
  places: endpoint({
    method: "GET",
    path: "/api/portfolios/{portfolioId}/elsewhere",
    access,
    summary: "Where a portfolio stands with other hosts",
    tag: TAG,
    params: z.object({ portfolioId }),
    output: z.object({ places: z.array(placeSchema) }),
  }),
  settle: endpoint({
    method: "PUT",
    path: "/api/portfolios/{portfolioId}/elsewhere/{host}",
    access,
    summary: "Says where at a host a portfolio goes; what isn’t there yet is made",
    tag: TAG,
    params: at,
    body: z.strictObject({
      name: z.string().max(200),
      branch: z.string().max(100).default("main"),
      /** Of a repository that is made. */
      isPrivate: z.boolean().default(false),
    }),
    output: placeSchema,
    cost: 2,
  }),
  begin: endpoint({
    method: "POST",
    path: "/api/portfolios/{portfolioId}/elsewhere/{host}/sends",
    access,
    summary: "Says which files go; answers which contents the host hasn’t got",
    tag: TAG,
    params: at,
    body: z.strictObject({
      files: z
        .record(
          z.string().min(1).max(300),
          z.object({ hash, size: z.number().int().nonnegative() }),
        )
        .refine((files) => Object.keys(files).length <= ELSEWHERE_LIMITS.files, {
          message: `at most ${ELSEWHERE_LIMITS.files} files`,
        }),
      /** Goes on top of what is there, though it isn’t what was sent last. */
      onTop: z.boolean().default(false),
    }),
    output: z.object({ sendId: z.uuid(), missing: z.array(hash) }),
    cost: 2,
  }),
  sendFiles: endpoint({
    method: "POST",
    path: "/api/portfolios/{portfolioId}/elsewhere/{host}/sends/{sendId}/files",
    access,
    summary: "Contents that are missing: a form with one file each, named by its hash",
    tag: TAG,
    params: during,
    body: z.record(hash, z.file()),
    bodyType: "multipart",
    bodyLimit: BODY_LIMITS.blobs,
    output: z.object({ sent: z.number().int() }),
  }),
  finish: endpoint({
    method: "POST",
    path: "/api/portfolios/{portfolioId}/elsewhere/{host}/sends/{sendId}/finish",
    access,
    summary: "One commit, or one deployment, of all of it",
    tag: TAG,
    params: during,
    output: placeSchema,
    cost: 2,
  }),
  look: endpoint({
    method: "GET",
    path: "/api/portfolios/{portfolioId}/elsewhere/{host}",
    access,
    summary: "What the host says of what was sent last",
    tag: TAG,
    params: at,
    output: standingSchema,
  }),
} as const;
