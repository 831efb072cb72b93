import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { fileAt } from "../../shared/portfolio/apply-changes.ts";
import type { Sandbox } from "../../shared/ports/sandbox.ts";
import type { StopSignal } from "../../shared/ports/stop-signal.ts";
import type { Lock } from "../../shared/conversation.ts";
import type { Workspace } from "../../shared/ports/workspace.ts";
import type { OpenProject } from "../project/open-project.ts";
import { watchOf, type SandboxWatch } from "../sandbox/sandbox-watch.ts";
import { studioShell } from "./studio-shell.ts";

export interface StudioParts {
  readonly project: Pick<OpenProject, "getState" | "apply" | "saveVersion">;
  /** What shows the site now; `null` while nothing does. */
  readonly sandbox: () => Sandbox | null;
  readonly locks: readonly Lock[];
  readonly sampleTexts: readonly string[];
  /** What the message’s changes are called in the undo list, and what makes them one act. */
  readonly act: { readonly label: string; readonly id: string };
  /** Settles after so many milliseconds, or when stopped. */
  readonly wait: (ms: number, signal: StopSignal) => Promise<void>;
}

/** A page that paints nothing by then is judged by what it said so far, in milliseconds. */
const PAINTED_WITHIN_MS = 4_000;
/** What a page throws comes within so many milliseconds after it was painted. */
const THROWN_WITHIN_MS = 250;

/** The agent’s workspace in the studio: the project’s files, and the sandbox that mirrors them. */
export function studioWorkspace(parts: StudioParts): Workspace {
  const { project, sandbox, locks, sampleTexts, act, wait } = parts;
  const files = () => project.getState().files;
  /** Console entries before this one belong to what stood before the last writing. */
  let entriesBefore = 0;
  /** The page being made: with Node that reads the files while it runs, and nothing may be written. */
  let rendering: Promise<unknown> = Promise.resolve();
  const shell = sandbox()?.shell ?? null;
  return {
    read: async (path) => fileAt(files(), path),
    list: async () => Object.keys(files()).sort(),
    write: async (changes) => {
      const shown = sandbox();
      if (shown?.shell) await rendering;
      if (shown) entriesBefore = watchOf(shown).entryCount;
      project.apply(changes, { label: act.label, group: `agent-${act.id}`, isLasting: true });
      return ok(undefined);
    },
    check: async (signal) => {
      const shown = sandbox();
      if (shown === null) return fail(NOTHING_RUNS);
      const began = performance.now();
      const built = await unlessStopped(shown.files.write([]), signal);
      if (!built.ok) return built;
      const durationMs = performance.now() - began;
      await settled(shown, signal, wait);
      if (signal.aborted) return fail(STOPPED);
      const watch = watchOf(shown);
      const consoleErrors = errorsSince(watch, entriesBefore);
      return ok({ problems: watch.problems, consoleErrors, durationMs });
    },
    render: async (signal) => {
      const shown = sandbox();
      if (shown === null) return fail(NOTHING_RUNS);
      const building = shown.build();
      rendering = building;
      const built = await unlessStopped(building, signal);
      if (!built.ok) return built;
      const html = built.value.files["index.html"];
      return typeof html === "string" ? ok({ html }) : fail(NO_PAGE);
    },
    logs: async () => {
      const shown = sandbox();
      return shown === null ? [] : printedBy(watchOf(shown));
    },
    shell: shell && studioShell(shell),
    sampleTexts,
    locks,
    keep: async (label) => {
      const kept = await project.saveVersion(label);
      return kept.ok ? ok(undefined) : kept;
    },
  };
}

function errorsSince({ entries, entryCount }: SandboxWatch, before: number): readonly string[] {
  const fresh = entryCount - before;
  const newest = fresh > 0 ? entries.slice(-fresh) : [];
  return newest.filter(({ level }) => level === "error").map(({ text }) => text.slice(0, 1_000));
}

const printedBy = ({ log, entries }: SandboxWatch): readonly string[] => [
  ...log,
  ...entries.map(({ level, text }) => `console ${level}: ${text.slice(0, 500)}`),
];

/** Waits until the page shows what was built, and for what it throws at once. */
async function settled(
  sandbox: Sandbox,
  signal: StopSignal,
  wait: StudioParts["wait"],
): Promise<void> {
  const hasNews = () => watchOf(sandbox).isPainted || watchOf(sandbox).problems.length > 0;
  if (!hasNews()) {
    const news = Promise.withResolvers<void>();
    const unsubscribe = sandbox.subscribe(() => hasNews() && news.resolve());
    await Promise.race([news.promise, wait(PAINTED_WITHIN_MS, signal)]);
    unsubscribe();
  }
  await wait(THROWN_WITHIN_MS, signal);
}

/** What goes on in the sandbox isn’t waited for any longer than the person wants. */
async function unlessStopped<T>(work: Promise<Result<T>>, signal: StopSignal): Promise<Result<T>> {
  if (signal.aborted) return fail(STOPPED);
  const stopped = Promise.withResolvers<Result<T>>();
  const stop = () => stopped.resolve(fail(STOPPED));
  signal.addEventListener("abort", stop, { once: true });
  const done = await Promise.race([work, stopped.promise]);
  signal.removeEventListener("abort", stop);
  return done;
}

const STOPPED: Failure = {
  kind: "cancelled",
  message: "Stopped.",
  nextStep: "Ask again whenever you like.",
  retryable: true,
};
const NOTHING_RUNS: Failure = {
  kind: "unavailable",
  message: "The preview isn’t running.",
  nextStep: "Wait until it shows the site.",
  retryable: true,
};
const NO_PAGE: Failure = {
  kind: "build-failed",
  message: "The site was built without a page.",
  nextStep: "Bring index.html back.",
  detail: "There is no index.html.",
  retryable: false,
};
