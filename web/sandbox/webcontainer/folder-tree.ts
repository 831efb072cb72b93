import type { FileSystemTree } from "@webcontainer/api";
import type { FileContent } from "../../../shared/project.ts";

/** Files by path as the nested tree that a container mounts at once. */
export function folderTree(
  files: readonly { readonly path: string; readonly content: FileContent }[],
): FileSystemTree {
  const root: FileSystemTree = {};
  for (const { path, content } of files) {
    const folders = path.split("/");
    const name = folders.pop()!;
    let tree = root;
    for (const folder of folders) {
      const next = (tree[folder] ??= { directory: {} });
      if (!("directory" in next)) throw new Error(`${path} lies below a file.`);
      tree = next.directory;
    }
    tree[name] = { file: { contents: content } };
  }
  return root;
}
