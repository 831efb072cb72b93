import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { NO_PAGE, STOPPED } from "../../shared/agent/workspace-failures.ts";
import { NPM_FILES } from "../../shared/project.ts";
import { fileAt } from "../../shared/portfolio/apply-changes.ts";
import type { Sandbox } from "../../shared/ports/sandbox.ts";
import type { StopSignal } from "../../shared/ports/stop-signal.ts";
import type { Lock } from "../../shared/conversation.ts";
import type { Workspace } from "../../shared/ports/workspace.ts";
import type { Act, OpenProject } from "../project/open-project.ts";
import { watchOf, type SandboxWatch } from "../sandbox/sandbox-watch.ts";
import { withActOfPackages } from "./act-of-packages.ts";
import { settled } from "./settled.ts";
import { studioShell } from "./studio-shell.ts";

export interface StudioParts {
  readonly project: Pick<OpenProject, "getState" | "apply" | "saveVersion">;
  /** What shows the site now; `null` while nothing does. */
  readonly sandbox: () => Sandbox | null;
  /** Another sandbox is on its way and will take that one’s place. */
  readonly isMoving: () => boolean;
  readonly locks: readonly Lock[];
  readonly sampleTexts: readonly string[];
  /** What the message’s changes are called in the undo list, and what makes them one act. */
  readonly act: { readonly label: string; readonly id: string };
  /** Settles after so many milliseconds, or when stopped. */
  readonly wait: (ms: number, signal: StopSignal) => Promise<void>;
}

/** A sandbox that is on its way is waited for so long, in milliseconds: npm installs first. */
const ARRIVES_WITHIN_MS = 180_000;
/** How often it is looked for. */
const LOOK_AGAIN_MS = 250;
/** What npm wrote comes into the project within so many milliseconds. */
const TAKEN_WITHIN_MS = 5_000;

/** A page that paints nothing by then is judged by what it said so far, in milliseconds. */
const PAINTED_WITHIN_MS = 4_000;

/** The agent’s workspace in the studio: the project’s files, and the sandbox that mirrors them. */
export function studioWorkspace(parts: StudioParts): Workspace {
  const { project, sandbox, locks, sampleTexts, act, wait } = parts;
  const files = () => project.getState().files;
  const lasting = { label: act.label, group: `agent-${act.id}`, isLasting: true };
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
      project.apply(changes, lasting);
      return ok(undefined);
    },
    check: async (signal) => {
      const began = performance.now();
      const shown = await arrived(parts, signal);
      if (shown === null) return fail(NOTHING_RUNS);
      const built = await unlessStopped(shown.files.write([]), signal);
      if (!built.ok) return built;
      const durationMs = performance.now() - began;
      await settled(shown, { signal, wait, withinMs: PAINTED_WITHIN_MS });
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
    shell: shell && {
      run: (program, args, signal) =>
        withActOfPackages(project, lasting, async () => {
          const ran = await studioShell(shell).run(program, args, signal);
          await packagesTaken(parts, lasting);
          return ran;
        }),
    },
    sampleTexts,
    locks,
    keep: async (label) => {
      const kept = await project.saveVersion(label);
      return kept.ok ? ok(undefined) : kept;
    },
  };
}

/**
 * What shows the site, once it can: where packages are missing that another sandbox brings, and that one
 * is on its way, it is waited for. What this one says is wrong then is soon true no more.
 */
async function arrived(
  { sandbox, isMoving, wait }: StudioParts,
  signal: StopSignal,
): Promise<Sandbox | null> {
  const isLacking = (shown: Sandbox) =>
    watchOf(shown).problems.some(({ kind }) => kind === "missing-package");
  for (let waited = 0; waited < ARRIVES_WITHIN_MS; waited += LOOK_AGAIN_MS) {
    const shown = sandbox();
    // What was written last is built by then, and its problems are known.
    if (shown) await unlessStopped(shown.files.write([]), signal);
    if (shown === null || !isLacking(shown) || !isMoving() || signal.aborted) return shown;
    await wait(LOOK_AGAIN_MS, signal);
  }
  return sandbox();
}

/**
 * Waits until what npm wrote in the sandbox is in the project too; what nobody tells of by then is taken
 * over here: a package that runs and isn’t listed would be missing from the site elsewhere.
 */
async function packagesTaken({ sandbox, project, wait }: StudioParts, act: Act): Promise<void> {
  const shown = sandbox();
  if (shown === null) return;
  const news = Promise.withResolvers<void>();
  const unsubscribe = shown.subscribe(({ type }) => type === "packages-change" && news.resolve());
  const missing = async () => {
    const read = NPM_FILES.map(async (path) => ({ path, content: await shown.files.read(path) }));
    const { files } = project.getState();
    return (await Promise.all(read)).filter(
      ({ path, content }) => content !== null && content !== files[path],
    );
  };
  if ((await missing()).length > 0) {
    await Promise.race([news.promise, wait(TAKEN_WITHIN_MS, NEVER)]);
    const left = await missing();
    if (left.length > 0) project.apply(left, act);
  }
  unsubscribe();
}

/** What was written is taken over, whether the message is stopped or not. */
const NEVER = new AbortController().signal;

function errorsSince({ entries, entryCount }: SandboxWatch, before: number): readonly string[] {
  const fresh = entryCount - before;
  const newest = fresh > 0 ? entries.slice(-fresh) : [];
  return newest.filter(({ level }) => level === "error").map(({ text }) => text.slice(0, 1_000));
}

const printedBy = ({ log, entries }: SandboxWatch): readonly string[] => [
  ...log,
  ...entries.map(({ level, text }) => `console ${level}: ${text.slice(0, 500)}`),
];

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

const NOTHING_RUNS: Failure = {
  kind: "unavailable",
  message: "The preview isn’t running.",
  nextStep: "Wait until it shows the site.",
  retryable: true,
};
