import type { Tier } from "../../shared/limits.ts";
import type { FleetState, Scanned } from "../domain/sandbox-fleet.ts";
import { withDuration, type Running, type Waiting } from "../domain/queue-order.ts";
import type { FleetEntry, FleetNote } from "./sandbox-messages.ts";

/** A machine that stands ready, or is being made (`machineId` is `null`). */
export interface Pooled {
  readonly name: string;
  readonly machineId: string | null;
}

/** What the fleet's object keeps in its SQLite. */
export interface FleetRows {
  state(): FleetState;
  /** Sandboxes of a person that hold a place or wait for one. */
  countOf(ownerId: string): number;
  wait(entry: FleetEntry, now: number): void;
  enter(id: string, now: number): void;
  /** @returns whether it was there */
  leave(id: string): boolean;
  measure(ms: number): void;
  known(): readonly (Scanned & { readonly ownerId: string })[];
  note(note: FleetNote): void;
  forget(id: string): void;
  pool(): readonly Pooled[];
  putPooled(one: Pooled): void;
  removePooled(name: string): void;
  setting(name: string): number;
  set(name: string, value: number): void;
}

/** @param most the operator's own number of places; `null`: as the rule says */
export function openFleetRows(sql: SqlStorage, most: number | null): FleetRows {
  sql.exec(`
    CREATE TABLE IF NOT EXISTS waiting (id TEXT PRIMARY KEY, owner TEXT NOT NULL, priority TEXT NOT NULL, since INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS running (id TEXT PRIMARY KEY, owner TEXT NOT NULL, since INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS durations (n INTEGER PRIMARY KEY, ms REAL NOT NULL);
    CREATE TABLE IF NOT EXISTS known (id TEXT PRIMARY KEY, owner TEXT NOT NULL, tier TEXT NOT NULL, state TEXT NOT NULL, activeAt INTEGER NOT NULL, since INTEGER NOT NULL, seen INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS pool (name TEXT PRIMARY KEY, machine TEXT);
    CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
  `);
  const durations = () =>
    sql
      .exec("SELECT ms FROM durations ORDER BY n")
      .toArray()
      .map(({ ms }) => Number(ms));
  const setting = (name: string) =>
    Number(sql.exec("SELECT value FROM settings WHERE name = ?", name).toArray()[0]?.value ?? 0);
  const countIn = (table: "waiting" | "running", ownerId: string) =>
    Number(sql.exec(`SELECT COUNT(*) AS n FROM ${table} WHERE owner = ?`, ownerId).one().n);

  return {
    state: () => ({
      waiting: sql
        .exec("SELECT id, priority, since FROM waiting")
        .toArray() as unknown as Waiting[],
      running: sql.exec("SELECT id, since FROM running").toArray() as unknown as Running[],
      durations: durations(),
      isEmergency: setting("emergency") === 1,
      most,
    }),
    countOf: (ownerId) => countIn("waiting", ownerId) + countIn("running", ownerId),
    wait: ({ sandboxId, ownerId, priority }, now) =>
      void sql.exec("INSERT INTO waiting VALUES (?, ?, ?, ?)", sandboxId, ownerId, priority, now),
    enter(id, now) {
      sql.exec("INSERT INTO running SELECT id, owner, ? FROM waiting WHERE id = ?", now, id);
      sql.exec("DELETE FROM waiting WHERE id = ?", id);
    },
    leave(id) {
      const { rowsWritten } = sql.exec("DELETE FROM running WHERE id = ?", id);
      sql.exec("DELETE FROM waiting WHERE id = ?", id);
      return rowsWritten > 0;
    },
    measure(ms) {
      const next = withDuration(durations(), ms);
      sql.exec("DELETE FROM durations");
      for (const [n, one] of next.entries())
        sql.exec("INSERT INTO durations VALUES (?, ?)", n, one);
    },
    ...knownRows(sql),
    pool: () =>
      sql.exec("SELECT name, machine AS machineId FROM pool").toArray() as unknown as Pooled[],
    putPooled: ({ name, machineId }) =>
      void sql.exec("INSERT OR REPLACE INTO pool VALUES (?, ?)", name, machineId),
    removePooled: (name) => void sql.exec("DELETE FROM pool WHERE name = ?", name),
    setting,
    set: (name, value) =>
      void sql.exec("INSERT OR REPLACE INTO settings VALUES (?, ?)", name, value),
  };
}

/** Every sandbox that isn't deleted, as it told of itself last. */
const knownRows = (sql: SqlStorage): Pick<FleetRows, "known" | "note" | "forget"> => ({
  known: () =>
    sql
      .exec(
        "SELECT id, owner AS ownerId, tier, state, activeAt, since FROM known ORDER BY seen DESC",
      )
      .toArray() as unknown as (Scanned & { readonly ownerId: string; readonly tier: Tier })[],
  note: ({ sandboxId, ownerId, tier, state, activeAt, since }) =>
    void sql.exec(
      `INSERT INTO known VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, tier = excluded.tier,
           state = excluded.state, activeAt = excluded.activeAt, since = excluded.since`,
      sandboxId,
      ownerId,
      tier,
      state,
      activeAt,
      since,
      since,
    ),
  forget: (id) => void sql.exec("DELETE FROM known WHERE id = ?", id),
});
