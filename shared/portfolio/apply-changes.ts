import type { FileChange, ProjectFiles, ProjectPath } from "../project.ts";
import { contentsEqual } from "./same-content.ts";

/** The file at a path, or `null`. */
export const fileAt = (files: ProjectFiles, path: ProjectPath) =>
  Object.hasOwn(files, path) ? (files[path] ?? null) : null;

/** The files after the changes; later changes to one path win. */
export function applyChanges(files: ProjectFiles, changes: readonly FileChange[]): ProjectFiles {
  const next = new Map(Object.entries(files));
  for (const { path, content } of changes) {
    if (content === null) next.delete(path);
    else next.set(path, content);
  }
  return Object.fromEntries(next);
}

/** The changes that make a difference to these files, one for each path. */
export function effectiveChanges(
  files: ProjectFiles,
  changes: readonly FileChange[],
): readonly FileChange[] {
  const last = new Map(changes.map((change) => [change.path, change]));
  return [...last.values()].filter(
    ({ path, content }) => !contentsEqual(fileAt(files, path), content),
  );
}

/** The changes that lead from one set of files to another. */
export function changesBetween(before: ProjectFiles, after: ProjectFiles): readonly FileChange[] {
  const gone = Object.keys(before).filter((path) => !Object.hasOwn(after, path));
  return effectiveChanges(before, [
    ...gone.map((path) => ({ path, content: null })),
    ...Object.entries(after).map(([path, content]) => ({ path, content })),
  ]);
}
