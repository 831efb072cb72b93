import { ok, type Result } from "../../shared/failure.ts";
import { isOver } from "../domain/job-run.ts";
import { openEventLog, type EventLog } from "./event-log.ts";
import type { JobRecordStore } from "./job-record.ts";
import { openObjectKey } from "./object-key.ts";
import { openSealedRows, type SealedRows } from "./sealed-rows.ts";

/** What a job keeps under its object's key. */
export interface JobParts {
  readonly rows: SealedRows;
  readonly events: EventLog;
}

/** Opens them; fails as `openObjectKey` does. */
export async function openJobParts(
  storage: DurableObjectStorage,
  masterKeys: string | undefined,
  record: () => JobRecordStore,
): Promise<Result<JobParts>> {
  const key = await openObjectKey(storage.sql, masterKeys);
  if (!key.ok) return key;
  const { content } = key.value;
  const over = () => isOver(record().read()?.status ?? "cancelled");
  return ok({
    events: openEventLog(storage, content, over),
    rows: openSealedRows(storage, content),
  });
}
