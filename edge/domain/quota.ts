import type { Meter, MeterId } from "../../shared/api/usage.ts";
import { AI_LIMITS, JOB_LIMITS, TIER_LIMITS, type Tier } from "../../shared/limits.ts";

/** What is metered (R5.5): over which time, and how much a tier may use of it. `null`: counted only. */
export interface MeterRule {
  readonly period: Meter["period"];
  readonly limit: (tier: Tier) => number | null;
}

export const METER_RULES: Readonly<Record<MeterId, MeterRule>> = {
  "ai-extractions": { period: "day", limit: (tier) => TIER_LIMITS[tier].aiExtractionsPerDay },
  "ai-tokens": { period: "month", limit: (tier) => TIER_LIMITS[tier].aiTokensPerMonth },
  "ai-repair-tokens": {
    period: "month",
    limit: (tier) => TIER_LIMITS[tier].aiTokensPerMonth * AI_LIMITS.repairShare,
  },
  "ai-calls": { period: "month", limit: () => null },
  uploads: { period: "month", limit: () => null },
  analyses: { period: "month", limit: () => null },
  generations: { period: "month", limit: () => null },
  "storage-bytes": { period: "none", limit: (tier) => TIER_LIMITS[tier].storageBytes },
  "published-sites": { period: "none", limit: (tier) => TIER_LIMITS[tier].publishedSites },
  "draft-links": { period: "day", limit: (tier) => TIER_LIMITS[tier].draftLinksPerDay },
};

/** One act against a meter, named by its caller, so that an act told twice counts once. */
export interface Act {
  readonly id: string;
  readonly amount: number;
  /** `held`: under way; `settled`: counted in `used`. */
  readonly status: "held" | "settled";
  /** Epoch milliseconds after which a hold lapses, or a settled act is forgotten. */
  readonly until: number;
}

export interface MeterState {
  /** `2026-11-21`, `2026-11`, or empty for what doesn't begin again. */
  readonly period: string;
  readonly used: number;
  readonly acts: readonly Act[];
}

/** A hold whose holder never came back lapses after this long: longer than all tries of a job. */
const HOLD_MS = 15 * 60_000;

/** The name of the period that a time (epoch milliseconds) falls in; days and months are UTC's. */
export function periodOf(period: Meter["period"], now: number): string {
  if (period === "none") return "";
  return new Date(now).toISOString().slice(0, period === "day" ? 10 : 7);
}

/** When the period of `now` ends, in epoch milliseconds; `null` for what doesn't begin again. */
export function periodEnd(period: Meter["period"], now: number): number | null {
  if (period === "none") return null;
  const date = new Date(now);
  return period === "day"
    ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 1)
    : Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

/** A meter as it is now: a new period begins at 0, lapsed holds are gone. Holds go along into a new period. */
export function meterNow(state: MeterState | null, rule: MeterRule, now: number): MeterState {
  const period = periodOf(rule.period, now);
  const acts = (state?.acts ?? []).filter(({ until }) => until > now);
  return { period, used: state?.period === period ? state.used : 0, acts };
}

const held = (state: MeterState) =>
  state.acts.reduce((sum, { status, amount }) => sum + (status === "held" ? amount : 0), 0);

/**
 * Holds an amount for an act that is about to happen. It is refused when what is used and what others
 * hold leave less than that: so calls at the same time can't overspend together. An act that is held or
 * settled already is allowed and held once.
 */
export function reserve(
  state: MeterState | null,
  rule: MeterRule,
  act: { readonly id: string; readonly amount: number; readonly tier: Tier },
  now: number,
): { readonly state: MeterState; readonly allowed: boolean } {
  const current = meterNow(state, rule, now);
  if (current.acts.some(({ id }) => id === act.id)) return { state: current, allowed: true };
  const limit = rule.limit(act.tier);
  if (limit !== null && current.used + held(current) + act.amount > limit) {
    return { state: current, allowed: false };
  }
  const hold: Act = { id: act.id, amount: act.amount, status: "held", until: now + HOLD_MS };
  return { state: { ...current, acts: [...current.acts, hold] }, allowed: true };
}

/** Counts an act with what it really took, once. It counts too when its hold has lapsed: it happened. */
export function settle(
  state: MeterState | null,
  rule: MeterRule,
  act: { readonly id: string; readonly amount: number },
  now: number,
): MeterState {
  const current = meterNow(state, rule, now);
  const known = current.acts.find(({ id }) => id === act.id);
  if (known?.status === "settled") return current;
  const settled: Act = { ...act, status: "settled", until: now + JOB_LIMITS.keptMs };
  const others = current.acts.filter((one) => one !== known);
  return { ...current, used: current.used + act.amount, acts: [...others, settled] };
}

/** Lets go of what an act held that didn't happen; what is settled stays. */
export function release(
  state: MeterState | null,
  rule: MeterRule,
  id: string,
  now: number,
): MeterState {
  const current = meterNow(state, rule, now);
  return {
    ...current,
    acts: current.acts.filter((one) => one.id !== id || one.status === "settled"),
  };
}

/** A meter as its person sees it. */
export function meterView(id: MeterId, state: MeterState | null, tier: Tier, now: number): Meter {
  const rule = METER_RULES[id];
  const current = meterNow(state, rule, now);
  const used = current.used + held(current);
  const limit = rule.limit(tier);
  return {
    id,
    period: rule.period,
    used,
    limit,
    left: limit === null ? null : Math.max(0, limit - used),
    resetsAt: periodEnd(rule.period, now),
  };
}
