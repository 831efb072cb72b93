/** `edge/objects/reading-cache.ts`, as jobs and the routes call it. */
export interface ReadingCalls {
  get(name: string): Promise<Uint8Array | null>;
  /** Keeps bytes for a month, or until then (epoch milliseconds). */
  put(name: string, bytes: Uint8Array, until?: number): Promise<void>;
  /** The n-th of what is kept, newest first; `null` after the last. */
  nth(n: number): Promise<Uint8Array | null>;
  /** Gives everything to another person's cache; what still comes is passed on. Can be begun again. */
  moveTo(personId: string): Promise<void>;
  /** Wraps its key under the current master key; where nothing is kept it does nothing. */
  wrapAnew(): Promise<void>;
  erase(): Promise<void>;
}
