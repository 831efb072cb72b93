/** The smallest host of a sandbox: the tests drive it through `window.host`. */
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import type { FileChange, ProjectFiles } from "../../../shared/project.ts";
import type { Sandbox, SandboxEvent } from "../../../shared/ports/sandbox.ts";
import type { SandboxKind } from "../../../shared/sandbox/situation.ts";
import { configureNode, openSandbox, warmUpSandbox } from "../../../web/sandbox/open-sandbox.ts";
import type { InstantSandbox } from "../../../web/sandbox/instant/open-instant.ts";
import { PreviewFrame } from "../../../web/sandbox/PreviewFrame.tsx";

const root = createRoot(document.getElementById("app")!);
let sandbox: Sandbox | null = null;
const events: (SandboxEvent & { at: number })[] = [];

export interface SandboxPageOptions {
  readonly id?: string;
  readonly withFrame?: boolean;
  readonly kind?: SandboxKind;
  /** Where WebContainer's frame is loaded from, for that kind. */
  readonly frameOrigin?: string;
}

const host = {
  events,
  warmUp: warmUpSandbox,
  async prepare(files: ProjectFiles, options: SandboxPageOptions = {}) {
    const { id = "site-1", withFrame = true, kind = "instant", frameOrigin } = options;
    if (frameOrigin !== undefined) await configureNode({ frameOrigin, apiKey: null });
    if (kind === "hosted") await (await import("./reach-hosted.ts")).reachHosted();
    sandbox = await openSandbox(kind, { id, files });
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
  audit: (script: string) => (sandbox as InstantSandbox).audit(script),
  /** Runs a command in the sandbox' shell to its end. */
  async run(command: string, args: readonly string[]) {
    const spawned = await sandbox!.shell!.spawn(command, args);
    if (!spawned.ok) return { code: -1, output: spawned.failure.message };
    let output = "";
    for await (const chunk of spawned.value.output) output += chunk;
    return { code: await spawned.value.exit, output };
  },
  kind: () => ({ kind: sandbox!.kind, shell: sandbox!.shell }),
  reload: () => sandbox!.preview.reload(),
  async close() {
    await sandbox?.dispose();
    root.render(null);
  },
};
export type SandboxHost = typeof host;
Object.assign(window, { host });
