import type { StopSignal } from "../../shared/ports/stop-signal.ts";

/** Settles after so many milliseconds, or when stopped. */
export const pause = (ms: number, signal: StopSignal): Promise<void> =>
  new Promise((settle) => {
    if (signal.aborted) return settle();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      settle();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end, { once: true });
  });
