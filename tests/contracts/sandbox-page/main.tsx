/** The smallest host of a sandbox: the tests drive it through `window.host`. */
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import type { FileChange, ProjectFiles } from "../../../shared/project.ts";
import type { Sandbox, SandboxEvent } from "../../../shared/ports/sandbox.ts";
import { openSandbox, warmUpSandbox } from "../../../web/sandbox/open-sandbox.ts";
import { PreviewFrame } from "../../../web/sandbox/PreviewFrame.tsx";

const root = createRoot(document.getElementById("app")!);
let sandbox: Sandbox | null = null;
const events: (SandboxEvent & { at: number })[] = [];

const host = {
  events,
  warmUp: warmUpSandbox,
  async prepare(files: ProjectFiles, { id = "site-1", withFrame = true } = {}) {
    sandbox = await openSandbox("instant", { id, files });
    sandbox.subscribe((event) => events.push({ ...event, at: performance.now() }));
    if (withFrame) root.render(createElement(PreviewFrame, { sandbox }));
  },
  start: () => sandbox!.start(),
  write: (changes: readonly FileChange[]) => sandbox!.files.write(changes),
  read: (path: string) => sandbox!.files.read(path),
  list: () => sandbox!.files.list(),
  snapshot: () => sandbox!.snapshot(),
  build: () => sandbox!.build(),
  source: () => sandbox!.preview.source,
  kind: () => ({ kind: sandbox!.kind, shell: sandbox!.shell }),
  reload: () => sandbox!.preview.reload(),
  async close() {
    await sandbox?.dispose();
    root.render(null);
  },
};
export type SandboxHost = typeof host;
Object.assign(window, { host });
