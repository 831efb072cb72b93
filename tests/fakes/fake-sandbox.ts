import type { Problem } from "../../shared/build.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { applyChanges } from "../../shared/portfolio/apply-changes.ts";
import type { Sandbox, SandboxEvent } from "../../shared/ports/sandbox.ts";
import type { FileChange, ProjectFiles } from "../../shared/project.ts";

const GONE: Failure = {
  kind: "unavailable",
  message: "The sandbox is closed.",
  nextStep: "Open it again.",
  retryable: false,
};

/** A file that holds this word doesn't compile: how tests make the fake fail. */
const BROKEN = "export const = ";

export interface FakeSandbox extends Sandbox {
  /** Tells this event now, as if it had come from its machine. */
  say(event: SandboxEvent): void;
  /** Everything that was written into it. */
  readonly written: readonly FileChange[];
  readonly isDisposed: boolean;
}

/**
 * A sandbox without a browser: it keeps files and tells the same events, and shows nothing.
 * @param as `starting`: what it waits for before it runs, or says why it can't
 */
export function fakeSandbox(
  initial: ProjectFiles,
  as: {
    readonly kind?: Sandbox["kind"];
    readonly starting?: Promise<Result<void>>;
  } = {},
): FakeSandbox {
  const written: FileChange[] = [];
  const listeners = new Set<(event: SandboxEvent) => void>();
  let files: ProjectFiles = initial;
  let revision = 0;
  let isDisposed = false;
  let told = "[]";
  const emit = (event: SandboxEvent) => {
    for (const listener of listeners) listener(event);
  };
  const problems = (): Problem[] =>
    Object.entries(files)
      .filter(([, content]) => typeof content === "string" && content.includes(BROKEN))
      .map(([path]) => ({ kind: "build", message: "Unexpected token", path, line: 1 }));

  function build() {
    revision += 1;
    emit({ type: "build-start", revision });
    const found = problems();
    if (JSON.stringify(found) !== told) emit({ type: "problems", problems: found });
    told = JSON.stringify(found);
    emit({ type: "build-end", revision, durationMs: 0, update: found.length > 0 ? "none" : "hot" });
  }
  const act = async (work: () => void): Promise<Result<void>> => {
    if (isDisposed) return fail(GONE);
    work();
    return ok(undefined);
  };

  return {
    kind: as.kind ?? "instant",
    say: emit,
    written,
    get isDisposed() {
      return isDisposed;
    },
    shell: null,
    preview: {
      source: { html: "" },
      permissions: "allow-scripts",
      connect: () => () => undefined,
      reload: () => undefined,
    },
    start: async () => {
      if (isDisposed) return fail(GONE);
      emit({ type: "status", status: "starting" });
      const come = await (as.starting ?? ok(undefined));
      if (!come.ok) return come;
      return act(() => {
        build();
        emit({ type: "status", status: "running" });
      });
    },
    files: {
      write: (changes) =>
        act(() => {
          written.push(...changes);
          files = applyChanges(files, changes);
          if (revision > 0) build();
        }),
      read: async (path) => (isDisposed ? null : (files[path] ?? null)),
      list: async () => (isDisposed ? [] : Object.keys(files).sort()),
    },
    snapshot: async () => (isDisposed ? {} : files),
    build: async () => {
      if (isDisposed) return fail(GONE);
      const [problem] = problems();
      if (!problem)
        return ok({ files: { "index.html": String(files["index.html"]) }, durationMs: 0 });
      const detail = `${problem.path}: ${problem.message}`;
      return fail({ ...GONE, kind: "build-failed", detail });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: async () => {
      if (isDisposed) return;
      isDisposed = true;
      emit({ type: "status", status: "disposed" });
      listeners.clear();
    },
  };
}
