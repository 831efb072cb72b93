import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { projectFileName } from "../../web/portfolio/export-project-zip.ts";
import { NOT_KEPT, readKept, type Keeping } from "./kept-portfolios.ts";
import type { Tree } from "./kept-tree.ts";
import { readKeptVersions } from "./kept-versions.ts";
import type { ZipEntry } from "./zip-stream.ts";

export interface KeptProject {
  /** For the file and the folder in it: `ada-lovelace-portfolio`. */
  readonly name: string;
  /** The project's files in one folder, in order of path. Throws when one is taken away meanwhile. */
  readonly files: AsyncGenerator<ZipEntry>;
}

/**
 * A portfolio's files as they are now, or as a version had them. Fails with `not-found` when the
 * portfolio, the version or any of its contents isn't there: never a project with holes.
 */
export async function readKeptProject(
  keeping: Keeping,
  portfolioId: string,
  versionId: string | undefined,
): Promise<Result<KeptProject>> {
  const tree = await treeOf(keeping, portfolioId, versionId);
  if (!tree.ok) return tree;
  const missing = await keeping.blobs.missing([...new Set(Object.values(tree.value))]);
  if (missing.length > 0) return fail(HAS_HOLES);
  const name = await nameOf(keeping, tree.value);
  return ok({ name, files: filesOf(keeping, tree.value, name) });
}

async function treeOf(
  keeping: Keeping,
  portfolioId: string,
  versionId: string | undefined,
): Promise<Result<Tree>> {
  if (versionId === undefined) {
    const now = await readKept(keeping, portfolioId);
    if (!now.ok) return now;
    return now.value.isDeleted ? fail(NOT_KEPT) : ok(now.value.tree);
  }
  const versions = await readKeptVersions(keeping, portfolioId, [versionId]);
  if (!versions.ok) return versions;
  const [version] = versions.value;
  return version ? ok(version.tree) : fail(NO_SUCH_VERSION);
}

async function nameOf({ blobs }: Keeping, tree: Tree): Promise<string> {
  const key = tree["package.json"];
  const manifest = key === undefined ? null : await blobs.read(key);
  return projectFileName(
    manifest?.ok ? { "package.json": new TextDecoder().decode(manifest.value) } : {},
  );
}

async function* filesOf({ blobs }: Keeping, tree: Tree, name: string): AsyncGenerator<ZipEntry> {
  const paths = Object.keys(tree).sort();
  let at = 0;
  for await (const { bytes } of blobs.readEach(paths.map((path) => tree[path]!))) {
    if (!bytes) throw new Error("A file was taken away while its project was sent");
    yield { path: `${name}/${paths[at++]}`, bytes };
  }
}

const NO_SUCH_VERSION: Failure = {
  kind: "not-found",
  message: "This version isn’t kept in the account.",
  nextStep: "Choose one of the portfolio’s versions; one made just now may still be on its way.",
  retryable: true,
};
const HAS_HOLES: Failure = {
  kind: "not-found",
  message: "Some files of this portfolio aren’t in the account yet.",
  nextStep: "Open it where it was made: they are sent from there. Then download it again.",
  retryable: true,
};
