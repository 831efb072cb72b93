/** The project in short as the provider has it in its cache. */
export interface KeptBrief {
  readonly text: string;
  /** Epoch milliseconds of its last use. */
  readonly usedAt: number;
}

/** The provider’s cache forgets what wasn’t read for so long, in milliseconds. */
const CACHED_MS = 5 * 60_000;
/** A note longer than this part of the brief costs more than a new one. */
const MOST_NOTED = 0.25;

/**
 * The brief to send: the one of before, byte for byte, while the cache still has it, with a note of what
 * is another now; else a new one.
 * @param now epoch milliseconds
 */
export function nextBrief(
  kept: KeptBrief | null,
  fresh: string,
  now: number,
): { readonly brief: KeptBrief; readonly note: string } {
  if (kept === null || now - kept.usedAt >= CACHED_MS) {
    return { brief: { text: fresh, usedAt: now }, note: "" };
  }
  const [old, present] = [kept.text.split("\n"), fresh.split("\n")];
  const [had, has] = [new Set(old), new Set(present)];
  const lines = [
    ...old.filter((line) => !has.has(line)).map((line) => `-${line}`),
    ...present.filter((line) => !had.has(line)).map((line) => `+${line}`),
  ];
  const note =
    lines.length === 0 ? "" : `Of the project in short this has changed:\n${lines.join("\n")}`;
  if (note.length > kept.text.length * MOST_NOTED) {
    return { brief: { text: fresh, usedAt: now }, note: "" };
  }
  return { brief: { text: kept.text, usedAt: now }, note };
}
