import axeUrl from "axe-core/axe.min.js?url";
import type { ProjectFiles } from "../../shared/project.ts";
import { openInstant, type InstantSandbox } from "./instant/open-instant.ts";
import { watchSandbox } from "./sandbox-watch.ts";

/** A second sandbox beside the one that shows the portfolio. */
export type Trial = InstantSandbox;

/**
 * Runs files that aren't the person's yet: in this browser, in a frame without an origin of its own, so
 * that what is tried reaches neither the portfolio's sandbox nor any host. It does nothing before
 * `start()`, and shows nothing before a frame is connected.
 */
export function openTrial(files: ProjectFiles): Trial {
  const trial = openInstant({ id: null, files });
  watchSandbox(trial);
  return trial;
}

/** axe-core's script, for `Trial.audit`. Rejects where it can't be fetched. */
export async function loadAuditScript(): Promise<string> {
  const response = await fetch(axeUrl);
  if (!response.ok) throw new Error(`${axeUrl} answered ${response.status}`);
  return response.text();
}
