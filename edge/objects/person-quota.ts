import { METER_IDS, type Meter, type MeterId } from "../../shared/api/usage.ts";
import type { JobKind } from "../../shared/job.ts";
import { JOB_LIMITS, TIER_LIMITS, type Tier } from "../../shared/limits.ts";
import {
  METER_RULES,
  meterNow,
  meterView,
  release,
  reserve,
  settle,
  type MeterState,
} from "../domain/quota.ts";
import {
  mayRepair,
  messagesNow,
  withRepair,
  withTurn,
  type MessageCalls,
} from "../domain/repairs.ts";
import { takeTokens, type Bucket, type RateDecision } from "../domain/rate-limit.ts";
import type { HeldCall, KnownJob, ModelCall } from "./job-messages.ts";
import { WatchedObject } from "./watched-object.ts";

/** Nobody came for this long (a month's counts have ended): what was counted is forgotten. */
const FORGET_MS = 40 * 86_400_000;
const MINUTE = 60_000;
/** Longer than any job lives: its tries, the day it is kept, and an operator who runs it again. */
const LISTED_MS = 7 * JOB_LIMITS.keptMs;

/**
 * What one person (or, for anonymous ones, one address) has used. Each call reads, decides and writes
 * without a pause in between, so that calls at the same time are exact.
 */
export class PersonQuota extends WatchedObject {
  /** What was taken of the bucket of requests, in memory: it refills within a minute anyway. */
  #bucket: Bucket | null = null;
  #isPrepared = false;

  /** Takes tokens of the bucket of requests. Touches no storage: every request waits for the answer. */
  takeRate(tier: Tier, tokens: number): RateDecision {
    const rule = { tokens: TIER_LIMITS[tier].requestsPerMinute, refillMs: MINUTE };
    const taken = takeTokens(this.#bucket, rule, tokens, Date.now());
    this.#bucket = taken.bucket;
    return taken.decision;
  }

  /** Holds an amount for an act; the meter as it is then, and whether it fitted. */
  async reserve(
    meter: MeterId,
    act: { readonly id: string; readonly amount: number; readonly tier: Tier },
  ): Promise<{ readonly allowed: boolean; readonly meter: Meter }> {
    const now = Date.now();
    const { state, allowed } = reserve(this.#meter(meter), METER_RULES[meter], act, now);
    this.#write(`meter:${meter}`, state);
    await this.#forgetLater();
    return { allowed, meter: meterView(meter, state, act.tier, now) };
  }

  /**
   * Holds tokens for a call of the model. A repair is held apart, where its message has been charged and
   * neither its calls nor the month's tokens for repairs are used up; else it is held like any other.
   */
  async reserveCall(call: ModelCall): Promise<HeldCall> {
    const { messageId, isRepair, ...act } = call;
    const now = Date.now();
    const before = messagesNow(this.#read<MessageCalls[]>("messages"), now);
    if (isRepair && mayRepair(before, messageId)) {
      const held = await this.reserve("ai-repair-tokens", act);
      if (held.allowed) {
        this.#write("messages", withRepair(before, messageId));
        return { ...held, meterId: "ai-repair-tokens" };
      }
    }
    const held = await this.reserve("ai-tokens", act);
    if (held.allowed && messageId) this.#write("messages", withTurn(before, messageId, now));
    return { ...held, meterId: "ai-tokens" };
  }

  /** Counts an act with what it took. */
  async settle(meter: MeterId, act: { readonly id: string; readonly amount: number }) {
    const state = settle(this.#meter(meter), METER_RULES[meter], act, Date.now());
    this.#write(`meter:${meter}`, state);
    await this.#forgetLater();
  }

  /** Lets go of what an act held that didn't happen. */
  release(meter: MeterId, id: string): void {
    const state = release(this.#meter(meter), METER_RULES[meter], id, Date.now());
    this.#write(`meter:${meter}`, state);
  }

  /** Says how much there is now of what doesn't begin again: bytes kept, sites published. */
  setUsed(meter: MeterId, used: number): void {
    const state = meterNow(this.#meter(meter), METER_RULES[meter], Date.now());
    this.#write(`meter:${meter}`, { ...state, used });
  }

  /** Every meter. */
  usage(tier: Tier): readonly Meter[] {
    const now = Date.now();
    return METER_IDS.map((id) => meterView(id, this.#meter(id), tier, now));
  }

  /**
   * Remembers a job of this person; says whether it is the first. Only by this list is a job found when
   * its person takes everything along or is deleted: none is forgotten before it is gone itself.
   */
  async rememberJob(id: string, kind: JobKind): Promise<{ readonly isFirst: boolean }> {
    const before = this.#sql.exec("SELECT id FROM jobs WHERE id <> ? LIMIT 1", id).toArray();
    const at = Date.now();
    this.#sql.exec("DELETE FROM jobs WHERE at < ?", at - LISTED_MS);
    await this.takeJobs([{ id, kind, at }]);
    return { isFirst: before.length === 0 };
  }

  /** Remembers jobs that were another person's; those that are known stay as they are. */
  async takeJobs(jobs: readonly KnownJob[]): Promise<void> {
    for (const { id, kind, at } of jobs) {
      this.#sql.exec("INSERT OR IGNORE INTO jobs VALUES (?, ?, ?)", id, kind, at);
    }
    await this.#forgetLater();
  }

  /** The person's jobs, newest first; those that are over for a day are gone themselves. */
  jobs(): readonly KnownJob[] {
    return this.#sql
      .exec<{ id: string; kind: JobKind; at: number }>("SELECT * FROM jobs ORDER BY at DESC")
      .toArray();
  }

  /** Forgets the person. */
  async forget(): Promise<void> {
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.#isPrepared = false;
  }

  override async alarm(): Promise<void> {
    const seen = this.#read<number>("seen") ?? 0;
    if (Date.now() - seen < FORGET_MS) await this.ctx.storage.setAlarm(seen + FORGET_MS);
    else await this.forget();
  }

  /** The storage, with its tables: made when something is first to be kept or looked up. */
  get #sql(): SqlStorage {
    const { sql } = this.ctx.storage;
    if (this.#isPrepared) return sql;
    sql.exec("CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value TEXT NOT NULL)");
    sql.exec(
      "CREATE TABLE IF NOT EXISTS jobs (id TEXT PRIMARY KEY, kind TEXT NOT NULL, at INTEGER NOT NULL)",
    );
    this.#isPrepared = true;
    return sql;
  }

  #meter(id: MeterId): MeterState | null {
    return this.#read<MeterState>(`meter:${id}`);
  }

  #read<T>(name: string): T | null {
    const row = this.#sql
      .exec<{ value: string }>("SELECT value FROM kept WHERE name = ?", name)
      .toArray()[0];
    return row ? (JSON.parse(row.value) as T) : null;
  }

  #write(name: string, value: unknown): void {
    this.#sql.exec("INSERT OR REPLACE INTO kept VALUES (?, ?)", name, JSON.stringify(value));
  }

  /** Once a day is often enough to know when somebody was here last. */
  async #forgetLater(): Promise<void> {
    const seen = this.#read<number>("seen");
    const now = Date.now();
    if (seen !== null && now - seen < 86_400_000) return;
    this.#write("seen", now);
    if (seen === null) await this.ctx.storage.setAlarm(now + FORGET_MS);
  }
}
