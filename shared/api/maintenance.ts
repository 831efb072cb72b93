import { z } from "zod";
import { endpoint } from "./endpoint.ts";

const TAG = "Maintenance";
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** What `npm run restore` and the operator call. */
export const maintenance = {
  backUp: endpoint({
    method: "POST",
    path: "/api/operator/backup",
    access: "operator",
    summary: "Makes today’s backup now, unless there is one",
    tag: TAG,
    cost: 0,
    output: z.object({ day, status: z.string() }),
  }),
  restoreRows: endpoint({
    method: "POST",
    path: "/api/operator/restore/rows",
    access: "operator",
    summary: "Writes a day’s rows into an empty database",
    tag: TAG,
    cost: 0,
    body: z.object({ day }),
    output: z.object({ rows: z.number() }),
  }),
  restoreBlobs: endpoint({
    method: "POST",
    path: "/api/operator/restore/blobs",
    access: "operator",
    summary: "Copies some contents back; call it again with `next` until that is null",
    tag: TAG,
    cost: 0,
    body: z.object({ after: z.string() }),
    output: z.object({ copied: z.number(), next: z.string().nullable() }),
  }),
} as const;
