/** Milliseconds for which a reading is kept: 30 days (R1.6). */
export const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

export interface ReadingStamp {
  /** Of the extractor that read it. */
  readonly version: number;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Whether a kept reading may still be shown: made by this very extractor, and not over 30 days old. One
 * from the future (a clock set back) isn't trusted either.
 */
export const isGoodReading = (kept: ReadingStamp, now: ReadingStamp): boolean =>
  kept.version === now.version && kept.at <= now.at && now.at - kept.at < KEPT_MS;
