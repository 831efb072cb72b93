import type { FailedJob } from "../../shared/api/operator.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { JobKind, JobPriority } from "../../shared/job.ts";
import { JOB_LIMITS } from "../../shared/limits.ts";
import {
  expectedWaits,
  mayStart,
  mayWait,
  placeOf,
  queueLimitsOf,
  withDuration,
  type QueueLimits,
  type QueueState,
  type Running,
  type Waiting,
} from "../domain/queue-order.ts";
import { tryMsOf } from "../domain/job-run.ts";
import type { JobCalls, Named, QueueCalls, QueueLook, QueuePosition } from "./job-messages.ts";
import { WatchedObject } from "./watched-object.ts";

/** A job that has run for so much longer than it may without a word is asked whether it still does. */
const GRACE_MS = 15_000;

interface QueueEnv {
  readonly JOB: Named<JobCalls>;
}

/**
 * Who runs and who waits, for one kind of job. All of it is in SQLite: after a crash it goes on. A job
 * that doesn't tell its end (its object died) is asked, and loses its place when it is over.
 */
export class JobQueue extends WatchedObject<QueueEnv> implements QueueCalls {
  readonly #sql: SqlStorage;
  /** Those of the kind that the queue is named by. */
  readonly #limits: QueueLimits;
  readonly #askAfterMs: number;
  /** The place each waiting job was told last. */
  readonly #told = new Map<string, number>();

