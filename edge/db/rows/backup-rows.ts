import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { backups } from "../schema.ts";

/** `rows` are being written, then `blobs` copied, then it is `whole`; `failed` where it can't go on. */
export type BackupStatus = "rows" | "blobs" | "whole" | "failed";

export interface BackupRow {
  readonly id: string;
  /** `2026-11-21`, UTC. */
  readonly day: string;
  readonly status: BackupStatus;
}

/** Begins a day's backup; `null` where there is one that isn't `failed`. */
export async function beginBackup(
  database: Database,
  id: string,
  day: string,
  now: Date,
): Promise<BackupRow | null> {
  const rows = await database
    .insert(backups)
    .values({ id, day, status: "rows", createdAt: now })
    .onConflictDoUpdate({
      target: backups.day,
      set: { id, status: "rows", createdAt: now },
      setWhere: eq(backups.status, "failed"),
    })
    .returning();
  return rows[0] ? (rows[0] as BackupRow) : null;
}

export async function markBackup(
  database: Database,
  id: string,
  change: { readonly status: BackupStatus; readonly rows?: number; readonly bytes?: number },
): Promise<void> {
  const isOver = change.status === "whole" || change.status === "failed";
  await database
    .update(backups)
    .set({ ...change, ...(isOver ? { endedAt: new Date() } : {}) })
    .where(eq(backups.id, id));
}

/** The backup whose blobs are still being copied, if there is one. */
export async function unfinishedBackup(database: Database): Promise<BackupRow | null> {
  const rows = await database
    .select()
    .from(backups)
    .where(eq(backups.status, "blobs"))
    .orderBy(desc(backups.createdAt))
    .limit(1);
  return rows[0] ? (rows[0] as BackupRow) : null;
}

/** Days of backups made before a moment; they are forgotten together with their files. */
export async function forgetBackupsBefore(
  database: Database,
  before: Date,
): Promise<readonly string[]> {
  const rows = await database
    .delete(backups)
    .where(and(lt(backups.createdAt, before), inArray(backups.status, ["whole", "failed"])))
    .returning({ day: backups.day });
  return rows.map(({ day }) => day);
}

/** How far a day's backup is; `null` where there is none. */
export async function backupOf(database: Database, day: string): Promise<BackupStatus | null> {
  const rows = await database
    .select({ status: backups.status })
    .from(backups)
    .where(eq(backups.day, day));
  return (rows[0]?.status as BackupStatus | undefined) ?? null;
}
