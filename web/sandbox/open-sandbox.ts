import type { Sandbox } from "../../shared/ports/sandbox.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import type { SandboxKind } from "../../shared/sandbox/situation.ts";
import { kit } from "../generated/kit.ts";
import { startSpareWorker } from "./instant/engine-link.ts";
import { loadFrameRuntime } from "./instant/instant-preview.ts";
import { openInstant } from "./instant/open-instant.ts";
import type { HostedApi } from "./hosted/hosted-api.ts";
import { watchSandbox } from "./sandbox-watch.ts";
import type { ContainerSettings } from "./webcontainer/container.ts";

export interface SandboxInput {
  /** Names the preview's host, so it must differ between portfolios. */
  readonly id: string;
  readonly files: ProjectFiles;
}

/** Gives a sandbox that does nothing yet: `start()` does the work, and says by value what fails. */
export type OpenSandbox = (input: SandboxInput) => Promise<Sandbox> | Sandbox;

/** One line each: an adapter comes by `import()` when it was chosen (shared/sandbox/choose-sandbox.ts). */
const ADAPTERS: Readonly<Record<SandboxKind, OpenSandbox>> = {
  instant: openInstant,
  webcontainer: async (input) => {
    const { openWebContainer } = await import("./webcontainer/open-webcontainer.ts");
    return openWebContainer(input);
  },
  hosted: async (input) => {
    const { openHosted } = await import("./hosted/open-hosted.ts");
    return openHosted(input);
  },
};

/** Import specifiers that the instant sandbox brings: any other package needs Node. */
export const PACKAGES_AT_HAND = Object.keys(kit.packages);

/** Opens a sandbox of this kind. */
export async function openSandbox(kind: SandboxKind, input: SandboxInput): Promise<Sandbox> {
  const sandbox = await ADAPTERS[kind](input);
  watchSandbox(sandbox);
  return sandbox;
}

/** Where Node's runtime comes from: before the first sandbox with Node, later calls change nothing. */
export async function configureNode(settings: ContainerSettings): Promise<void> {
  const { configureContainer } = await import("./webcontainer/container.ts");
  configureContainer(settings);
}

/** How hosted sandboxes are reached: before the first of the page. */
export async function configureHosted(api: HostedApi): Promise<void> {
  const hosted = await import("./hosted/hosted-api.ts");
  hosted.configureHosted(api);
}

/** Starts the instant engine's worker early and fetches what every preview needs; no wasm, no compiler. */
export function warmUpSandbox(): void {
  startSpareWorker();
  // For browsers without a preview origin of their own, and for offline use.
  void loadFrameRuntime().catch(() => undefined);
}
