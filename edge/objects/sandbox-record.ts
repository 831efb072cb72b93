import type { HostedState } from "../../shared/hosted-sandbox.ts";
import type { JobFailure } from "../../shared/job-result.ts";
import type { JobPriority } from "../../shared/job.ts";
import type { Tier } from "../../shared/limits.ts";
import type { OwnComponentId } from "../../shared/ports/model.ts";
import { beginLife, moveLife, type SandboxMove } from "../domain/sandbox-life.ts";
import { hasTable } from "./has-table.ts";

/** What a hosted sandbox's object knows of it in plain: ids, states, times. What it is about is sealed. */
export interface SandboxRecord {
  readonly sandboxId: string;
  readonly ownerId: string;
  readonly tier: Tier;
  readonly priority: JobPriority;
  readonly requestId: string;
  readonly portfolioId: string | null;
  readonly serves: boolean;
  readonly state: HostedState;
  readonly since: number;
  readonly activeAt: number;
  readonly createdAt: number;
  /** The provider's own id, once there is a machine. */
  readonly machineId: string | null;
  /** The port its site is served on, once it is. */
  readonly port: number | null;
  /** Tries of the work under way. */
  readonly tries: number;
  /** When it got its place; `null` while it has none. */
  readonly placedAt: number | null;
  readonly failure: JobFailure | null;
  /** Contents that are kept with the account are not kept here too. */
  readonly isMirrored: boolean;
  /** Counts what changed of what a snapshot holds: files, the terminal's folder. */
  readonly changes: number;
  /** The count that the account's snapshot has; `null` while there is none. */
  readonly keptChanges: number | null;
  /** Components that a model is yet to write into its project, and whose quota pays; absent: none. */
  readonly components?: {
    readonly ids: readonly OwnComponentId[];
    readonly quotaName: string;
  } | null;
  /** Where its terminal was when it last stopped, below the project's folder; empty for that itself. */
  readonly terminalFolder: string;
}

export interface SandboxRecordStore {
  read(): SandboxRecord | null;
  create(
    given: Pick<
      SandboxRecord,
      | "sandboxId"
      | "ownerId"
      | "tier"
      | "priority"
      | "requestId"
      | "portfolioId"
      | "serves"
      | "components"
    >,
    now: number,
  ): SandboxRecord;
  change(changes: Partial<Omit<SandboxRecord, "state" | "since">>): SandboxRecord;
  /** Moves to another state and notes the move. @returns `null` where that state may not follow */
  move(
    to: HostedState,
    reason: string,
    now: number,
    changes?: Partial<Omit<SandboxRecord, "state" | "since">>,
  ): SandboxRecord | null;
  /** Moves that the database hasn't got yet, oldest first. */
  unsent(): readonly (SandboxMove & { readonly n: number })[];
  markSent(upTo: number): void;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS record (id INTEGER PRIMARY KEY, json TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS moves (n INTEGER PRIMARY KEY AUTOINCREMENT, json TEXT NOT NULL);
`;

/** The record in a Durable Object's SQLite; read once, written through. A move and its note are one write. */
export function openSandboxRecord(storage: DurableObjectStorage): SandboxRecordStore {
  const { sql } = storage;
  const isThere = hasTable(sql, "record");
  const row = isThere ? sql.exec<{ json: string }>("SELECT json FROM record").toArray()[0] : null;
  let record = row ? (JSON.parse(row.json) as SandboxRecord) : null;
  const write = (next: SandboxRecord, move?: SandboxMove) => {
    sql.exec(TABLES);
    storage.transactionSync(() => {
      sql.exec("INSERT OR REPLACE INTO record VALUES (1, ?)", JSON.stringify(next));
      if (move) sql.exec("INSERT INTO moves (json) VALUES (?)", JSON.stringify(move));
    });
    record = next;
    return next;
  };
  return {
    read: () => record,
    create(given, now) {
      const { life, move } = beginLife("opened", now);
      const machine = { machineId: null, port: null, tries: 0, placedAt: null, failure: null };
      const kept = { isMirrored: true, changes: 0, keptChanges: null, terminalFolder: "" };
      return write({ ...given, ...machine, ...kept, ...life, activeAt: now, createdAt: now }, move);
    },
    change(changes) {
      if (!record) throw new Error("There is no sandbox to change.");
      return write({ ...record, ...changes });
    },
    move(to, reason, now, changes = {}) {
      if (!record) return null;
      const moved = moveLife(record, to, reason, now);
      return moved.ok
        ? write({ ...record, ...changes, ...moved.value.life }, moved.value.move)
        : null;
    },
    unsent: () =>
      hasTable(sql, "moves")
        ? sql
            .exec<{ n: number; json: string }>("SELECT n, json FROM moves ORDER BY n LIMIT 100")
            .toArray()
            .map(({ n, json }) => ({ ...(JSON.parse(json) as SandboxMove), n }))
        : [],
    markSent: (upTo) => void sql.exec("DELETE FROM moves WHERE n <= ?", upTo),
  };
}
