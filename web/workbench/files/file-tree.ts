import type { FileChange, ProjectFiles, ProjectPath } from "../../../shared/project.ts";

/** A folder or file of the tree. */
export interface FileNode {
  /** Its path, under the name by which lists tell their items apart. */
  readonly id: ProjectPath;
  readonly path: ProjectPath;
  readonly name: string;
  readonly kind: "folder" | "file";
  readonly children: readonly FileNode[];
}

interface OpenFolder {
  readonly folders: Map<string, OpenFolder>;
  readonly files: string[];
}

const openFolder = (): OpenFolder => ({ folders: new Map(), files: [] });
const byName = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });

function grow(root: OpenFolder, path: ProjectPath): void {
  const segments = path.split("/");
  const name = segments.pop()!;
  let folder = root;
  for (const segment of segments) {
    const next = folder.folders.get(segment) ?? openFolder();
    folder.folders.set(segment, next);
    folder = next;
  }
  folder.files.push(name);
}

function nodes(folder: OpenFolder, prefix: string): readonly FileNode[] {
  const folders = [...folder.folders].sort(([a], [b]) => byName(a, b));
  return [
    ...folders.map(([name, inner]): FileNode => {
      const path = `${prefix}${name}`;
      return { id: path, path, name, kind: "folder", children: nodes(inner, `${path}/`) };
    }),
    ...folder.files.sort(byName).map((name): FileNode => {
      const path = `${prefix}${name}`;
      return { id: path, path, name, kind: "file", children: [] };
    }),
  ];
}

/** The flat record of files as a tree: folders first, then files, each by name. */
export function fileTree(paths: readonly ProjectPath[]): readonly FileNode[] {
  const root = openFolder();
  for (const path of paths) grow(root, path);
  return nodes(root, "");
}

/** The paths that hold every word of the query, in any order and case. */
export function matchingPaths(
  paths: readonly ProjectPath[],
  query: string,
): readonly ProjectPath[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return paths.filter((path) => words.every((word) => path.toLowerCase().includes(word)));
}

/** All folders of these paths, for a tree that shows what a search found. */
export function foldersOf(paths: readonly ProjectPath[]): readonly ProjectPath[] {
  const found = new Set<string>();
  for (const path of paths) {
    const segments = path.split("/");
    for (let depth = 1; depth < segments.length; depth += 1) {
      found.add(segments.slice(0, depth).join("/"));
    }
  }
  return [...found];
}

const isIn = (path: ProjectPath, place: ProjectPath) =>
  path === place || path.startsWith(`${place}/`);

/** Deletes a file, or a folder with all that is in it. */
export function deletion(files: ProjectFiles, place: ProjectPath): readonly FileChange[] {
  return Object.keys(files)
    .filter((path) => isIn(path, place))
    .map((path) => ({ path, content: null }));
}

/** Moves a file or folder; empty when nothing is there or something is in the way at the new place. */
export function relocation(
  files: ProjectFiles,
  from: ProjectPath,
  to: ProjectPath,
): readonly FileChange[] {
  if (from === to || to.startsWith(`${from}/`)) return [];
  const moved = Object.keys(files).filter((path) => isIn(path, from));
  const target = (path: ProjectPath) => to + path.slice(from.length);
  if (moved.some((path) => Object.hasOwn(files, target(path)))) return [];
  return moved.flatMap((path): FileChange[] => [
    { path: target(path), content: files[path]! },
    { path, content: null },
  ]);
}

/** Last segment of a path. */
export const fileName = (path: ProjectPath): string => path.slice(path.lastIndexOf("/") + 1);

/** Folder of a path with its slash, or `""` at the top. */
export const folderOf = (path: ProjectPath): string => path.slice(0, path.lastIndexOf("/") + 1);
