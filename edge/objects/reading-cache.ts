import { DurableObject } from "cloudflare:workers";
import { RETENTION } from "../../shared/limits.ts";
import { openObjectKey } from "./object-key.ts";
import type { ReadingCalls } from "./reading-messages.ts";
import { openSealedRows, type SealedRows } from "./sealed-rows.ts";

/** How many readings one person's cache holds; the oldest go. */
const MOST = 100;

/**
 * One person's readings by the hash of their file (R1.6): the same file isn't read twice within 30 days.
 * Encrypted, and of this person alone: nobody learns whether somebody else has the same file.
 */
export class ReadingCache
  extends DurableObject<{ readonly MASTER_KEYS?: string }>
  implements ReadingCalls
{
  readonly #sql: SqlStorage;
  #rows: Promise<SealedRows | null> | null = null;

  constructor(state: DurableObjectState, env: { readonly MASTER_KEYS?: string }) {
    super(state, env);
    this.#sql = state.storage.sql;
    this.#prepare();
  }

  async get(name: string): Promise<Uint8Array | null> {
    const fresh = this.#sql
      .exec("SELECT name FROM readings WHERE name = ? AND until > ?", name, Date.now())
      .toArray();
    if (fresh.length === 0) return null;
    return (await this.#open())?.get(name) ?? null;
  }

  async put(name: string, bytes: Uint8Array): Promise<void> {
    const rows = await this.#open();
    if (!rows) return;
    await rows.put(name, bytes);
    const until = Date.now() + RETENTION.readingMs;
    this.#sql.exec("INSERT OR REPLACE INTO readings VALUES (?, ?)", name, until);
    const tooMany = this.#sql
      .exec<{ name: string }>(
        "SELECT name FROM readings ORDER BY until DESC LIMIT -1 OFFSET ?",
        MOST,
      )
      .toArray();
    this.#remove(
      rows,
      tooMany.map(({ name }) => name),
    );
    await this.#expireLater();
  }

  async erase(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.#rows = null;
    this.#prepare();
  }

  override async alarm(): Promise<void> {
    const over = this.#sql
      .exec<{ name: string }>("SELECT name FROM readings WHERE until <= ?", Date.now())
      .toArray();
    const rows = await this.#open();
    if (rows) {
      this.#remove(
        rows,
        over.map(({ name }) => name),
      );
    }
    await this.#expireLater();
  }

  async #expireLater(): Promise<void> {
    const next = this.#sql
      .exec<{ at: number | null }>("SELECT MIN(until) AS at FROM readings")
      .one().at;
    if (next === null) await this.erase();
    else await this.ctx.storage.setAlarm(next);
  }

  #remove(rows: SealedRows, names: readonly string[]): void {
    for (const name of names) {
      rows.remove(name);
      this.#sql.exec("DELETE FROM readings WHERE name = ?", name);
    }
  }

  #prepare(): void {
    this.#sql.exec(
      "CREATE TABLE IF NOT EXISTS readings (name TEXT PRIMARY KEY, until INTEGER NOT NULL)",
    );
  }

  /** `null` where there is no master key: then nothing is kept. */
  #open(): Promise<SealedRows | null> {
    this.#rows ??= (async () => {
      const key = await openObjectKey(this.#sql, this.env.MASTER_KEYS);
      return key.ok ? openSealedRows(this.ctx.storage, key.value) : null;
    })();
    return this.#rows;
  }
}
