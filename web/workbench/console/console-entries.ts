import type { ConsoleEntry } from "../../../shared/build.ts";

/** Old lines fall off: a page that logs in a loop must not eat the tab's memory. */
export const CONSOLE_LIMIT = 500;

export type ConsoleFilter = "all" | "error" | "warn" | "log";

export interface ConsoleLine extends ConsoleEntry {
  readonly id: number;
  /** How often the same line came in a row. */
  readonly times: number;
}

/** Adds an entry; the same line again counts up instead of repeating. */
export function addConsoleEntry(
  lines: readonly ConsoleLine[],
  entry: ConsoleEntry,
): readonly ConsoleLine[] {
  const last = lines.at(-1);
  const same =
    last?.text === entry.text &&
    last.level === entry.level &&
    last.path === entry.path &&
    last.line === entry.line;
  if (last !== undefined && same) {
    return [...lines.slice(0, -1), { ...last, at: entry.at, times: last.times + 1 }];
  }
  return [...lines, { ...entry, id: (last?.id ?? 0) + 1, times: 1 }].slice(-CONSOLE_LIMIT);
}

/** The lines of a level that hold the text; `log` takes info and debug too. */
export function filterConsole(
  lines: readonly ConsoleLine[],
  level: ConsoleFilter,
  query: string,
): readonly ConsoleLine[] {
  const needle = query.trim().toLowerCase();
  const wanted = (line: ConsoleLine) => {
    if (level === "all") return true;
    return level === "log" ? line.level !== "error" && line.level !== "warn" : line.level === level;
  };
  return lines.filter((line) => wanted(line) && line.text.toLowerCase().includes(needle));
}
