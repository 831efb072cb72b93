import { z } from "zod";
import { BODY_LIMITS, PUBLISH_LIMITS } from "../limits.ts";
import { hiddenSchema } from "../site/hidden-fields.ts";
import { endpoint } from "./endpoint.ts";
import { portfolioId } from "./portfolios.ts";

const TAG = "Publishing";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const time = z.number().int().nonnegative();
const slug = z.string().max(100);

/** `assets/main-1a2b3c4d.js` → SHA-256 and bytes of its content. */
const manifestSchema = z
  .record(z.string().max(300), z.object({ hash, size: z.number().int().nonnegative() }))
  .refine((files) => Object.keys(files).length <= PUBLISH_LIMITS.files, {
    message: `a site has at most ${PUBLISH_LIMITS.files} files`,
  });

export const publicationSchema = z.object({
  id: z.uuid(),
  /** As the browser that made the portfolio has it. */
  portfolioId: z.string(),
  slug: z.string(),
  url: z.string(),
  state: z.enum(["draft", "live", "unpublished", "expired", "taken-down"]),
  /** The build that is served. */
  buildId: z.string().nullable(),
  /** Builds that can be gone back to, newest first, the one that is served among them. Times are epoch milliseconds. */
  builds: z.array(z.object({ id: z.string(), at: time, bytes: z.number() })),
  noIndex: z.boolean(),
  hasPassword: z.boolean(),
  /** Whether visitors can write to its owner. */
  contactForm: z.boolean(),
  hidden: hiddenSchema,
  publishedAt: time.nullable(),
  /** `null`: it doesn’t end. */
  expiresAt: time.nullable(),
  /** Earlier addresses that lead here. */
  formerSlugs: z.array(z.string()),
});
export type Publication = z.infer<typeof publicationSchema>;

/** A password for visitors; `null`: none. */
const password = z.string().min(4).max(200).nullable();

const params = z.object({ publicationId: z.uuid() });
const access = { owner: "publication", param: "publicationId" } as const;
const buildId = z.uuid();

