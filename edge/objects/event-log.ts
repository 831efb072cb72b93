import type { JobEvent } from "../../shared/job.ts";
import { nextEvent, type Said } from "../domain/job-run.ts";
import { openEventStream } from "./event-stream.ts";
import { seal, unseal } from "../keys/seal.ts";

/** A job's events: encrypted rows numbered from 1, and the streams that read them. */
export interface EventLog {
  /**
   * Writes an event down, together with `change` in one transaction, and only then shows it to streams:
   * what a stream has sent is there after a crash. When the job is over nothing more is written
   * (`null`), unless it is being run again.
   */
  append(said: Said, change?: () => void, isAgain?: boolean): Promise<JobEvent | null>;
  last(): Promise<JobEvent | null>;
  /** Server-sent events from after `after`, then as they come, until the job is over. */
  stream(after: number): ReadableStream<Uint8Array>;
  /** Ends all streams. */
  close(): void;
}

const encoder = new TextEncoder();

export function openEventLog(
  storage: DurableObjectStorage,
  key: CryptoKey,
  isOver: () => boolean,
): EventLog {
  const { sql } = storage;
  sql.exec("CREATE TABLE IF NOT EXISTS events (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL)");
  /** Events are written one after another, though sealing each takes a moment. */
  let writing: Promise<unknown> = Promise.resolve();
  /** Streams that wait for an event. */
  const arrivals = new Set<() => void>();
  const { read, remember } = openEventRows(sql, key);
  let isClosed = false;

  const wake = () => {
    for (const arrive of arrivals) arrive();
    arrivals.clear();
  };
  const lastId = () =>
    sql.exec<{ id: number | null }>("SELECT MAX(id) AS id FROM events").one().id ?? 0;

  /** The last event that a crash can't take; streams see no later one. */
  let durable = lastId();

  async function write(said: Said, change: () => void, isAgain: boolean): Promise<JobEvent | null> {
    const last = await read(lastId());
    const event = nextEvent(last, said, Date.now());
    const bytes = encoder.encode(JSON.stringify(event));
    const sealed = await seal(key, bytes, `event:${event.id}`);
    if (isOver() && !isAgain) return null;
    storage.transactionSync(() => {
      sql.exec("INSERT INTO events VALUES (?, ?)", event.id, sealed.slice().buffer);
      change();
    });
    await storage.sync();
    remember(event);
    durable = event.id;
    wake();
    return event;
  }

  return {
    append(said, change = () => {}, isAgain = false) {
      const written = writing.then(() => write(said, change, isAgain));
      writing = written.catch(() => undefined);
      return written;
    },
    last: () => read(lastId()),
    stream: (after) =>
      openEventStream(after, {
        read: async (id) => (id <= durable ? read(id) : null),
        isAtEnd: (sent) => isClosed || (isOver() && sent >= lastId()),
        onArrival: (arrive) => arrivals.add(arrive),
      }),
    close() {
      isClosed = true;
      wake();
    },
  };
}

/** Events by number out of their rows, each opened once. */
function openEventRows(sql: SqlStorage, key: CryptoKey) {
  const known = new Map<number, JobEvent>();
  return {
    remember: (event: JobEvent) => void known.set(event.id, event),
    async read(id: number): Promise<JobEvent | null> {
      const there = known.get(id);
      if (there) return there;
      const row = sql
        .exec<{ sealed: ArrayBuffer }>("SELECT sealed FROM events WHERE id = ?", id)
        .toArray()[0];
      if (!row) return null;
      const bytes = await unseal(key, new Uint8Array(row.sealed), `event:${id}`);
      if (!bytes) throw new Error(`Event ${id} can’t be opened.`);
      const event = JSON.parse(new TextDecoder().decode(bytes)) as JobEvent;
      known.set(id, event);
      return event;
    },
  };
}
