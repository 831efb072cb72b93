import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { JobView } from "../../shared/job.ts";
import type { JobResult } from "../../shared/job-result.ts";
import { JOB_LIMITS } from "../../shared/limits.ts";
import { afterFailure, isOver } from "../domain/job-run.ts";
import type { MetricsDelta } from "../domain/metrics.ts";
import type { JobEnv } from "../jobs/job-work.ts";
import { hasEnding, settleEnd } from "./job-end.ts";
import { CANCELLED, CRASHED, GONE } from "./job-failures.ts";
import type { JobCalls, JobOrder, QueuePosition } from "./job-messages.ts";
import { openJobParts, type JobParts } from "./job-parts.ts";
import { FRESH, openJobRecord, type JobRecordStore } from "./job-record.ts";
import { jobView, lastWords, NO_PLACE, streamAnswer, tellMetrics } from "./job-view.ts";
import { beginTry, type TryParts } from "./job-try.ts";
import { hasObjectKey, openObjectKey } from "./object-key.ts";
import { WatchedObject } from "./watched-object.ts";

/** A job that waits looks this often whether the queue still knows it. */
const LOOK_AFTER_MS = 60_000;
/** Work that was told to stop is waited for this long, in milliseconds, before its job is erased. */
const STOPS_WITHIN_MS = 5_000;

/**
 * One job: what it is about (encrypted), its record, its events, and the try that runs. Tries run in the
 * object's alarm, which the platform repeats after a crash: so a job that was begun is ended.
 */
export class Job extends WatchedObject<JobEnv> implements JobCalls {
  #record: JobRecordStore;
  #opening: Promise<Result<JobParts>> | null = null;
  /** Ends the try that runs. */
  #running: AbortController | null = null;
  /** The last try's work touches nothing any more. */
  #settled: Promise<void> = Promise.resolve();
  readonly #ends = new Set<() => void>();

  constructor(state: DurableObjectState, env: JobEnv) {
    super(state, env);
    this.#record = openJobRecord(state.storage.sql);
  }

