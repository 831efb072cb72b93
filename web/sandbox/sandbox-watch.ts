import type { ConsoleEntry, Problem } from "../../shared/build.ts";
import type { Sandbox, SandboxEvent } from "../../shared/ports/sandbox.ts";

/** What a sandbox has told since it was opened: events say news only, and who comes later needs the state. */
export interface SandboxWatch {
  /** What is wrong now. */
  readonly problems: readonly Problem[];
  /** The newest console entries, and how many there were in all. */
  readonly entries: readonly ConsoleEntry[];
  readonly entryCount: number;
  /** The newest lines of installing, building and serving. */
  readonly log: readonly string[];
  /** The page has painted what was built last, or has nothing new to paint. */
  readonly isPainted: boolean;
}

const MOST_ENTRIES = 200;
const MOST_LINES = 200;

const NOTHING: SandboxWatch = {
  problems: [],
  entries: [],
  entryCount: 0,
  log: [],
  isPainted: true,
};

/** The state after one more event. */
export function watched(before: SandboxWatch, event: SandboxEvent): SandboxWatch {
  switch (event.type) {
    case "problems":
      return { ...before, problems: event.problems };
    case "console":
      return {
        ...before,
        entries: [...before.entries.slice(1 - MOST_ENTRIES), event.entry],
        entryCount: before.entryCount + 1,
      };
    case "log":
      return { ...before, log: [...before.log.slice(1 - MOST_LINES), event.text] };
    case "build-end":
      return event.update === "none" ? before : { ...before, isPainted: event.update === "hot" };
    case "preview-painted":
      return { ...before, isPainted: true };
    default:
      return before;
  }
}

const watches = new WeakMap<Sandbox, SandboxWatch>();

/** Follows a sandbox from its opening on. */
export function watchSandbox(sandbox: Sandbox): void {
  watches.set(sandbox, NOTHING);
  sandbox.subscribe((event) => watches.set(sandbox, watched(watchOf(sandbox), event)));
}

/** What a sandbox has told so far; nothing where nobody has followed it. */
export const watchOf = (sandbox: Sandbox): SandboxWatch => watches.get(sandbox) ?? NOTHING;
