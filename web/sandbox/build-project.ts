import type { BuildOutput } from "../../shared/build.ts";
import { fail, type Failure, type Result } from "../../shared/failure.ts";
import type { Sandbox } from "../../shared/ports/sandbox.ts";
import type { FileChange, ProjectFiles } from "../../shared/project.ts";
import { projectNeeds } from "../../shared/sandbox/project-needs.ts";
import { PACKAGES_AT_HAND } from "./open-sandbox.ts";

/** Whether this browser builds the project by itself, at no cost to what runs anywhere. */
export function isBuiltHere(files: ProjectFiles): boolean {
  const { packagesOutside, nodeFeature } = projectNeeds(files, PACKAGES_AT_HAND);
  return packagesOutside.length === 0 && nodeFeature === null;
}

/** Gets what builds in this browser ready, for a build that is about to be asked for. */
export async function warmBuild(files: ProjectFiles): Promise<void> {
  if (!isBuiltHere(files)) return;
  const { warmBuilder } = await import("./instant/site/build-in-worker.ts");
  warmBuilder();
}

/**
 * The finished site of a project with some files changed for this build alone. In this browser where the
 * project needs no Node; else in the sandbox where it runs, which has its own files back afterwards.
 */
export async function buildProject(
  files: ProjectFiles,
  changes: readonly FileChange[],
  running: Sandbox | null,
): Promise<Result<BuildOutput>> {
  if (isBuiltHere(files)) {
    const { buildInWorker } = await import("./instant/site/build-in-worker.ts");
    return buildInWorker(withChanges(files, changes));
  }
  if (running === null || running.kind === "instant") return fail(NEEDS_NODE);
  const written = await running.files.write(changes);
  if (!written.ok) return written;
  const built = await running.build();
  await running.files.write(
    changes.map(({ path }) => ({
      path,
      content: Object.hasOwn(files, path) ? files[path]! : null,
    })),
  );
  return built;
}

/** A project’s files with some of them changed. */
export function withChanges(files: ProjectFiles, changes: readonly FileChange[]): ProjectFiles {
  const changed = new Map(changes.map(({ path, content }) => [path, content]));
  const kept = Object.entries({ ...files, ...Object.fromEntries(changed) });
  return Object.fromEntries(kept.filter(([, content]) => content !== null)) as ProjectFiles;
}

const NEEDS_NODE: Failure = {
  kind: "unavailable",
  message: "This project has packages of its own, and what builds them doesn’t run yet.",
  nextStep:
    "Choose “Node” where the site runs, wait until the preview shows it, and publish again.",
  retryable: true,
};
