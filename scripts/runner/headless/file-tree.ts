import { Buffer } from "node:buffer";
import type { FileToWrite } from "../workspace.ts";

/** `@webcontainer/api`'s internal tree: folders `d`, files `f` with contents `c` (`b`: Latin-1 bytes), links `l`. */
export interface WireTree {
  readonly d: Readonly<Record<string, WireTree | { readonly f: WireFile }>>;
}
type WireFile = { readonly c: string; readonly b?: boolean } | { readonly l: string };

/** The files of a mounted tree. @throws when it isn't one, or holds links, which the runner takes none of */
export function filesOfTree(text: string, at: string): readonly FileToWrite[] {
  const files: FileToWrite[] = [];
  const walk = (tree: WireTree, folder: string) => {
    for (const [name, entry] of Object.entries(tree.d)) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if ("d" in entry) walk(entry, path);
      else if ("c" in entry.f) {
        files.push({ path, bytes: Buffer.from(entry.f.c, entry.f.b ? "latin1" : "utf8") });
      } else throw new Error(`${path} is a link, which the local runner doesn't make.`);
    }
  };
  walk(JSON.parse(text) as WireTree, at);
  return files;
}

/** Files as the tree that `export()` gives back: text as text, other bytes as Latin-1. */
export function treeOfFiles(files: readonly FileToWrite[]): string {
  type Folder = { d: Record<string, Folder | { f: { c: string; b?: true } }> };
  const root: Folder = { d: {} };
  for (const { path, bytes } of files) {
    const folders = path.split("/");
    const name = folders.pop()!;
    let folder = root;
    for (const part of folders) folder = (folder.d[part] ??= { d: {} }) as Folder;
    folder.d[name] = { f: contents(bytes) };
  }
  return JSON.stringify(root);
}

function contents(bytes: Uint8Array): { c: string; b?: true } {
  try {
    return { c: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { c: Buffer.from(bytes).toString("latin1"), b: true };
  }
}
