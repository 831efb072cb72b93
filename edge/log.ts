import type { LogEntry } from "./dependencies.ts";
import { errorNote } from "./observe/error-note.ts";

const RANK = { debug: 0, info: 1, error: 2 } as const;

// oxlint-disable-next-line no-console -- the worker's log is its console
const toConsole = (line: string) => console.log(line);

/**
 * A function that writes JSON lines of `level` and above to the worker's log. What it is given as `error`,
 * and every error anywhere in an entry, is written as its note: class, code and place, no message.
 */
export function createLog(
  level: string,
  fields: Readonly<Record<string, unknown>>,
  write: (line: string) => void = toConsole,
) {
  const least = RANK[level as keyof typeof RANK] ?? RANK.info;
  return (entry: LogEntry): void => {
    const own = entry.level ?? "info";
    if (RANK[own] < least) return;
    const error = "error" in entry ? { error: errorNote(entry.error) } : {};
    const line = { level: own, at: new Date().toISOString(), ...fields, ...entry, ...error };
    write(JSON.stringify(line, (_, value) => (value instanceof Error ? errorNote(value) : value)));
  };
}
