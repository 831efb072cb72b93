import type { Database } from "../db/open-database.ts";
import {
  backupOf,
  beginBackup,
  forgetBackupsBefore,
  markBackup,
  unfinishedBackup,
  type BackupStatus,
} from "../db/rows/backup-rows.ts";
import { KEPT_TABLES, readAllRows, type KeptTable } from "../db/rows/table-rows.ts";
import { copyObjects } from "./copy-objects.ts";

export interface BackupContext {
  readonly database: Database;
  /** What people store. */
  readonly blobs: R2Bucket;
  /** Where copies go; another bucket, better on another account. */
  readonly backups: R2Bucket;
  readonly newId: () => string;
  readonly now: Date;
}

/** A backup is kept for this many days; a blob that is gone from the store, too. */
export const BACKUP_DAYS = 14;

/** Objects looked at in one run: each is a few calls, and a worker's run may make 10,000. */
const OBJECTS_A_RUN = 2_000;

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
export const rowsPrefix = (day: string) => `rows/${day}/`;
export const COPIED_BLOBS = "blobs/";

/**
 * The day's backup: all rows as they are at one moment, then the blobs that the backup doesn't have yet.
 * People's content in both is ciphertext already; master keys are in neither. A day's second call does
 * nothing, unless the first failed.
 * @returns how far it is
 */
export async function backUp(context: BackupContext): Promise<BackupStatus> {
  const { database, backups, now } = context;
  const day = dayOf(now);
  const backup = await beginBackup(database, context.newId(), day, now);
  if (!backup) return (await backupOf(database, day)) ?? "rows";
  try {
    let count = 0;
    let bytes = 0;
    await readAllRows(database, async (table, batch, rows) => {
      const packed = await pack(rows);
      await backups.put(keyOf(day, table, batch), packed);
      count += rows.length;
      bytes += packed.byteLength;
    });
    await markBackup(database, backup.id, { status: "blobs", rows: count, bytes });
  } catch (error) {
    await markBackup(database, backup.id, { status: "failed" });
    throw error;
  }
  await continueBackup(context);
  await forgetOldBackups(context);
  return (await backupOf(database, day)) ?? "rows";
}

/** Goes on copying blobs where the last run stopped, until the backup is whole. */
export async function continueBackup(context: BackupContext): Promise<void> {
  const backup = await unfinishedBackup(context.database);
  if (!backup) return;
  const placeKey = `place/${backup.id}`;
  const place = await context.backups.get(placeKey);
  const next = await copyObjects({
    from: context.blobs,
    to: context.backups,
    prefix: COPIED_BLOBS,
    after: (await place?.text()) ?? "",
    limit: OBJECTS_A_RUN,
    dropOlderThan: daysBefore(context.now, BACKUP_DAYS),
  });
  if (next !== null) {
    await context.backups.put(placeKey, next);
    return;
  }
  await context.backups.delete(placeKey);
  await markBackup(context.database, backup.id, { status: "whole" });
}

async function forgetOldBackups({ database, backups, now }: BackupContext): Promise<void> {
  const days = await forgetBackupsBefore(database, daysBefore(now, BACKUP_DAYS));
  for (const day of days) {
    for (;;) {
      const page = await backups.list({ prefix: rowsPrefix(day) });
      if (page.objects.length === 0) break;
      await backups.delete(page.objects.map(({ key }) => key));
    }
  }
}

/** Tables are numbered, so that a list of keys has them in the order in which they are written back. */
const keyOf = (day: string, table: KeptTable, batch: number) => {
  const place = String(KEPT_TABLES.indexOf(table)).padStart(2, "0");
  return `${rowsPrefix(day)}${place}-${table}/${String(batch).padStart(6, "0")}.ndjson.gz`;
};

/** The batches of a day's rows, in order. */
export async function* backedUpRows(
  backups: R2Bucket,
  day: string,
): AsyncGenerator<{ readonly table: KeptTable; readonly rows: readonly string[] }> {
  let cursor: string | undefined;
  do {
    const page = await backups.list({ prefix: rowsPrefix(day), ...(cursor ? { cursor } : {}) });
    for (const { key } of page.objects) {
      const table = /\/\d\d-(\w+)\//.exec(key)![1] as KeptTable;
      yield { table, rows: await unpack((await backups.get(key))!) };
    }
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor);
}

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);

/** Lines of JSON, gzipped. No row's JSON has a line break in it: `to_jsonb` escapes them. */
async function pack(rows: readonly string[]): Promise<ArrayBuffer> {
  const stream = new Blob([rows.join("\n")]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

async function unpack(object: R2ObjectBody): Promise<readonly string[]> {
  const stream = object.body.pipeThrough(new DecompressionStream("gzip"));
  return (await new Response(stream).text()).split("\n");
}
