/**
 * When the operator is told directly (R5.7): a table of rules over what is measured. Each incident is
 * told once when it opens and once when it is over.
 */
import type { MetricsDelta } from "./metrics.ts";

/** What the rules look at: everything as it is now, or since the last look. */
export interface Health {
  readonly runningSandboxes: number;
  /** Longest job that goes on now, in milliseconds. */
  readonly longestWorkMs: number;
  /** Used part of the memory, 0–1, where it can be known. */
  readonly memoryRatio: number | null;
  /** Part of each provider's quota that is left, 0–1, where it is known. */
  readonly quotaLeft: Readonly<Record<string, number>>;
  /** Requests since the last look, and those of them that we failed (status 500 and above). */
  readonly requests: number;
  readonly failed: number;
  readonly hostedDown: boolean;
}

export interface Incident {
  /** Stable while it lasts, for example `error-rate` or `quota:gemini`. */
  readonly key: string;
  /** One sentence with the figure. */
  readonly message: string;
}

/** Too few requests say nothing about a rate. */
const LEAST_REQUESTS = 20;

const percent = (ratio: number) => `${Math.round(ratio * 1000) / 10} %`;

const RULES: readonly ((health: Health) => readonly Incident[])[] = [
  ({ runningSandboxes: count }) =>
    count > 15 ? [{ key: "sandboxes", message: `${count} hosted sandboxes run (over 15).` }] : [],
  ({ longestWorkMs: ms }) =>
    ms > 45_000
      ? [{ key: "slow-work", message: `A job has run for ${Math.round(ms / 1000)} s (over 45 s).` }]
      : [],
  ({ memoryRatio: ratio }) =>
    ratio !== null && ratio > 0.9
      ? [{ key: "memory", message: `Memory is at ${percent(ratio)} (over 90 %).` }]
      : [],
  ({ quotaLeft }) =>
    Object.entries(quotaLeft)
      .filter(([, left]) => left < 0.2)
      .map(([provider, left]) => ({
        key: `quota:${provider}`,
        message: `${provider} has ${percent(left)} of its quota left (under 20 %).`,
      })),
  ({ requests, failed }) =>
    requests >= LEAST_REQUESTS && failed / requests > 0.01
      ? [
          {
            key: "error-rate",
            message: `${failed} of ${requests} requests failed: ${percent(failed / requests)} (over 1 %).`,
          },
        ]
      : [],
  ({ hostedDown }) =>
    hostedDown ? [{ key: "hosted-down", message: "Hosted sandboxes don’t answer." }] : [],
];

/** Every incident that these figures show. */
export const incidentsOf = (health: Health): readonly Incident[] =>
  RULES.flatMap((rule) => rule(health));

/** What has to be told, given the keys of incidents that are open already. */
export function changeOfIncidents(
  open: readonly string[],
  now: readonly Incident[],
): { readonly begun: readonly Incident[]; readonly over: readonly string[] } {
  return {
    begun: now.filter(({ key }) => !open.includes(key)),
    over: open.filter((key) => !now.some((incident) => incident.key === key)),
  };
}

/** Requests and failures in a batch of totals. */
export function requestsIn(totals: Readonly<MetricsDelta>): { requests: number; failed: number } {
  let requests = 0;
  let failed = 0;
  for (const [series, value] of Object.entries(totals)) {
    if (!series.startsWith("http_requests_total{")) continue;
    requests += value;
    if (/status="5\d\d"/.test(series)) failed += value;
  }
  return { requests, failed };
}