export const publications = {
  list: endpoint({
    method: "GET",
    path: "/api/publications",
    access: "member",
    byKey: "read",
    summary: "The person’s published sites, newest first",
    tag: TAG,
    output: z.object({ items: z.array(publicationSchema) }),
  }),
  create: endpoint({
    method: "POST",
    path: "/api/publications",
    access: "member",
    byKey: "write",
    summary: "Takes an address for a portfolio; nothing is shown there before a build is",
    tag: TAG,
    body: z.object({
      portfolioId: portfolioId,
      slug,
      noIndex: z.boolean().default(false),
      contactForm: z.boolean().default(true),
      password: password.default(null),
    }),
    output: publicationSchema,
  }),
  read: endpoint({
    method: "GET",
    path: "/api/publications/{publicationId}",
    access,
    byKey: "read",
    summary: "One published site",
    tag: TAG,
    params,
    output: publicationSchema,
  }),
  change: endpoint({
    method: "PATCH",
    path: "/api/publications/{publicationId}",
    access,
    byKey: "write",
    summary: "Another address, to which the old one leads; password; search engines; contact form",
    tag: TAG,
    params,
    body: z.object({
      slug: slug.optional(),
      noIndex: z.boolean().optional(),
      contactForm: z.boolean().optional(),
      password: password.optional(),
    }),
    output: publicationSchema,
  }),
  beginBuild: endpoint({
    method: "POST",
    path: "/api/publications/{publicationId}/builds",
    access,
    byKey: "write",
    summary: "Says what a finished site consists of; answers which contents are still to be sent",
    tag: TAG,
    params,
    body: z.object({
      files: manifestSchema,
      /** Fields of the résumé that were left out of it. */
      hidden: hiddenSchema,
    }),
    output: z.object({ buildId, missing: z.array(hash) }),
  }),
  sendFiles: endpoint({
    method: "POST",
    path: "/api/publications/{publicationId}/builds/{buildId}/files",
    access,
    byKey: "write",
    summary: "Contents of a build: a form with one file each, named by its SHA-256",
    tag: TAG,
    params: params.extend({ buildId }),
    body: z.record(hash, z.file()),
    bodyType: "multipart",
    bodyLimit: BODY_LIMITS.blobs,
    output: z.object({ kept: z.number().int() }),
  }),
  point: endpoint({
    method: "PUT",
    path: "/api/publications/{publicationId}/pointer",
    access,
    byKey: "write",
    summary: "Shows this build at the address from now on: a new one, or an earlier one again",
    tag: TAG,
    params,
    body: z.object({ buildId }),
    output: z.discriminatedUnion("status", [
      z.object({ status: z.literal("live"), publication: publicationSchema }),
      z.object({ status: z.literal("files-missing"), missing: z.array(hash) }),
    ]),
  }),
  like: endpoint({
    method: "POST",
    path: "/api/publications/{publicationId}/like",
    access,
    summary: "Whether its owner likes it: a count by which switches are judged, nothing else",
    tag: TAG,
    params,
    body: z.strictObject({ likes: z.boolean() }),
    output: z.object({ counted: z.literal(true) }),
  }),
  unpublish: endpoint({
    method: "POST",
    path: "/api/publications/{publicationId}/unpublish",
    access,
    byKey: "write",
    summary: "Takes the site down; its address stays its owner’s",
    tag: TAG,
    params,
    output: publicationSchema,
  }),
  delete: endpoint({
    method: "DELETE",
    path: "/api/publications/{publicationId}",
    access,
    byKey: "write",
    summary: "Removes the site with every copy, and gives up its address",
    tag: TAG,
    params,
    output: z.object({ deleted: z.literal(true) }),
  }),
  qrCode: endpoint({
    method: "GET",
    path: "/api/publications/{publicationId}/qr-code",
    access,
    byKey: "read",
    summary: "The QR code of its address, as SVG",
    tag: TAG,
    params,
    output: z.undefined(),
    answers: "bytes",
  }),
  picture: endpoint({
    method: "GET",
    path: "/api/publications/{publicationId}/picture",
    access,
    byKey: "read",
    summary:
      "What it looks like: a page that runs nothing and needs nothing else, to be shown small",
    tag: TAG,
    params,
    output: z.object({
      /** `null`: none was sent with its build. */
      html: z.string().nullable(),
    }),
  }),
  address: endpoint({
    method: "GET",
    path: "/api/addresses/{slug}",
    access: "anyone",
    summary: "Whether an address can be had, and why not",
    tag: TAG,
    params: z.object({ slug }),
    output: z.object({
      slug: z.string(),
      url: z.string(),
      state: z.enum(["free", "taken", "yours", "refused"]),
      /** Of a refused one, for people. */
      why: z.string(),
    }),
  }),
  site: endpoint({
    method: "GET",
    path: "/api/sites/{slug}",
    access: "anyone",
    summary: "A published site by its address",
    tag: TAG,
    params: z.object({ slug }),
    output: z.object({ slug: z.string(), url: z.string(), publishedAt: time.nullable() }),
  }),
  checkLinks: endpoint({
    method: "POST",
    path: "/api/links/check",
    access: "member",
    byKey: "read",
    summary: "Which of these links answer",
    tag: TAG,
    body: z.object({ urls: z.array(z.string().max(2_000)).max(PUBLISH_LIMITS.links) }),
    output: z.object({
      links: z.array(
        z.object({ url: z.string(), state: z.enum(["answers", "dead", "unknown", "refused"]) }),
      ),
    }),
    cost: 10,
  }),
  show: endpoint({
    method: "GET",
    path: "/p/{slug}",
    access: "anyone",
    summary: "Leads to the site’s own host",
    tag: TAG,
    params: z.object({ slug }),
    output: z.undefined(),
    answers: "bytes",
  }),
} as const;
