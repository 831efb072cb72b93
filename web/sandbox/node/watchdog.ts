/**
 * Nothing heard for so long means that nothing will come: below the 30 s after which a person must
 * know (R3.2), in milliseconds.
 */
export const QUIET_MS = 25_000;
/** A boot downloads the runtime once; after this it is blocked or out of reach, in milliseconds. */
export const BOOT_MS = 20_000;

export interface Watchdog {
  /** Something was heard. */
  feed(): void;
  stop(): void;
  /** Resolves with `quiet` when nothing was heard for the time given; never after `stop`. */
  readonly barked: Promise<"quiet">;
}

/** Starts to listen now. */
export function startWatchdog(quietMs: number): Watchdog {
  const barked = Promise.withResolvers<"quiet">();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const feed = () => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => barked.resolve("quiet"), quietMs);
  };
  feed();
  return {
    feed,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
    barked: barked.promise,
  };
}
