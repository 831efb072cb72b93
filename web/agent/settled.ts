import type { Sandbox } from "../../shared/ports/sandbox.ts";
import type { StopSignal } from "../../shared/ports/stop-signal.ts";
import { watchOf } from "../sandbox/sandbox-watch.ts";

/** What a page throws comes within so many milliseconds after it was painted. */
const THROWN_WITHIN_MS = 250;

/**
 * Waits until the page shows what was built, and for what it throws at once.
 * @param waiting.withinMs how long a page is waited for that paints nothing
 */
export async function settled(
  sandbox: Sandbox,
  waiting: {
    readonly signal: StopSignal;
    readonly wait: (ms: number, signal: StopSignal) => Promise<void>;
    readonly withinMs: number;
  },
): Promise<void> {
  const { signal, wait, withinMs } = waiting;
  const hasNews = () => watchOf(sandbox).isPainted || watchOf(sandbox).problems.length > 0;
  if (!hasNews()) {
    const news = Promise.withResolvers<void>();
    const unsubscribe = sandbox.subscribe(() => hasNews() && news.resolve());
    await Promise.race([news.promise, wait(withinMs, signal)]);
    unsubscribe();
  }
  await wait(THROWN_WITHIN_MS, signal);
}
