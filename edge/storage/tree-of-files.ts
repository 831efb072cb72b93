import type { ProjectFiles } from "../../shared/project.ts";
import type { Content } from "./blobs.ts";
import type { Tree } from "./kept-tree.ts";

export interface FilesAsTree {
  readonly tree: Tree;
  /** Each content once. */
  readonly contents: readonly Content[];
}

/** A project's files as accounts keep them: a tree of keys, and the contents that it names. */
export async function treeOfFiles(files: ProjectFiles): Promise<FilesAsTree> {
  const contents = new Map<string, Content>();
  const tree: Record<string, string> = {};
  for (const [path, content] of Object.entries(files)) {
    const isText = typeof content === "string";
    const bytes = isText ? new TextEncoder().encode(content) : content;
    const key = `${isText ? "t" : "b"}-${await sha256(bytes)}`;
    tree[path] = key;
    contents.set(key, { key, bytes });
  }
  return { tree, contents: [...contents.values()] };
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
