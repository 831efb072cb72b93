import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { changesBetween } from "../../shared/portfolio/apply-changes.ts";
import type { FileContent, ProjectFiles } from "../../shared/project.ts";
import { NOT_KEPT, readKept, saveKept, type Keeping } from "../storage/kept-portfolios.ts";
import type { Tree } from "../storage/kept-tree.ts";
import { saveKeptVersions } from "../storage/kept-versions.ts";
import { treeOfFiles } from "../storage/tree-of-files.ts";

/** A portfolio's files as they are now, with the keys of their contents. */
export interface FilesNow {
  readonly files: ProjectFiles;
  readonly tree: Tree;
}

/** Reads them. Fails with `not-found` where the portfolio, or any of its contents, isn't there. */
export async function readFiles(keeping: Keeping, portfolioId: string): Promise<Result<FilesNow>> {
  const kept = await readKept(keeping, portfolioId);
  if (!kept.ok) return kept;
  if (kept.value.isDeleted) return fail(NOT_KEPT);
  const files: Record<string, FileContent> = {};
  for (const [path, key] of Object.entries(kept.value.tree)) {
    const content = await keeping.blobs.read(key);
    if (!content.ok) return content;
    files[path] = key.startsWith("t-")
      ? new TextDecoder("utf-8", { fatal: false, ignoreBOM: true }).decode(content.value)
      : content.value;
  }
  return ok({ files, tree: kept.value.tree });
}

/** A writer may come in between so often. */
const TRIES = 3;

/**
 * Keeps what was changed since `before` as the portfolio's state and as one version, over whatever others
 * changed meanwhile in other files. The same version again does nothing. Fails with `conflict` where
 * somebody changed the same file, and as `saveKept` does.
 */
export async function keepChanges(
  keeping: Keeping,
  portfolioId: string,
  made: {
    readonly before: FilesNow;
    readonly after: ProjectFiles;
    readonly versionId: string;
    readonly label: string;
  },
): Promise<Result<void>> {
  const { before, after, versionId, label } = made;
  const changes = changesBetween(before.files, after);
  if (changes.length === 0) return ok(undefined);
  const changed = changes.flatMap(({ path, content }) =>
    content === null ? [] : [[path, content] as const],
  );
  const { tree: fresh, contents } = await treeOfFiles(Object.fromEntries(changed));
  const put = await keeping.blobs.put(contents);
  if (!put.ok) return put;
  for (let tries = 1; ; tries += 1) {
    const there = await readKept(keeping, portfolioId);
    if (!there.ok) return there;
    if (there.value.isDeleted) return fail(NOT_KEPT);
    if (there.value.headVersionId === versionId) return ok(undefined);
    const touched = changes.find(({ path }) => there.value.tree[path] !== before.tree[path]);
    if (touched) return fail(changedMeanwhile(touched.path));
    const gone = new Set(changes.flatMap(({ path, content }) => (content === null ? path : [])));
    const rest = Object.entries(there.value.tree).filter(([path]) => !gone.has(path));
    const tree = { ...Object.fromEntries(rest), ...fresh };
    const at = keeping.now();
    const version = { id: versionId, label, kind: "manual", at, tree } as const;
    const parentId = there.value.headVersionId || null;
    const kept = await saveKeptVersions(keeping, portfolioId, [{ ...version, parentId }]);
    if (!kept.ok) return kept;
    const state = { ...there.value, tree, headVersionId: versionId, updatedAt: at };
    const saved = await saveKept(keeping, portfolioId, state);
    if (saved.ok) return ok(undefined);
    if (saved.failure.kind !== "conflict" || tries === TRIES) return saved;
  }
}

const changedMeanwhile = (path: string): Failure => ({
  kind: "conflict",
  message: `${path} was changed by somebody else meanwhile.`,
  nextStep: "Ask again: it begins from what is there now.",
  retryable: true,
});
