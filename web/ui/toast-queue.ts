export interface ToastAction {
  readonly label: string;
  readonly onPress: () => void;
}

export interface ToastWords {
  readonly title: string;
  readonly detail?: string;
  readonly action?: ToastAction;
  /** What its action is about, so that `dismissToasts` can take it away once that no longer holds. */
  readonly topic?: string;
  readonly tone?: "plain" | "good" | "bad";
  /** Milliseconds in view; one that can be acted on stays longer. `null`: until it is closed. */
  readonly timeout?: number | null;
  /** When it has gone: `acted` tells whether its action was pressed. */
  readonly onClose?: (acted: boolean) => void;
}

export interface QueuedToast extends ToastWords {
  readonly id: string;
}

/** Milliseconds; ten seconds to reach a button by keyboard or switch. */
const WITH_ACTION = 10_000;
const WITHOUT_ACTION = 5_000;
/** More than three at once are read by nobody. */
export const SHOWN_AT_ONCE = 3;

let toasts: readonly QueuedToast[] = [];
let count = 0;
const listeners = new Set<() => void>();

function set(next: readonly QueuedToast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** All toasts, oldest first; the same array until one comes or goes. */
export const readToasts = (): readonly QueuedToast[] => toasts;

/** Calls `listener` after each change; gives what stops it. */
export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Puts a toast at the end; gives its id. */
export function addToast(words: ToastWords): string {
  count += 1;
  const id = `toast-${count}`;
  set([...toasts, { ...words, id }]);
  return id;
}

/** Takes a toast away; `acted` when its action was what closed it. Unknown ids are ignored. */
export function dismissToast(id: string, acted = false): void {
  const toast = toasts.find((one) => one.id === id);
  if (toast === undefined) return;
  set(toasts.filter((one) => one !== toast));
  toast.onClose?.(acted);
}

/** Takes away all toasts of a topic. */
export function dismissToasts(topic: string): void {
  for (const { id } of toasts.filter((toast) => toast.topic === topic)) dismissToast(id);
}

/** Milliseconds a toast stays, or `null` for until it is closed. */
export function timeInView(toast: ToastWords): number | null {
  if (toast.timeout !== undefined) return toast.timeout;
  return toast.action === undefined ? WITHOUT_ACTION : WITH_ACTION;
}
