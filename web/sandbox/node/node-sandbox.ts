import { fail } from "../../../shared/failure.ts";
import type { Sandbox, SandboxEvent, SandboxFiles } from "../../../shared/ports/sandbox.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import { buildSite } from "./build-site.ts";
import { GONE, NOT_STARTED } from "./failures.ts";
import { contentOf, contentsOf } from "./machine-files.ts";
import { machineShell } from "./machine-shell.ts";
import type { MachinePlace } from "./node-machine.ts";
import { createNodePreview } from "./node-preview.ts";
import { NodeRun } from "./node-run.ts";

export interface NodeSandboxInput {
  readonly kind: Sandbox["kind"];
  readonly files: ProjectFiles;
  readonly place: MachinePlace;
}

/**
 * A sandbox with Node (R3.1): the project's own npm packages, its own Vite, a terminal. Nothing is loaded
 * from anywhere before `start()`.
 */
export function createNodeSandbox({ kind, files, place }: NodeSandboxInput): Sandbox {
  const listeners = new Set<(event: SandboxEvent) => void>();
  const emit = (event: SandboxEvent) => {
    for (const listener of listeners) listener(event);
  };
  const preview = createNodePreview({
    onSilent: () => emit({ type: "preview-source" }),
    onPainted: () => emit({ type: "preview-painted", revision: run.revision }),
    ...(place.pagesTell && { onThrown: (error) => run.pageFailed(error) }),
    onConsole: (entry, stack) =>
      void run.locate(stack).then(([origin]) => {
        const at = origin === undefined ? {} : { path: origin.path, line: origin.line };
        emit({ type: "console", entry: { ...entry, ...at } });
      }),
  });
  const run = new NodeRun(files, { emit, preview, place });

  return {
    kind,
    files: runFiles(run),
    preview,
    shell: machineShell(
      () => run.machine,
      () => run.untilInstalled(),
    ),
    start: () => run.start(),
    build: async () => {
      const { machine } = run;
      if (machine === null) return fail(run.ended ?? NOT_STARTED);
      return run.guard(buildSite(machine, run.log, (process) => run.follow(process)));
    },
    snapshot: async () => {
      const { machine, ended } = run;
      if (machine === null) return ended ? {} : run.files;
      const read = await run.ask(machine.readAll("."));
      return read === null ? {} : contentsOf(read, run.files);
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

/** The port's view of the files: the machine's once it stands, before that those that wait for it. */
function runFiles(run: NodeRun): SandboxFiles {
  return {
    write: (changes) => run.write(changes),
    read: async (path) => {
      const { machine, ended, files } = run;
      if (machine === null) return ended ? null : (files[path] ?? null);
      const bytes = await run.ask(machine.read(path));
      return bytes === null ? null : contentOf(bytes, files[path]);
    },
    list: async () => {
      const { machine, ended, files } = run;
      if (machine === null) return ended ? [] : Object.keys(files).sort();
      return (await run.ask(machine.list())) ?? [];
    },
  };
}
