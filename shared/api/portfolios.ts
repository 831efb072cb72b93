import { z } from "zod";
import { BODY_LIMITS } from "../limits.ts";
import { PROJECT_LIMITS } from "../project.ts";
import { endpoint } from "./endpoint.ts";

const TAG = "Portfolios";

/** As browsers mint them (`web/storage/portfolio-id.ts`). */
export const portfolioId = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
const versionId = z.uuid();
/** `t-` (text) or `b-` (bytes) and the SHA-256 of the content in hex. */
export const contentKeySchema = z.string().regex(/^[tb]-[0-9a-f]{64}$/);

const treeSchema = z
  .record(z.string().max(PROJECT_LIMITS.pathLength), contentKeySchema)
  .refine((tree) => Object.keys(tree).length <= PROJECT_LIMITS.files, {
    message: `a portfolio has at most ${PROJECT_LIMITS.files} files`,
  });

const nameSchema = z.string().min(1).max(300);
const time = z.number().int().nonnegative();

/** What a list shows. */
export const portfolioEntrySchema = z.object({
  id: portfolioId,
  /** Empty for one that was deleted. */
  name: z.string(),
  templateId: z.string(),
  /** Grows by one with each write. */
  revision: z.number().int(),
  /** The owner's number of its last change. */
  sequence: z.number().int(),
  /** Another number after it was deleted and came back: its versions went with the deletion. */
  life: z.number().int(),
  /** How often its conversation was changed; 0 where nothing was said. */
  conversation: z.number().int(),
  fileCount: z.number().int(),
  /** Epoch milliseconds, as the device that wrote it had them. */
  createdAt: time,
  updatedAt: time,
  isDeleted: z.boolean(),
});
export type PortfolioEntry = z.infer<typeof portfolioEntrySchema>;

/** The whole of it but the contents. */
export const keptPortfolioSchema = portfolioEntrySchema.extend({
  tree: treeSchema,
  headVersionId: z.string(),
});
export type KeptPortfolio = z.infer<typeof keptPortfolioSchema>;

export const versionEntrySchema = z.object({
  id: versionId,
  parentId: z.string().nullable(),
  label: z.string().max(500),
  kind: z.enum(["created", "auto", "manual", "restore", "template", "conflict"]),
  at: time,
  fileCount: z.number().int(),
  sequence: z.number().int(),
});
export type VersionEntry = z.infer<typeof versionEntrySchema>;

export const keptVersionSchema = versionEntrySchema.extend({ tree: treeSchema });
export type KeptVersion = z.infer<typeof keptVersionSchema>;

/** What a write came to: kept, or contents have to be sent first. */
const writtenSchema = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("kept"),
    revision: z.number().int(),
    sequence: z.number().int(),
    life: z.number().int(),
  }),
  z.object({ status: z.literal("contents-missing"), keys: z.array(contentKeySchema) }),
]);
export type Written = z.infer<typeof writtenSchema>;

/** A page: what was asked for, and where the next begins; `null` after the last. */
const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

/** Items of a page. */
export const PAGE = 100;

/** Contents of one call, as many as one JSON or form holds well. */
export const MOST_CONTENTS = 200;

/** Versions of one call. */
export const MOST_VERSIONS = 20;

const pageQuery = z.object({ after: z.string().max(200).optional() });
const params = z.object({ portfolioId });
const owner = { owner: "portfolio", param: "portfolioId" } as const;
const contentKeys = z.object({ keys: z.array(contentKeySchema).max(MOST_CONTENTS) });

const saveBody = z.object({
  /** The revision that the writer has seen; 0 for a new one. Another one there: `conflict`. */
  revision: z.number().int().nonnegative(),
  name: nameSchema,
  templateId: z.string().max(100),
  tree: treeSchema,
  headVersionId: z.string().max(100),
  createdAt: time,
  updatedAt: time,
});
export type SavePortfolio = z.output<typeof saveBody>;

const saveVersionSchema = keptVersionSchema.omit({ fileCount: true, sequence: true });
export type SaveVersion = z.output<typeof saveVersionSchema>;

const sourceSchema = z.object({
  /** The file's own name, or a phrase for pasted text. */
  name: z.string().max(500),
  /** The file's bytes. */
  content: contentKeySchema,
  /** What was read of it, as JSON: document and extraction. */
  reading: contentKeySchema,
});
export type SourceEntry = z.infer<typeof sourceSchema>;

