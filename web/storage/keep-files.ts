import type { FileContent, ProjectFiles } from "../../shared/project.ts";
import type { FileTree } from "../../shared/ports/portfolio-storage.ts";
import { contentKey } from "./content-key.ts";
import type { Transaction } from "./records.ts";

export interface KeyedFiles {
  readonly tree: FileTree;
  readonly contents: ReadonlyMap<string, FileContent>;
}

/** Works out the key of every file. Done before a transaction: hashing inside would end it. */
export async function keyFiles(files: ProjectFiles): Promise<KeyedFiles> {
  const keyed = await Promise.all(
    Object.entries(files).map(
      async ([path, content]) => [path, await contentKey(content), content] as const,
    ),
  );
  return {
    tree: Object.fromEntries(keyed.map(([path, key]) => [path, key])),
    contents: new Map(keyed.map(([, key, content]) => [key, content])),
  };
}

/** Puts the contents that aren't kept yet. */
export async function putContents(
  tx: Transaction,
  contents: Iterable<readonly [key: string, content: FileContent]>,
): Promise<void> {
  for (const [key, content] of contents) {
    if (!(await tx.has("blobs", key))) await tx.put("blobs", { key, content });
  }
}

/** The files of a tree; `null` when a content is missing. */
export async function readTree(tx: Transaction, tree: FileTree): Promise<ProjectFiles | null> {
  const entries = await Promise.all(
    Object.entries(tree).map(
      async ([path, key]) => [path, (await tx.get("blobs", key))?.content] as const,
    ),
  );
  if (entries.some(([, content]) => content === undefined)) return null;
  return Object.fromEntries(entries) as ProjectFiles;
}

/** Removes contents that no portfolio, version or CV names any more. Gives how many. */
export async function collectUnused(tx: Transaction): Promise<number> {
  const used = new Set<string>();
  for (const { tree } of await tx.all("portfolios"))
    for (const key of Object.values(tree)) used.add(key);
  for (const { tree } of await tx.all("versions"))
    for (const key of Object.values(tree)) used.add(key);
  for (const { blob } of await tx.all("sources")) used.add(blob);
  const unused = (await tx.keys("blobs")).filter((key) => !used.has(key));
  for (const key of unused) await tx.delete("blobs", key);
  return unused.length;
}
