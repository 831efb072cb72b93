import { JOB_LIMITS, RETENTION } from "../../shared/limits.ts";
import { toBase64Url, utf8 } from "../keys/seal.ts";
import { hasTable } from "./has-table.ts";
import type { Named } from "./job-messages.ts";
import { hasObjectKey, openObjectKey } from "./object-key.ts";
import type { ReadingCalls } from "./reading-messages.ts";
import { openSealedRows, type SealedRows } from "./sealed-rows.ts";
import { WatchedObject } from "./watched-object.ts";

/** How many readings one person's cache holds; the oldest go. */
const MOST = 100;
/** A try of a job that began before a move may put something for so long, in milliseconds. */
const PASS_ON_MS = 2 * JOB_LIMITS.tryMs;
/** Where the readings went, while that matters. */
const MOVED_TO = "moved-to";

interface ReadingEnv {
  readonly MASTER_KEYS?: string;
  readonly READINGS: Named<ReadingCalls>;
}

interface Opened {
  readonly rows: SealedRows;
  /** A name as it is kept: keyed, so that it can't be asked whether somebody has a certain file. */
  keyed(name: string): Promise<string>;
}

/**
 * One person's readings by the hash of their file (R1.6): the same file isn't read twice within 30 days.
 * Encrypted, and of this person alone: nobody learns whether somebody else has the same file. Components
 * that a model wrote for them lie among the readings (`model/component-cache.ts`).
 */
export class ReadingCache extends WatchedObject<ReadingEnv> implements ReadingCalls {
  readonly #sql: SqlStorage;
  #opening: Promise<Opened | null> | null = null;

  constructor(state: DurableObjectState, env: ReadingEnv) {
    super(state, env);
    this.#sql = state.storage.sql;
  }

  async get(name: string): Promise<Uint8Array | null> {
    const opened = hasObjectKey(this.#sql) ? await this.#open() : null;
    if (!opened) return null;
    const kept = await opened.keyed(name);
    const isFresh = this.#listed("name = ? AND until > ?", kept, Date.now()).length > 0;
    const bytes = isFresh ? await opened.rows.get(kept) : null;
    return bytes && openFrame(bytes).bytes;
  }

  async put(name: string, bytes: Uint8Array, until?: number): Promise<void> {
    const elsewhere = this.ctx.storage.kv.get<string>(MOVED_TO);
    if (elsewhere) return this.env.READINGS.getByName(elsewhere).put(name, bytes, until);
    const opened = await this.#open();
    if (!opened) return;
    const kept = await opened.keyed(name);
    await opened.rows.put(kept, frame(name, bytes));
    this.#sql.exec(TABLE);
    this.#sql.exec(
      "INSERT OR REPLACE INTO readings VALUES (?, ?)",
      kept,
      until ?? Date.now() + RETENTION.readingMs,
    );
    this.#remove(opened.rows, this.#listed("TRUE ORDER BY until DESC LIMIT -1 OFFSET ?", MOST));
    await this.#expireLater();
  }

  async nth(n: number): Promise<Uint8Array | null> {
    const opened = hasObjectKey(this.#sql) ? await this.#open() : null;
    const [reading] = this.#listed("TRUE ORDER BY until DESC, name LIMIT 1 OFFSET ?", n);
    const bytes = reading && (await opened?.rows.get(reading.name));
    return bytes ? openFrame(bytes).bytes : null;
  }

  async moveTo(personId: string): Promise<void> {
    this.ctx.storage.kv.put(MOVED_TO, personId);
    const opened = hasObjectKey(this.#sql) ? await this.#open() : null;
    const there = this.env.READINGS.getByName(personId);
    for (const { name: kept, until } of opened ? this.#listed("TRUE") : []) {
      const framed = await opened!.rows.get(kept);
      if (framed) {
        const { name, bytes } = openFrame(framed);
        await there.put(name, bytes, until);
      }
      this.#remove(opened!.rows, [{ name: kept }]);
    }
    await this.ctx.storage.setAlarm(Date.now() + PASS_ON_MS);
  }

  async wrapAnew(): Promise<void> {
    if (hasObjectKey(this.#sql)) await openObjectKey(this.#sql, this.env.MASTER_KEYS);
  }

  async erase(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.#opening = null;
  }

  override async alarm(): Promise<void> {
    const opened = hasObjectKey(this.#sql) ? await this.#open() : null;
    if (opened) this.#remove(opened.rows, this.#listed("until <= ?", Date.now()));
    await this.#expireLater();
  }

  async #expireLater(): Promise<void> {
    const next = this.#listed("TRUE ORDER BY until LIMIT 1")[0];
    if (next) await this.ctx.storage.setAlarm(next.until);
    else await this.erase();
  }

  #listed(where: string, ...values: (string | number)[]): readonly Reading[] {
    if (!hasTable(this.#sql, "readings")) return [];
    return this.#sql
      .exec<Reading>(`SELECT name, until FROM readings WHERE ${where}`, ...values)
      .toArray();
  }

  #remove(rows: SealedRows, readings: readonly Pick<Reading, "name">[]): void {
    for (const { name } of readings) {
      rows.remove(name);
      this.#sql.exec("DELETE FROM readings WHERE name = ?", name);
    }
  }

  /** `null` where there is no master key: then nothing is kept. */
  #open(): Promise<Opened | null> {
    this.#opening ??= (async () => {
      const key = await openObjectKey(this.#sql, this.env.MASTER_KEYS);
      if (!key.ok) return null;
      const { content, names } = key.value;
      const keyed = async (name: string) => {
        const bytes = utf8.encode(name) as Uint8Array<ArrayBuffer>;
        return toBase64Url(new Uint8Array(await crypto.subtle.sign("HMAC", names, bytes)));
      };
      return { rows: openSealedRows(this.ctx.storage, content), keyed };
    })();
    return this.#opening;
  }
}

const TABLE = "CREATE TABLE IF NOT EXISTS readings (name TEXT PRIMARY KEY, until INTEGER NOT NULL)";

interface Reading extends Record<string, SqlStorageValue> {
  readonly name: string;
  readonly until: number;
}

/** A reading keeps its own name beside its bytes: under another person it is kept by another key. */
function frame(name: string, bytes: Uint8Array): Uint8Array {
  const head = utf8.encode(`${name}\0`);
  const whole = new Uint8Array(head.length + bytes.length);
  whole.set(head);
  whole.set(bytes, head.length);
  return whole;
}

function openFrame(framed: Uint8Array): { readonly name: string; readonly bytes: Uint8Array } {
  const end = framed.indexOf(0);
  return { name: utf8.decode(framed.subarray(0, end)), bytes: framed.slice(end + 1) };
}
