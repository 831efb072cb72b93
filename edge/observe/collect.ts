import type { MetricsDelta } from "../domain/metrics.ts";

/** How many series or milliseconds pile up in an isolate before they are sent on. */
const SEND_AFTER_MS = 5_000;
const SEND_AFTER_SERIES = 200;

export interface Collector {
  /** What this isolate has counted and not sent yet; add to it. */
  readonly delta: MetricsDelta;
  /** Sends what has piled up, when it is time to. Call it after an answer. */
  sendIfDue(now: number, send: (delta: MetricsDelta) => Promise<void>): Promise<void>;
  /** Sends what has piled up now. */
  sendNow(now: number, send: (delta: MetricsDelta) => Promise<void>): Promise<void>;
}

/**
 * Counts in memory and sends batches, so that counting costs a request nothing. What an isolate holds
 * when it is evicted (at most five seconds' worth) is lost; a batch that fails is kept for the next.
 */
export function createCollector(): Collector {
  const delta: MetricsDelta = {};
  let sentAt = 0;
  const sendNow: Collector["sendNow"] = async (now, send) => {
    sentAt = now;
    const batch = { ...delta };
    for (const series of Object.keys(batch)) delete delta[series];
    if (Object.keys(batch).length === 0) return;
    try {
      await send(batch);
    } catch {
      for (const [series, value] of Object.entries(batch)) {
        delta[series] = (delta[series] ?? 0) + value;
      }
    }
  };
  return {
    delta,
    sendNow,
    async sendIfDue(now, send) {
      const isDue = now - sentAt >= SEND_AFTER_MS || Object.keys(delta).length >= SEND_AFTER_SERIES;
      if (isDue) await sendNow(now, send);
    },
  };
}
