import { z } from "zod";
import { VISIT_LIMITS } from "../limits.ts";
import { endpoint } from "./endpoint.ts";

const TAG = "Visitor figures";

const count = z.number().int().nonnegative();
/** `2026-11-21`, UTC. */
const day = z.string();

const figureRow = z.object({
  /** A path, host, link, country (ISO 3166-1) or device; empty where it isn’t known. */
  name: z.string(),
  count,
  visitors: count,
});
export type FigureRow = z.infer<typeof figureRow>;

export const figuresSchema = z.object({
  publicationId: z.uuid(),
  days: count,
  views: count,
  /** Counted anew each day: nobody is known from one day to the next. */
  visitors: count,
  clicks: count,
  byDay: z.array(z.object({ day, views: count, visitors: count })),
  /** The most first, ten at most. */
  pages: z.array(figureRow),
  referrers: z.array(figureRow),
  countries: z.array(figureRow),
  devices: z.array(figureRow),
  links: z.array(figureRow),
  /** Views since the site was first published. */
  ever: count,
});
export type Figures = z.infer<typeof figuresSchema>;

const [week, month, quarter] = VISIT_LIMITS.ranges;
const range = z.object({
  days: z.coerce
    .number()
    .pipe(z.union([z.literal(week), z.literal(month), z.literal(quarter)]))
    .default(month),
});

/** What one’s own sites come to, one line each. */
export const summarySchema = z.object({
  days: count,
  sites: z.array(
    z.object({
      publicationId: z.uuid(),
      views: count,
      visitors: count,
      /** Letters in the inbox that haven’t been read. */
      unread: count,
    }),
  ),
});
export type Summary = z.infer<typeof summarySchema>;

export const analytics = {
  track: endpoint({
    method: "POST",
    path: "/api/analytics/track",
    access: "anyone",
    summary: "Counts a view of a published site, or a click on a link; who it was isn’t kept",
    tag: TAG,
    body: z.object({
      slug: z.string().max(100),
      kind: z.enum(["view", "click"]),
      /** The page’s path, or the link’s address. */
      target: z.string().max(2_000),
      /** The address of the page that led to a view; its host is kept. */
      referrer: z.string().max(2_000).optional(),
    }),
    output: z.object({
      /** False for machines, and where the caller has counted as often as anybody may a day. */
      counted: z.boolean(),
    }),
  }),
  summary: endpoint({
    method: "GET",
    path: "/api/analytics/summary",
    access: "member",
    byKey: "read",
    summary: "Views, visitors and unread letters of each of the person’s sites",
    tag: TAG,
    query: range,
    output: summarySchema,
  }),
  site: endpoint({
    method: "GET",
    path: "/api/analytics/site/{publicationId}",
    access: { owner: "publication", param: "publicationId" },
    byKey: "read",
    summary: "A site’s figures for 7, 30 or 90 days",
    tag: TAG,
    params: z.object({ publicationId: z.uuid() }),
    query: range,
    output: figuresSchema,
  }),
  deleteEvents: endpoint({
    method: "DELETE",
    path: "/api/analytics/events",
    access: "operator",
    summary: "Deletes visits before a moment, of one site, or both; what was counted by day stays",
    tag: TAG,
    query: z
      .object({
        /** Epoch milliseconds. */
        before: z.coerce.number().int().nonnegative().optional(),
        publicationId: z.uuid().optional(),
      })
      .refine(({ before, publicationId }) => before !== undefined || publicationId !== undefined, {
        message: "say before when, or of which site",
      }),
    output: z.object({ deleted: count }),
  }),
} as const;
