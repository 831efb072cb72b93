import type { FileContent, ProjectPath } from "../../shared/project.ts";
import type { FileTree } from "../../shared/ports/portfolio-storage.ts";

/** A change with the key of its content already worked out; `null` deletes. */
export interface KeyedChange {
  readonly path: ProjectPath;
  readonly key: string | null;
  readonly content: FileContent | null;
}

export interface CommitDecision {
  readonly tree: FileTree;
  readonly conflicts: readonly ProjectPath[];
  /** The stored tree with the contents that didn't win; `null` without conflicts. */
  readonly losing: FileTree | null;
}

function withChanges(tree: FileTree, changes: readonly KeyedChange[]): FileTree {
  const next = new Map(Object.entries(tree));
  for (const { path, key } of changes) {
    if (key === null) next.delete(path);
    else next.set(path, key);
  }
  return Object.fromEntries(next);
}

const at = (tree: FileTree, path: ProjectPath) =>
  Object.hasOwn(tree, path) ? (tree[path] ?? null) : null;

/**
 * Compare and swap, path by path: a change goes in where the stored file is still what the writer
 * last saw (`base`), or already says the same. Elsewhere another tab was first: its text stands, and
 * ours is set aside whole.
 */
export function decideCommit(
  stored: FileTree,
  base: FileTree,
  changes: readonly KeyedChange[],
): CommitDecision {
  const lost = changes.filter(({ path, key }) => {
    const now = at(stored, path);
    return now !== at(base, path) && now !== key;
  });
  const tree = withChanges(
    stored,
    changes.filter((change) => !lost.includes(change)),
  );
  return {
    tree,
    conflicts: lost.map(({ path }) => path),
    losing: lost.length > 0 ? withChanges(tree, lost) : null,
  };
}
