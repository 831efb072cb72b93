/** Tells which paths below a folder change. Folders that hold what others made are left out. */
import { watch, type FSWatcher } from "node:fs";
import { readdir } from "node:fs/promises";
import { enter, itself, openFolder, type OpenFolder } from "./beneath.ts";

/** Thousands of folders, and none of a person's work in them. */
const LEFT_OUT: ReadonlySet<string> = new Set(["node_modules", ".git", ".vite"]);

/** Changes within so many milliseconds are told together. */
const BATCH_MS = 40;

/** Watches a folder and all below it; paths are relative to it. Returns how to stop. */
export function watchFolder(
  root: string,
  onChange: (paths: readonly string[]) => void,
): () => void {
  const watchers = new Map<string, FSWatcher>();
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let hasStopped = false;

  const tell = () => {
    timer = null;
    const paths = [...changed].toSorted();
    changed = new Set();
    onChange(paths);
  };

  const note = (path: string) => {
    if (hasStopped) return;
    changed.add(path);
    timer ??= setTimeout(tell, BATCH_MS);
    void add(path.split("/"), true);
  };

  const watchOpen = async (folder: OpenFolder, isNew: boolean): Promise<void> => {
    const path = folder.steps.join("/");
    if (hasStopped || watchers.has(path)) return;
    const watcher = watch(itself(folder), (_event, name) => {
      if (name !== null && !LEFT_OUT.has(name)) note(path === "" ? name : `${path}/${name}`);
    });
    const forget = () => {
      watcher.close();
      watchers.delete(path);
    };
    watcher.on("error", forget);
    watchers.set(path, watcher);
    for (const entry of await readdir(itself(folder), { withFileTypes: true })) {
      if (LEFT_OUT.has(entry.name)) continue;
      // Files that were there before the watch over a new folder began would be missed.
      if (isNew && !entry.isDirectory()) note([...folder.steps, entry.name].join("/"));
      if (!entry.isDirectory()) continue;
      const inner = await enter(folder, entry.name);
      await watchOpen(inner, isNew).finally(() => inner.handle.close());
    }
  };

  /** Watches what may be a folder; one that is gone, or no folder, is left out. */
  const add = async (steps: readonly string[], isNew: boolean): Promise<void> => {
    const path = steps.join("/");
    try {
      const folder = await openFolder(root, steps);
      const isLink = folder.steps.join("/") !== path;
      try {
        if (!isLink) await watchOpen(folder, isNew);
      } finally {
        await folder.handle.close();
      }
    } catch {
      watchers.get(path)?.close();
      watchers.delete(path);
    }
  };

  void add([], false);
  return () => {
    hasStopped = true;
    if (timer) clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  };
}
