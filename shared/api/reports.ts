import { z } from "zod";
import { REPORT_REASONS } from "../site/report.ts";
import { endpoint } from "./endpoint.ts";

const TAG = "Operator";

/** A visitor’s report of a published site; times are epoch milliseconds. */
export const reportSchema = z.object({
  id: z.string(),
  publicationId: z.string(),
  slug: z.string(),
  reason: z.enum(REPORT_REASONS),
  /** The visitor’s own words. */
  words: z.string(),
  at: z.number(),
});
export type SiteReport = z.infer<typeof reportSchema>;

export const reports = {
  list: endpoint({
    method: "GET",
    path: "/api/operator/reports",
    access: "operator",
    summary: "Reports of published sites that nobody has dealt with, oldest first",
    tag: TAG,
    cost: 0,
    output: z.object({ items: z.array(reportSchema) }),
  }),
  close: endpoint({
    method: "DELETE",
    path: "/api/operator/reports/{reportId}",
    access: "operator",
    summary: "Puts a report away that has been dealt with",
    tag: TAG,
    cost: 0,
    params: z.object({ reportId: z.string() }),
    output: z.object({ closed: z.boolean() }),
  }),
} as const;
