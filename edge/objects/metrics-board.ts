import { DurableObject } from "cloudflare:workers";
import type { MetricsDelta } from "../domain/metrics.ts";

/** `2026-11-21`, in UTC. */
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Adds up what all isolates counted. One for the whole service; it is called in batches. */
export class MetricsBoard extends DurableObject {
  readonly #sql: SqlStorage;

  constructor(state: DurableObjectState, env: Cloudflare.Env) {
    super(state, env);
    this.#sql = state.storage.sql;
    this.#sql.exec(
      "CREATE TABLE IF NOT EXISTS totals (series TEXT PRIMARY KEY, value REAL NOT NULL)",
    );
    this.#sql.exec(
      "CREATE TABLE IF NOT EXISTS today (day TEXT, series TEXT, value REAL NOT NULL, PRIMARY KEY (day, series))",
    );
  }

  /** Adds a batch to the totals. */
  add(delta: MetricsDelta): void {
    for (const [series, value] of Object.entries(delta)) {
      this.#sql.exec(
        "INSERT INTO totals VALUES (?, ?) ON CONFLICT (series) DO UPDATE SET value = value + excluded.value",
        series,
        value,
      );
    }
    this.#addToday(delta);
  }

  /** Calls to others since midnight UTC, by series. */
  callsToday(): MetricsDelta {
    const rows = this.#sql.exec<{ series: string; value: number }>(
      "SELECT series, value FROM today WHERE day = ?",
      dayOf(Date.now()),
    );
    return Object.fromEntries([...rows].map(({ series, value }) => [series, value]));
  }

  #addToday(delta: MetricsDelta): void {
    const day = dayOf(Date.now());
    const calls = Object.entries(delta).filter(([series]) => series.startsWith("outbound_total"));
    if (calls.length > 0) this.#sql.exec("DELETE FROM today WHERE day < ?", day);
    for (const [series, value] of calls) {
      this.#sql.exec(
        "INSERT INTO today VALUES (?, ?, ?) ON CONFLICT (day, series) DO UPDATE SET value = value + excluded.value",
        day,
        series,
        value,
      );
    }
  }

  /** What was added since the last call of this. */
  sinceLastLook(): MetricsDelta {
    const now = this.totals();
    const before = this.ctx.storage.kv.get<MetricsDelta>("last-look") ?? {};
    this.ctx.storage.kv.put("last-look", now);
    return Object.fromEntries(
      Object.entries(now).map(([series, total]) => [series, total - (before[series] ?? 0)]),
    );
  }

  /** Every series with its total since the service began. */
  totals(): MetricsDelta {
    const rows = this.#sql.exec<{ series: string; value: number }>("SELECT * FROM totals");
    return Object.fromEntries([...rows].map((row) => [row.series, row.value]));
  }
}