  /** Takes an order, once; the same order again answers with the job that is there. */
  async create(order: JobOrder): Promise<Result<JobView>> {
    const { input, file, ...about } = order;
    const opened = await this.#open();
    if (!opened.ok) return opened;
    const { rows, events } = opened.value;
    const there = this.#record.read();
    if (there) return there.personId === order.personId ? this.view() : fail(GONE);
    await rows.putJson("input", input);
    if (file) await rows.put("file", file);
    if (this.#record.read()) return this.view();
    this.#record.create({ ...about, ...FRESH, status: "queued", createdAt: Date.now() });
    const place = { jobId: order.jobId, position: 0, expectedWaitMs: 0 };
    await events.append({ type: "step", step: "queue", message: "Accepted", detail: place });
    const { jobId, priority, lane } = order;
    const queued = await this.#queue.enqueue({ jobId, priority, lane, isBack: false });
    if (!queued.ok) {
      await this.erase();
      return queued;
    }
    if (this.#record.read()?.status === "queued") await this.#wakeIn(LOOK_AFTER_MS);
    return this.view();
  }

  async start(): Promise<"runs" | "over"> {
    const record = this.#record.read();
    if (!record || isOver(record.status)) return "over";
    if (record.status === "queued") {
      // It waits for its next try; it comes back by itself.
      if (record.retryAt !== null) return "over";
      this.#record.change({ status: "running" });
    }
    if (!this.#running) await this.#wakeIn(0);
    return "runs";
  }

  async moved(place: QueuePosition): Promise<void> {
    const record = this.#record.read();
    const opened = await this.#open();
    if (!opened.ok || record?.status !== "queued") return;
    await opened.value.events.append({
      type: "progress",
      step: "queue",
      message: `Place ${place.position} in the queue`,
      detail: { jobId: record.jobId, ...place },
    });
  }

  async isOwnedBy(personId: string): Promise<boolean> {
    return this.#record.read()?.personId === personId;
  }

  async view(): Promise<Result<JobView>> {
    const record = this.#record.read();
    const opened = await this.#open();
    if (!record || !opened.ok) return fail(GONE);
    const last = await opened.value.events.last();
    const waits = record.status === "queued" && record.retryAt === null;
    const place = waits ? await this.#queue.place(record.jobId) : NO_PLACE;
    return ok(jobView(record, last, place));
  }

  async viewAtEnd(waitMs: number): Promise<Result<JobView>> {
    const record = this.#record.read();
    if (record && !isOver(record.status)) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        this.#ends.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return this.view();
  }

  async cancel(): Promise<Result<JobView>> {
    const record = this.#record.read();
    if (!record) return fail(GONE);
    if (isOver(record.status)) return this.view();
    this.#running?.abort();
    await this.#end("cancelled", CANCELLED);
    return this.view();
  }

  async runAgain(): Promise<Result<JobView>> {
    const opened = await this.#open();
    if (!opened.ok || this.#record.read()?.status !== "failed") return fail(GONE);
    const said = { type: "warning", step: "queue", message: "Run again by the operator" } as const;
    const again = () => {
      this.#record.change({ ...FRESH, status: "queued", told: this.#record.read()!.told });
    };
    await opened.value.events.append(said, again, true);
    await this.#comeBack();
    return this.view();
  }

  async output(name: string): Promise<Uint8Array | null> {
    const opened = await this.#open();
    return opened.ok ? opened.value.rows.get(`output:${name}`) : null;
  }

  async giveTo(from: string, to: Pick<JobOrder, "personId" | "tier">): Promise<void> {
    const record = this.#record.read();
    if (record?.personId === from) this.#record.change({ personId: to.personId, tier: to.tier });
  }

  async wrapAnew(): Promise<void> {
    const { sql } = this.ctx.storage;
    if (hasObjectKey(sql)) await openObjectKey(sql, this.env.MASTER_KEYS);
  }

  async erase(): Promise<void> {
    const record = this.#record.read();
    this.#running?.abort();
    // What the work has under way may still reach others, for example the readings.
    await Promise.race([this.#settled, scheduler.wait(STOPS_WITHIN_MS)]);
    if (record && !record.hasLeft) await this.#queue.leave(record.jobId, null);
    if (record) await this.#queue.removeFailed(record.jobId);
    if (this.#opening) {
      const opened = await this.#opening;
      if (opened.ok) opened.value.events.close();
    }
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.#opening = null;
    this.#record = openJobRecord(this.ctx.storage.sql);
  }

  /** The event stream. */
  override async fetch(request: Request): Promise<Response> {
    const opened = await this.#open();
    if (!opened.ok || !this.#record.read()) return new Response(null, { status: 404 });
    return streamAnswer(opened.value.events, request);
  }

  /** Whatever is due: the try that runs, the return after a failed one, the look at the queue, the end of keeping. */
  override async alarm(): Promise<void> {
    const record = this.#record.read();
    if (!record) return;
    if (record.status === "running") await this.#try();
    else if (record.status === "queued") await this.#comeBack();
    else if (!record.hasLeft) await this.#leaveQueue(null);
    else if (Date.now() >= (record.endedAt ?? 0) + JOB_LIMITS.keptMs) await this.erase();
    else await this.#settle();
  }

  async #comeBack(): Promise<void> {
    const { jobId, priority, lane, tries, retryAt } = this.#record.read()!;
    if (retryAt !== null && Date.now() < retryAt) return this.#wakeIn(retryAt - Date.now());
    this.#record.change({ retryAt: null });
    await this.#wakeIn(LOOK_AFTER_MS);
    const rank = tries > 0 ? "retry" : priority;
    await this.#queue.enqueue({ jobId, priority: rank, lane, isBack: true });
  }

  async #try(): Promise<void> {
    const opened = await this.#open();
    if (!opened.ok || this.#running) return;
    const controller = new AbortController();
    this.#running = controller;
    const before = this.#record.read()!;
    // A try that was cut off by a crash is one of the three: work that brings the worker down ends.
    const record = this.#record.change({ tries: before.tries + 1, triedAt: Date.now() });
    const metrics: MetricsDelta = {};
    const result =
      before.tries >= JOB_LIMITS.tries
        ? fail(CRASHED)
        : await this.#work({ ...opened.value, controller, metrics });
    this.#running = null;
    if (this.#record.read()?.status !== "running") return;
    const ranMs = Date.now() - record.triedAt!;
    if (result.ok) await this.#end("complete", result.value, ranMs);
    else await this.#fail(opened.value, result.failure, ranMs);
    await tellMetrics(this.env.METRICS, this.#record.read()!, metrics, ranMs);
  }

  #work(parts: Pick<TryParts, "rows" | "events" | "controller" | "metrics">) {
    const begun = beginTry({ ...parts, env: this.env, record: this.#record });
    this.#settled = begun.settled;
    return begun.result;
  }

  async #fail({ events }: JobParts, failure: Failure, ranMs: number): Promise<void> {
    const { tries, jobId, kind } = this.#record.read()!;
    const after = afterFailure(failure, tries, Math.random());
    if (after.next === "try-again") {
      const message = `${failure.message} Trying again (${tries + 1} of ${JOB_LIMITS.tries}).`;
      const retryAt = Date.now() + after.inMs;
      await events.append({ type: "warning", step: "queue", message }, () =>
        this.#record.change({ status: "queued", triedAt: null, retryAt }),
      );
      await this.#wakeIn(after.inMs);
      await this.#queue.leave(jobId, ranMs);
      return;
    }
    if (after.forOperator) {
      const failedAt = Date.now();
      await this.#queue.addFailed({ jobId, kind, failure: failure.kind, tries, failedAt });
    }
    await this.#end("failed", failure, ranMs);
  }

  /** Writes the last event and the status together; then the queue and the waiting are told. */
  async #end(
    status: "complete" | "failed" | "cancelled",
    outcome: JobResult | Failure,
    ranMs: number | null = null,
  ): Promise<void> {
    const opened = await this.#open();
    const { createdAt } = this.#record.read()!;
    if (!opened.ok) return;
    const { said, failure } = lastWords(status, outcome, Date.now() - createdAt);
    await opened.value.events.append(said, () => {
      const endedAt = Date.now();
      this.#record.change({ status, failure, endedAt, triedAt: null, hasLeft: false });
      // Only a failed job may be run again; of the others what they were given goes.
      if (status !== "failed") opened.value.rows.remove("file");
    });
    for (const end of this.#ends) end();
    this.#ends.clear();
    await this.#leaveQueue(ranMs);
  }

  async #leaveQueue(ranMs: number | null): Promise<void> {
    await this.#wakeIn(1_000);
    await this.#queue.leave(this.#record.read()!.jobId, ranMs);
    const record = this.#record.change({ hasLeft: true });
    await (hasEnding(record) ? this.#wakeIn(0) : this.#keepUntilOld());
  }

  /** What hangs on the end is brought in order, as often as it takes, once the work touches nothing more. */
  async #settle(): Promise<void> {
    await Promise.race([this.#settled, scheduler.wait(STOPS_WITHIN_MS)]);
    const opened = await this.#open();
    const record = this.#record.read();
    if (!opened.ok || !record) return;
    const isDone = await settleEnd(this.env, record, opened.value.rows);
    // Run again by the operator meanwhile: it has an alarm of its own then.
    if (!isOver(this.#record.read()?.status ?? "queued")) return;
    await (isDone ? this.#keepUntilOld() : this.#wakeIn(LOOK_AFTER_MS));
  }

  get #queue() {
    return this.env.JOB_QUEUE.getByName(this.#record.read()!.kind);
  }

  #keepUntilOld(): Promise<void> {
    return this.#wakeIn((this.#record.read()!.endedAt ?? 0) + JOB_LIMITS.keptMs - Date.now());
  }

  #wakeIn(ms: number): Promise<void> {
    return this.ctx.storage.setAlarm(Date.now() + ms);
  }

  #open(): Promise<Result<JobParts>> {
    this.#opening ??= openJobParts(this.ctx.storage, this.env.MASTER_KEYS, () => this.#record);
    return this.#opening;
  }
}
