import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { isEmpty, writeAllRows } from "../db/rows/table-rows.ts";
import { backedUpRows, COPIED_BLOBS, type BackupContext } from "./backup.ts";

export type RestoreContext = Pick<BackupContext, "database" | "blobs" | "backups">;

/** Objects copied in one call. */
const OBJECTS_A_CALL = 500;

/**
 * Writes a day's rows back. Fails with `conflict` where somebody is in the database already (nothing is
 * overwritten, ever), with `not-found` where there is no such backup.
 * @returns how many rows
 */
export async function restoreRows(context: RestoreContext, day: string): Promise<Result<number>> {
  if (!(await isEmpty(context.database))) return fail(NOT_EMPTY);
  const rows = await writeAllRows(context.database, backedUpRows(context.backups, day));
  return rows === 0 ? fail(NO_BACKUP) : ok(rows);
}

/**
 * Copies blobs back, some at a call.
 * @returns how many, and the key to go on after, `null` at the end
 */
export async function restoreBlobs(
  { blobs, backups }: RestoreContext,
  after: string,
): Promise<{ readonly copied: number; readonly next: string | null }> {
  const page = await backups.list({
    prefix: COPIED_BLOBS,
    startAfter: COPIED_BLOBS + after,
    limit: OBJECTS_A_CALL,
  });
  for (const { key } of page.objects) {
    const object = await backups.get(key);
    if (object) await blobs.put(key.slice(COPIED_BLOBS.length), await object.arrayBuffer());
  }
  const last = page.objects.at(-1)?.key.slice(COPIED_BLOBS.length);
  return { copied: page.objects.length, next: page.truncated && last ? last : null };
}

const NOT_EMPTY: Failure = {
  kind: "conflict",
  message: "There are people in this database already.",
  nextStep: "Restore into an empty database and bucket; nothing has been changed.",
  retryable: false,
};
const NO_BACKUP: Failure = {
  kind: "not-found",
  message: "There is no backup of this day.",
  nextStep: "Choose another day, for example yesterday’s.",
  retryable: false,
};
