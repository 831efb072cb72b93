import type { FileChange, FileContent, ProjectFiles } from "../../../shared/project.ts";
import type { ChangedPath } from "./dev-server.ts";

const isSame = (a: FileContent | undefined, b: FileContent | undefined): boolean => {
  if (a === undefined || b === undefined || typeof a === "string" || typeof b === "string") {
    return a === b;
  }
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
};

/** The last change of each path, where it changes something. */
export function effective(
  files: ProjectFiles,
  changes: readonly FileChange[],
): readonly FileChange[] {
  const last = new Map(changes.map((change) => [change.path, change]));
  return [...last.values()].filter(
    ({ path, content }) => !isSame(files[path], content ?? undefined),
  );
}

/** All files, as changes that write them. */
export const asChanges = (files: ProjectFiles): readonly FileChange[] =>
  Object.entries(files).map(([path, content]) => ({ path, content }));

export function withChanges(files: ProjectFiles, changes: readonly FileChange[]): ProjectFiles {
  const next: Record<string, FileContent> = { ...files };
  for (const { path, content } of changes) {
    if (content === null) delete next[path];
    else next[path] = content;
  }
  return next;
}

/** What each change is to a watcher of files. */
export function changedPaths(
  before: ProjectFiles,
  changes: readonly FileChange[],
): readonly ChangedPath[] {
  return changes.map(({ path, content }) => ({
    path,
    type: content === null ? "delete" : path in before ? "update" : "create",
  }));
}
