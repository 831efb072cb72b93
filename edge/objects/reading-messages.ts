/** `edge/objects/reading-cache.ts`, as jobs call it. */
export interface ReadingCalls {
  get(name: string): Promise<Uint8Array | null>;
  put(name: string, bytes: Uint8Array): Promise<void>;
  erase(): Promise<void>;
}
