import type { LogEntry } from "./dependencies.ts";

const RANK = { debug: 0, info: 1, error: 2 } as const;

/** A function that writes JSON lines of `level` and above to the worker's log. */
export function createLog(level: string, fields: Readonly<Record<string, unknown>>) {
  const least = RANK[level as keyof typeof RANK] ?? RANK.info;
  return (entry: LogEntry): void => {
    const own = entry.level ?? "info";
    if (RANK[own] < least) return;
    const line = { level: own, at: new Date().toISOString(), ...fields, ...entry };
    // oxlint-disable-next-line no-console -- the worker's log is its console
    console.log(JSON.stringify(line));
  };
}
