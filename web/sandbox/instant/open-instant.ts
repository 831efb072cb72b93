import { fail, ok, type Failure, type Result } from "../../../shared/failure.ts";
import type { Sandbox, SandboxEvent, SandboxFiles } from "../../../shared/ports/sandbox.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import { linkEngine, type EngineLink } from "./engine-link.ts";
import { createInstantPreview } from "./instant-preview.ts";
import { buildInWorker } from "./site/build-in-worker.ts";

const GONE: Failure = {
  kind: "unavailable",
  message: "This preview has been closed.",
  nextStep: "Open the portfolio again; its files are safe.",
  retryable: false,
};

/** Also says what is to be said against the page as it runs. */
export interface InstantSandbox extends Sandbox {
  /**
   * Runs axe-core over the page that a connected frame shows, and gives what the frame says of it, a
   * `PageAudit` unless it was forged; `null` where no frame shows it.
   * @param script axe-core's own
   */
  audit(script: string): Promise<unknown>;
}

/**
 * The instant sandbox: a bundler in a worker, and a frame that runs what it makes.
 * @param input.id names the frame's own host; `null`: a frame without an origin, which reaches no host
 */
export function openInstant(input: { id: string | null; files: ProjectFiles }): InstantSandbox {
  const listeners = new Set<(event: SandboxEvent) => void>();
  const engine = linkEngine();
  let isDisposed = false;
  /** Waiting calls end when the worker does. */
  const ended = Promise.withResolvers<null>();

  const emit = (event: SandboxEvent) => {
    for (const listener of listeners) listener(event);
  };
  engine.onEvent(emit);
  engine.open(input.files);
  const preview = createInstantPreview({
    id: input.id,
    connectFrame: engine.connectFrame,
    reload: engine.reload,
    onNewSource: () => emit({ type: "preview-source" }),
  });

  async function told(question: Parameters<EngineLink["ask"]>[0]): Promise<Result<void>> {
    if (isDisposed) return fail(GONE);
    await Promise.race([engine.ask(question), ended.promise]);
    return isDisposed ? fail(GONE) : ok(undefined);
  }

  async function snapshot(): Promise<ProjectFiles> {
    if (isDisposed) return {};
    const files = engine.ask<ProjectFiles>({ name: "snapshot" });
    return (await Promise.race([files, ended.promise])) ?? {};
  }

  const files: SandboxFiles = {
    write: (changes) => told({ name: "write", changes }),
    read: async (path) => (await snapshot())[path] ?? null,
    list: async () => Object.keys(await snapshot()).sort(),
  };

  return {
    kind: "instant",
    files,
    preview,
    shell: null,
    start: () => told({ name: "start" }),
    build: async () => (isDisposed ? fail(GONE) : buildInWorker(await snapshot())),
    snapshot,
    audit: async (script) =>
      isDisposed ? null : Promise.race([engine.ask({ name: "audit", script }), ended.promise]),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: async () => {
      if (isDisposed) return;
      isDisposed = true;
      preview.dispose();
      engine.close();
      ended.resolve(null);
      emit({ type: "status", status: "disposed" });
      listeners.clear();
    },
  };
}
