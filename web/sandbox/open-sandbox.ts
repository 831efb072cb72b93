import type { Sandbox } from "../../shared/ports/sandbox.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import { startSpareWorker } from "./instant/engine-link.ts";
import { loadFrameRuntime } from "./instant/instant-preview.ts";
import { openInstant } from "./instant/open-instant.ts";

/**
 * Opens a sandbox for a portfolio and says in one line why this kind was chosen. There is one kind
 * so far; the choice between kinds (R3.2) belongs here.
 * @param input `id` names the preview's host, so it must differ between portfolios
 */
export async function openSandbox(input: {
  id: string;
  files: ProjectFiles;
  templateId: string;
}): Promise<{ sandbox: Sandbox; why: string }> {
  return { sandbox: openInstant(input), why: "Runs in this browser, with nothing to install." };
}

/** Starts the engine's worker early and fetches what every preview needs; no wasm, no compiler. */
export function warmUpSandbox(): void {
  startSpareWorker();
  // For browsers without a preview origin of their own, and for offline use.
  void loadFrameRuntime().catch(() => undefined);
}
