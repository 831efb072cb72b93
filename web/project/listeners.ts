export interface Listeners<T> {
  /** Adds a listener; the returned function removes it. */
  add(listener: (event: T) => void): () => void;
  tell(event: T): void;
}

/** The listeners of one kind of event. */
export function listenersOf<T>(): Listeners<T> {
  const listeners = new Set<(event: T) => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (event) => [...listeners].forEach((listener) => listener(event)),
  };
}
