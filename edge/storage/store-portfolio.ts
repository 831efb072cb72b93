import { ok, type Result } from "../../shared/failure.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import { saveKept, type Keeping } from "./kept-portfolios.ts";
import { saveKeptVersions } from "./kept-versions.ts";
import { treeOfFiles } from "./tree-of-files.ts";

export interface NewPortfolio {
  /** Ids that the caller made: the same ones again store nothing twice. */
  readonly portfolioId: string;
  readonly versionId: string;
  readonly name: string;
  readonly templateId: string;
  readonly files: ProjectFiles;
  readonly at: number;
}

/**
 * Keeps a new portfolio with its first version in a person's account. Called again with the same ids
 * (a job's second try) it does what is still to do. Fails as `Blobs.put` and `saveKept` do.
 */
export async function storePortfolio(keeping: Keeping, made: NewPortfolio): Promise<Result<void>> {
  const { portfolioId, versionId, name, templateId, files, at } = made;
  const { tree, contents } = await treeOfFiles(files);
  const put = await keeping.blobs.put(contents);
  if (!put.ok) return put;
  const saved = await saveKept(keeping, portfolioId, {
    revision: 0,
    name,
    templateId,
    tree,
    headVersionId: versionId,
    createdAt: at,
    updatedAt: at,
  });
  if (!saved.ok && saved.failure.kind !== "conflict") return saved;
  const version = {
    id: versionId,
    parentId: null,
    label: "Created",
    kind: "created",
    at,
    tree,
  } as const;
  const kept = await saveKeptVersions(keeping, portfolioId, [version]);
  return kept.ok ? ok(undefined) : kept;
}
