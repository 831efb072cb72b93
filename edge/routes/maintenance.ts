import { api } from "../../shared/api/table.ts";
import { fail, ok, type Failure } from "../../shared/failure.ts";
import { route, type EdgeHono } from "../route.ts";
import { backUp } from "../scheduled/backup.ts";
import { restoreBlobs, restoreRows } from "../scheduled/restore.ts";

/** Backup and restore (R5.8), for the operator. */
export function addMaintenanceRoutes(app: EdgeHono): void {
  route(app, api.maintenance.backUp, async ({ dependencies, context }) => {
    const { BLOBS: blobs, BACKUPS: backups } = context.env;
    if (!backups) return fail(NO_BUCKET);
    const now = new Date(dependencies.now());
    const { database, newId } = dependencies;
    const status = await backUp({ database: database(), blobs, backups, newId, now });
    return ok({ day: now.toISOString().slice(0, 10), status });
  });

  route(app, api.maintenance.restoreRows, async ({ input, dependencies, context }) => {
    const { BLOBS: blobs, BACKUPS: backups } = context.env;
    if (!backups) return fail(NO_BUCKET);
    const database = dependencies.database();
    const rows = await restoreRows({ database, blobs, backups }, input.body.day);
    if (!rows.ok) return rows;
    dependencies.log({ event: "backup-restored", day: input.body.day, rows: rows.value });
    return ok({ rows: rows.value });
  });

  route(app, api.maintenance.restoreBlobs, async ({ input, dependencies, context }) => {
    const { BLOBS: blobs, BACKUPS: backups } = context.env;
    if (!backups) return fail(NO_BUCKET);
    const database = dependencies.database();
    return ok(await restoreBlobs({ database, blobs, backups }, input.body.after));
  });
}

const NO_BUCKET: Failure = {
  kind: "unavailable",
  message: "No bucket for backups is bound.",
  nextStep: "Bind one as BACKUPS; the README says how.",
  retryable: false,
};
