import { MADE } from "../node/machine-files.ts";

/** A folder of a container, as far as its files are collected. */
export interface ContainerFolders {
  /** Names in a folder; empty when it isn't there. */
  list(path: string): Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>;
  read(path: string): Promise<Uint8Array | null>;
}

/** Paths of the files below a folder (`fs` has no `stat`: folders are read one by one); what tools make is left out of the project's own. */
export async function listFiles(
  container: Pick<ContainerFolders, "list">,
  folder = ".",
  isOwn = folder === ".",
): Promise<readonly string[]> {
  const entries = await container.list(folder);
  const found = await Promise.all(
    entries.map(async ({ name, isFolder }) => {
      const path = folder === "." ? name : `${folder}/${name}`;
      if (!isFolder) return [path];
      return isOwn && MADE.has(name) ? [] : listFiles(container, path, isOwn);
    }),
  );
  return found.flat().sort();
}

/** The contents of the files below a folder. */
export async function readFiles(
  container: ContainerFolders,
  folder: string,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const paths = await listFiles(container, folder);
  const files = await Promise.all(
    paths.map(async (path) => [path, await container.read(path)] as const),
  );
  return new Map(
    files.filter((entry): entry is readonly [string, Uint8Array] => entry[1] !== null),
  );
}
