/**
 * Walking paths below a folder that foreign processes write to. Each step is taken from the folder that
 * was opened before, never from a path again, and no step follows a link unseen: whoever swaps a folder
 * for a link while we walk gains nothing. Linux does that by /proc/self/fd; elsewhere a path is walked
 * by name, which such a swap can fool (the runner isn't root's there: see README).
 */
import { constants } from "node:fs";
import { mkdir, open, readlink, type FileHandle } from "node:fs/promises";
import { isAbsolute, join, relative } from "node:path";
import type { Failure } from "../../shared/failure.ts";

/** An expected failure on its way out of a walk; the border of a room turns it into a value. */
export class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** A folder held open. */
export interface OpenFolder {
  readonly handle: FileHandle;
  /** Its path when it was opened; only where there is no /proc. */
  readonly path: string;
  /** The steps that led here from the root, without links. */
  readonly steps: readonly string[];
}

/** Who owns what is made; `null`: who we are. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const MOST_LINKS = 20;
const AS_FOLDER = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;
const BY_HANDLE = process.platform === "linux";

/** The path of an entry of an open folder, for calls that don't follow links by themselves. */
export const at = (folder: OpenFolder, name: string): string =>
  BY_HANDLE ? `/proc/self/fd/${folder.handle.fd}/${name}` : join(folder.path, name);

/** The path of the open folder itself. */
export const itself = (folder: OpenFolder): string =>
  BY_HANDLE ? `/proc/self/fd/${folder.handle.fd}` : folder.path;

const outside = (path: string): Refused =>
  new Refused({
    kind: "forbidden",
    message: `“${path}” lies outside the project.`,
    nextStep: "Give a path inside it.",
    retryable: false,
  });

/** The steps from the root to a path, relative or absolute below the root. @throws Refused */
export function stepsTo(root: string, path: string, from: readonly string[] = []): string[] {
  if (path.includes("\0") || path.length > 4096) throw outside(path.slice(0, 80));
  const steps = isAbsolute(path) ? [] : [...from];
  for (const step of (isAbsolute(path) ? relative(root, path) : path).split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) throw outside(path);
  }
  return steps;
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/** Makes a folder where none is; who made it first doesn't matter. */
async function makeIn(folder: OpenFolder, name: string, owner: Owner | null): Promise<void> {
  try {
    await mkdir(at(folder, name), 0o755);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return;
    throw error;
  }
  // A folder of that name is the workspace's own or has just been swapped for one; a link isn't opened.
  const made = await open(at(folder, name), AS_FOLDER);
  try {
    if (owner) await made.chown(owner.uid, owner.gid);
  } finally {
    await made.close();
  }
}

/**
 * Opens the folder that the steps lead to. Links are followed by hand, and only inside the root.
 * With `owner` (also `null`) folders that aren't there are made. @throws Refused, or the system's error
 */
export async function openFolder(
  root: string,
  steps: readonly string[],
  make?: { readonly owner: Owner | null },
  links = 0,
): Promise<OpenFolder> {
  let current: OpenFolder = { handle: await open(root, AS_FOLDER), path: root, steps: [] };
  try {
    for (const [index, name] of steps.entries()) {
      const next = await stepInto(current, name, make);
      if (typeof next === "string") {
        if (links >= MOST_LINKS) throw outside(steps.join("/"));
        const onward = [...stepsTo(root, next, current.steps), ...steps.slice(index + 1)];
        await current.handle.close();
        return await openFolder(root, onward, make, links + 1);
      }
      await current.handle.close();
      current = next;
    }
    return current;
  } catch (error) {
    await current.handle.close().catch(() => undefined);
    throw error;
  }
}

/** Opens a folder in a folder; a link isn't followed. @throws the system's error */
export const enter = async (folder: OpenFolder, name: string): Promise<OpenFolder> => ({
  handle: await open(at(folder, name), AS_FOLDER),
  path: join(folder.path, name),
  steps: [...folder.steps, name],
});

/** The folder of that name, opened; or where a link of that name leads. */
async function stepInto(
  folder: OpenFolder,
  name: string,
  make: { readonly owner: Owner | null } | undefined,
): Promise<OpenFolder | string> {
  try {
    return await enter(folder, name);
  } catch (error) {
    if (codeOf(error) === "ENOENT" && make) {
      await makeIn(folder, name, make.owner);
      return await enter(folder, name);
    }
    const target = await readlink(at(folder, name)).catch(() => null);
    if (target === null) throw error;
    return target;
  }
}

/**
 * Opens the folder that holds a path's last step, lends it with that step's name, and closes it.
 * @throws Refused for the root itself, which has no such folder
 */
export async function inFolderOf<T>(
  root: string,
  path: string,
  work: (folder: OpenFolder, name: string) => Promise<T>,
  make?: { readonly owner: Owner | null },
): Promise<T> {
  const steps = stepsTo(root, path);
  const name = steps.pop();
  if (name === undefined) throw outside(path);
  const folder = await openFolder(root, steps, make);
  try {
    return await work(folder, name);
  } finally {
    await folder.handle.close();
  }
}

/** Opens an entry for reading, through links inside the root. @throws Refused, or the system's error */
export async function openFile(root: string, path: string): Promise<FileHandle> {
  let target = stepsTo(root, path);
  for (let links = 0; links <= MOST_LINKS; links++) {
    const name = target.at(-1);
    const folder = await openFolder(root, target.slice(0, -1));
    try {
      const entry = name === undefined ? itself(folder) : at(folder, name);
      const next = name === undefined ? null : await readlink(entry).catch(() => null);
      if (next === null) {
        // A pipe without a writer must not hold us up.
        const flags = constants.O_RDONLY | constants.O_NONBLOCK;
        return await open(entry, name === undefined ? flags : flags | constants.O_NOFOLLOW);
      }
      target = stepsTo(root, next, folder.steps);
    } finally {
      await folder.handle.close();
    }
  }
  throw outside(path);
}
