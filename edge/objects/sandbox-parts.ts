import { ok, type Result } from "../../shared/failure.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import type { Configuration } from "../configuration.ts";
import { isUnderWay } from "../domain/sandbox-life.ts";
import { openEventLog, type EventLog } from "./event-log.ts";
import { openObjectKey } from "./object-key.ts";
import { openProjectMirror, type ProjectMirror } from "./project-mirror.ts";
import type { SandboxRecord } from "./sandbox-record.ts";
import { openSealedRows } from "./sealed-rows.ts";

/** What a hosted sandbox keeps under its object's key. */
export interface SandboxParts {
  readonly events: EventLog;
  readonly mirror: ProjectMirror;
  /** Its files as we last knew them. */
  files(): Promise<ProjectFiles>;
}

/** Opens them; fails as `openObjectKey` does. */
export async function openSandboxParts(
  storage: DurableObjectStorage,
  env: Configuration,
  record: () => SandboxRecord | null,
): Promise<Result<SandboxParts>> {
  const key = await openObjectKey(storage.sql, env.MASTER_KEYS);
  if (!key.ok) return key;
  const { content, names } = key.value;
  const mirror = openProjectMirror(openSealedRows(storage, content), names);
  const isOver = () => !isUnderWay(record()?.state ?? "deleted");
  return ok({ events: openEventLog(storage, content, isOver), mirror, files: mirror.files });
}
