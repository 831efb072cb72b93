import type { JobKind, JobPriority, JobStatus } from "../../shared/job.ts";
import type { JobFailure } from "../../shared/job-result.ts";
import type { Tier } from "../../shared/limits.ts";
import { mayBecome } from "../domain/job-run.ts";
import { hasTable } from "./has-table.ts";

/** What a job's object knows of it in plain: ids, times and counts, nothing of what it is about. */
export interface JobRecord {
  readonly jobId: string;
  readonly kind: JobKind;
  readonly personId: string;
  readonly tier: Tier;
  readonly priority: JobPriority;
  readonly quotaName: string;
  /** Jobs of the same lane run one after another. */
  readonly lane?: string;
  readonly requestId: string;
  readonly status: JobStatus;
  readonly tries: number;
  readonly createdAt: number;
  /** When the try that runs began; `null` while none does. */
  readonly triedAt: number | null;
  /** When it goes back into the queue after a failed try. */
  readonly retryAt: number | null;
  readonly endedAt: number | null;
  /** The queue was told that it is over. */
  readonly hasLeft: boolean;
  readonly failure: JobFailure | null;
  /** Starts and ends of steps that were told, so that a second try doesn't tell them again. */
  readonly told: readonly string[];
}

export interface JobRecordStore {
  read(): JobRecord | null;
  /** @throws when a status would go where it may not: that is a bug */
  change(changes: Partial<JobRecord>): JobRecord;
  create(record: JobRecord): void;
}

const TABLE = "CREATE TABLE IF NOT EXISTS record (id INTEGER PRIMARY KEY, json TEXT NOT NULL)";

/**
 * The record in a Durable Object's SQLite; read once, written through. Its table is made with the first
 * job: an object that is only asked for, or was erased, keeps nothing.
 */
export function openJobRecord(sql: SqlStorage): JobRecordStore {
  const isThere = hasTable(sql, "record");
  const row = isThere ? sql.exec<{ json: string }>("SELECT json FROM record").toArray()[0] : null;
  let record = row ? (JSON.parse(row.json) as JobRecord) : null;
  const write = (next: JobRecord) => {
    sql.exec(TABLE);
    sql.exec("INSERT OR REPLACE INTO record VALUES (1, ?)", JSON.stringify(next));
    record = next;
  };
  return {
    read: () => record,
    create: write,
    change(changes) {
      if (!record) throw new Error("There is no job to change.");
      const next = { ...record, ...changes };
      if (next.status !== record.status && !mayBecome(record.status, next.status)) {
        throw new Error(`A job can’t go from ${record.status} to ${next.status}.`);
      }
      write(next);
      return next;
    },
  };
}

/** A job none of whose tries has begun. */
export const FRESH: Pick<
  JobRecord,
  "tries" | "triedAt" | "retryAt" | "endedAt" | "hasLeft" | "failure" | "told"
> = {
  tries: 0,
  triedAt: null,
  retryAt: null,
  endedAt: null,
  hasLeft: false,
  failure: null,
  told: [],
};