export const portfolios = {
  list: endpoint({
    method: "GET",
    path: "/api/portfolios",
    access: "member",
    summary: "The person’s portfolios, last changed first",
    tag: TAG,
    query: pageQuery,
    output: pageOf(portfolioEntrySchema),
  }),
  changes: endpoint({
    method: "GET",
    path: "/api/portfolios/changes",
    access: "member",
    summary: "Portfolios that changed after a change number, deleted ones too, oldest change first",
    tag: TAG,
    query: z.object({ after: z.coerce.number().int().nonnegative().default(0) }),
    output: pageOf(portfolioEntrySchema),
  }),
  read: endpoint({
    method: "GET",
    path: "/api/portfolios/{portfolioId}",
    access: owner,
    summary: "One portfolio with its file tree",
    tag: TAG,
    params,
    output: keptPortfolioSchema,
  }),
  save: endpoint({
    method: "PUT",
    path: "/api/portfolios/{portfolioId}",
    access: "member",
    summary: "Keeps a portfolio’s present state, new or over the revision that was seen",
    tag: TAG,
    params,
    body: saveBody,
    output: writtenSchema,
  }),
  rename: endpoint({
    method: "PATCH",
    path: "/api/portfolios/{portfolioId}",
    access: owner,
    summary: "Gives a portfolio another name",
    tag: TAG,
    params,
    body: z.object({ name: nameSchema }),
    output: writtenSchema,
  }),
  delete: endpoint({
    method: "DELETE",
    path: "/api/portfolios/{portfolioId}",
    access: owner,
    summary: "Deletes a portfolio with its versions, CV and conversations",
    tag: TAG,
    params,
    query: z.object({
      /** The revision that was seen; left out: whatever it is. */
      revision: z.coerce.number().int().nonnegative().optional(),
      /** How many changes of its conversation were seen; left out: however many there are. */
      conversation: z.coerce.number().int().nonnegative().optional(),
    }),
    output: writtenSchema,
  }),
  listVersions: endpoint({
    method: "GET",
    path: "/api/portfolios/{portfolioId}/versions",
    access: owner,
    summary: "A portfolio’s versions after a change number, oldest change first",
    tag: TAG,
    params,
    query: z.object({ after: z.coerce.number().int().nonnegative().default(0) }),
    output: pageOf(versionEntrySchema),
  }),
  readVersions: endpoint({
    method: "POST",
    path: "/api/portfolios/{portfolioId}/versions/read",
    access: owner,
    summary: "Versions with their file trees",
    tag: TAG,
    params,
    body: z.object({ ids: z.array(versionId).max(MOST_VERSIONS) }),
    output: z.object({ items: z.array(keptVersionSchema) }),
  }),
  saveVersions: endpoint({
    method: "POST",
    path: "/api/portfolios/{portfolioId}/versions",
    access: owner,
    summary: "Keeps versions; one that is there already stays as it is",
    tag: TAG,
    params,
    body: z.object({ versions: z.array(saveVersionSchema).max(MOST_VERSIONS) }),
    output: writtenSchema,
  }),
  download: endpoint({
    method: "GET",
    path: "/api/portfolios/{portfolioId}/download",
    access: owner,
    summary: "The project as a ZIP, ready for npm: as it is now, or as a version had it",
    tag: TAG,
    params,
    query: z.object({ version: versionId.optional() }),
    output: z.undefined(),
    answers: "bytes",
    cost: 2,
  }),
  missingContents: endpoint({
    method: "POST",
    path: "/api/contents/missing",
    access: "member",
    summary: "Which contents aren’t kept for this person yet",
    tag: TAG,
    body: contentKeys,
    output: contentKeys,
  }),
  sendContents: endpoint({
    method: "POST",
    path: "/api/contents",
    access: "member",
    summary: "Keeps contents: a form with one file a content, named by its key",
    tag: TAG,
    body: z.record(contentKeySchema, z.file()),
    bodyType: "multipart",
    bodyLimit: BODY_LIMITS.blobs,
    output: z.object({ kept: z.number().int() }),
  }),
  readContents: endpoint({
    method: "POST",
    path: "/api/contents/read",
    access: "member",
    summary: "Contents as such a form, as many of those asked for as one answer holds",
    tag: TAG,
    body: contentKeys,
    output: z.undefined(),
    answers: "bytes",
  }),
  readSource: endpoint({
    method: "GET",
    path: "/api/portfolios/{portfolioId}/source",
    access: owner,
    summary: "The CV that a portfolio came from, with a link that expires",
    tag: TAG,
    params,
    output: sourceSchema.extend({
      consentedAt: time,
      /** Where the file can be downloaded until `expiresAt` (epoch milliseconds). */
      link: z.string(),
      expiresAt: time,
    }),
  }),
  saveSource: endpoint({
    method: "PUT",
    path: "/api/portfolios/{portfolioId}/source",
    access: owner,
    summary: "Keeps the CV that a portfolio came from, because its owner agrees",
    tag: TAG,
    params,
    body: sourceSchema.extend({ consent: z.literal(true) }),
    output: writtenSchema,
  }),
  deleteSource: endpoint({
    method: "DELETE",
    path: "/api/portfolios/{portfolioId}/source",
    access: owner,
    summary: "Withdraws the consent: the CV is removed from the account",
    tag: TAG,
    params,
    output: z.object({ removed: z.boolean() }),
  }),
  downloadSource: endpoint({
    method: "GET",
    path: "/api/downloads/{token}",
    access: "anyone",
    summary: "The file behind a signed link",
    tag: TAG,
    params: z.object({ token: z.string().max(2_000) }),
    output: z.undefined(),
    answers: "bytes",
  }),
} as const;
