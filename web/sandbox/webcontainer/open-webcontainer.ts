import { fail } from "../../../shared/failure.ts";
import type { Sandbox, SandboxEvent, SandboxFiles } from "../../../shared/ports/sandbox.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import { buildSite } from "./build-site.ts";
import { contentOf, listFiles, readFiles } from "./collect-files.ts";
import { containerShell } from "./container-shell.ts";
import { GONE, NOT_STARTED } from "./failures.ts";
import { createNodePreview } from "./node-preview.ts";
import { NodeRun } from "./node-run.ts";

/**
 * A sandbox with Node in this page (R3.1): the project's own npm packages, its own Vite, a terminal.
 * Nothing is loaded from anywhere before `start()`.
 */
export function openWebContainer(input: { id: string; files: ProjectFiles }): Sandbox {
  const listeners = new Set<(event: SandboxEvent) => void>();
  const emit = (event: SandboxEvent) => {
    for (const listener of listeners) listener(event);
  };
  const preview = createNodePreview({
    onSilent: () => emit({ type: "preview-source" }),
    onPainted: () => emit({ type: "preview-painted", revision: run.revision }),
    onConsole: (entry, stack) =>
      void run.locate(stack).then(([place]) => {
        const at = place === undefined ? {} : { path: place.path, line: place.line };
        emit({ type: "console", entry: { ...entry, ...at } });
      }),
  });
  const run = new NodeRun(input.files, { emit, preview });

  return {
    kind: "webcontainer",
    files: runFiles(run),
    preview,
    shell: containerShell(() => run.container),
    start: () => run.start(),
    build: async () => {
      const { container } = run;
      if (container === null) return fail(run.ended ?? NOT_STARTED);
      return run.guard(buildSite(container, run.log, (process) => run.follow(process)));
    },
    snapshot: async () => {
      const { container, ended, files } = run;
      if (container === null) return ended ? {} : files;
      const read = listFiles(container).then((paths) => readFiles(container, paths, files));
      return (await run.ask(read)) ?? {};
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: async () => {
      await run.end(GONE);
      listeners.clear();
    },
  };
}

/** The port's view of the files: the container's once it stands, before that those that wait for it. */
function runFiles(run: NodeRun): SandboxFiles {
  return {
    write: (changes) => run.write(changes),
    read: async (path) => {
      const { container, ended, files } = run;
      if (container === null) return ended ? null : (files[path] ?? null);
      const bytes = await run.ask(container.read(path));
      return bytes === null ? null : contentOf(bytes, files[path]);
    },
    list: async () => {
      const { container, ended, files } = run;
      if (container === null) return ended ? [] : Object.keys(files).sort();
      return (await run.ask(listFiles(container))) ?? [];
    },
  };
}