  constructor(state: DurableObjectState, env: QueueEnv) {
    super(state, env);
    this.#sql = state.storage.sql;
    const kind = state.id.name as JobKind;
    this.#limits = queueLimitsOf(kind);
    this.#askAfterMs = tryMsOf(kind) + GRACE_MS;
    this.#sql.exec(`
      CREATE TABLE IF NOT EXISTS waiting (id TEXT PRIMARY KEY, priority TEXT NOT NULL, since INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS running (id TEXT PRIMARY KEY, since INTEGER NOT NULL, askAt INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS lanes (id TEXT PRIMARY KEY, lane TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS durations (n INTEGER PRIMARY KEY, ms REAL NOT NULL);
      CREATE TABLE IF NOT EXISTS failed (id TEXT PRIMARY KEY, at INTEGER NOT NULL, job TEXT NOT NULL);
    `);
  }

  async enqueue(job: {
    readonly jobId: string;
    readonly priority: JobPriority;
    readonly lane?: string | undefined;
    readonly isBack: boolean;
  }): Promise<Result<QueuePosition>> {
    const { jobId, priority, lane, isBack } = job;
    const now = Date.now();
    const state = this.#state();
    const isKnown = [...state.waiting, ...state.running].some(({ id }) => id === jobId);
    if (!isKnown) {
      const may = mayWait(state, this.#limits, now);
      const startsAtOnce = state.running.length < this.#limits.running;
      if (!may.allowed && !isBack && !startsAtOnce) return fail(isFull(may.retryAfterMs));
      this.#sql.exec("INSERT INTO waiting VALUES (?, ?, ?)", jobId, priority, now);
      if (lane !== undefined) {
        this.#sql.exec("INSERT OR REPLACE INTO lanes VALUES (?, ?)", jobId, lane);
      }
    }
    this.#dispatch();
    await this.#askLater();
    return ok(placeOf(this.#state(), this.#limits, jobId, now));
  }

  async place(jobId: string): Promise<QueuePosition> {
    return placeOf(this.#state(), this.#limits, jobId, Date.now());
  }

  async leave(jobId: string, ranMs: number | null): Promise<void> {
    this.#sql.exec("DELETE FROM waiting WHERE id = ?", jobId);
    this.#sql.exec("DELETE FROM running WHERE id = ?", jobId);
    this.#sql.exec("DELETE FROM lanes WHERE id = ?", jobId);
    this.#told.delete(jobId);
    if (ranMs !== null) this.#measure(ranMs);
    this.#dispatch();
    await this.#askLater();
  }

  /** How many run and wait, for the gauges. */
  look(): QueueLook {
    const { running, waiting } = this.#state();
    const since = running.map((one) => one.since);
    return {
      running: running.length,
      waiting: waiting.length,
      oldestSince: since.length > 0 ? Math.min(...since) : null,
    };
  }

  async addFailed(job: FailedJob): Promise<void> {
    const { jobId, failedAt } = job;
    this.#sql.exec("DELETE FROM failed WHERE at < ?", Date.now() - JOB_LIMITS.keptMs);
    const row = JSON.stringify(job);
    this.#sql.exec("INSERT OR REPLACE INTO failed VALUES (?, ?, ?)", jobId, failedAt, row);
  }

  /** Jobs that failed after their last try and are still kept, newest first. */
  listFailed(): readonly FailedJob[] {
    return this.#sql
      .exec<{
        job: string;
      }>("SELECT job FROM failed WHERE at >= ? ORDER BY at DESC", Date.now() - JOB_LIMITS.keptMs)
      .toArray()
      .map(({ job }) => JSON.parse(job) as FailedJob);
  }

  async removeFailed(jobId: string): Promise<void> {
    this.#sql.exec("DELETE FROM failed WHERE id = ?", jobId);
  }

  /** Asks the jobs that should have told their end. */
  override async alarm(): Promise<void> {
    const now = Date.now();
    const due = this.#sql
      .exec<{ id: string }>("SELECT id FROM running WHERE askAt <= ?", now)
      .toArray();
    for (const { id } of due) await this.#startOne(id);
    this.#dispatch();
    await this.#askLater();
  }

  /** Starts who may start, and tells who moved: far from the head only every fifth place, each costs a write. */
  #dispatch(): void {
    const now = Date.now();
    const starting = mayStart(this.#state(), this.#limits, now);
    for (const { id } of starting) {
      this.#sql.exec("DELETE FROM waiting WHERE id = ?", id);
      this.#sql.exec(
        "INSERT OR REPLACE INTO running VALUES (?, ?, ?)",
        id,
        now,
        now + this.#askAfterMs,
      );
      this.#told.delete(id);
      this.ctx.waitUntil(this.#startOne(id));
    }
    for (const { id, position, expectedWaitMs } of this.#places(now)) {
      const isNews = !this.#told.has(id) || position <= 5 || position % 5 === 0;
      if (!isNews || this.#told.get(id) === position) continue;
      this.#told.set(id, position);
      const telling = this.env.JOB.getByName(id).moved({ position, expectedWaitMs });
      // Not to know one's place is no failure.
      this.ctx.waitUntil(telling.catch(() => undefined));
    }
  }

  /** Where nothing is known of a job any more its place is freed; where it can't be reached it is asked later. */
  async #startOne(id: string): Promise<void> {
    const now = Date.now();
    const answer = await this.env.JOB.getByName(id)
      .start()
      .catch(() => "unreachable" as const);
    if (answer === "over") {
      this.#sql.exec("DELETE FROM running WHERE id = ?", id);
      this.#sql.exec("DELETE FROM lanes WHERE id = ?", id);
      this.#dispatch();
    } else {
      const askAt = now + (answer === "runs" ? this.#askAfterMs : 1_000);
      this.#sql.exec("UPDATE running SET askAt = ? WHERE id = ?", askAt, id);
    }
    await this.#askLater();
  }

  #places(now: number) {
    return expectedWaits(this.#state(), this.#limits, now).map(({ id, waitMs }, index) => ({
      id,
      position: index + 1,
      expectedWaitMs: waitMs,
    }));
  }

  #measure(ms: number): void {
    const durations = withDuration(this.#state().durations, ms);
    this.#sql.exec("DELETE FROM durations");
    for (const [n, one] of durations.entries()) {
      this.#sql.exec("INSERT INTO durations VALUES (?, ?)", n, one);
    }
  }

  #state(): QueueState {
    const rows = this.#sql.exec("SELECT ms FROM durations ORDER BY n").toArray();
    return {
      waiting: this.#sql
        .exec("SELECT id, priority, since, lane FROM waiting LEFT JOIN lanes USING (id)")
        .toArray() as unknown as Waiting[],
      running: this.#sql
        .exec("SELECT id, since, lane FROM running LEFT JOIN lanes USING (id)")
        .toArray() as unknown as Running[],
      durations: rows.map(({ ms }) => Number(ms)),
    };
  }

  async #askLater(): Promise<void> {
    const next = this.#sql
      .exec<{ at: number | null }>("SELECT MIN(askAt) AS at FROM running")
      .one().at;
    if (next === null) await this.ctx.storage.deleteAlarm();
    else await this.ctx.storage.setAlarm(next);
  }
}

const isFull = (retryAfterMs: number): Failure => ({
  kind: "unavailable",
  message: `${JOB_LIMITS.queueDepth} others wait already.`,
  nextStep: `Try again in ${Math.ceil(retryAfterMs / 1000)} s; your browser can read and build by itself meanwhile.`,
  retryable: true,
  retryAfterMs,
});
