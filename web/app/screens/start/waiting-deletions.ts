/**
 * Portfolios that the person deleted and may still bring back. Kept for the page and not for the
 * screen: who goes to a studio and comes back must not see them again.
 */
let waiting: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

function set(next: ReadonlySet<string>) {
  waiting = next;
  for (const listener of listeners) listener();
}

/** The ids that wait; the same set until one comes or goes. */
export const readWaiting = (): ReadonlySet<string> => waiting;

/** Calls `listener` after each change; gives what stops it. */
export function subscribeToWaiting(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Hides a portfolio until `stopWaiting`. */
export const startWaiting = (id: string): void => set(new Set([...waiting, id]));

/** Undone, or done for good. */
export const stopWaiting = (id: string): void =>
  set(new Set([...waiting].filter((one) => one !== id)));
