/** A workspace's files, read and written by the runner beside the workspace's own processes. */
import { randomUUID } from "node:crypto";
import type { Stats } from "node:fs";
import { lstat, open, readdir, rename, rm, rmdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import {
  at,
  enter,
  inFolderOf,
  itself,
  openFile,
  openFolder,
  Refused,
  stepsTo,
  type OpenFolder,
  type Owner,
} from "./beneath.ts";
import type { FileEntry, FileToWrite, WorkspaceFiles } from "./workspace.ts";

export interface FilesSettings {
  readonly root: string;
  /** A folder on the same disk that only the runner enters: files are made there, then moved. */
  readonly incoming: string;
  readonly owner: Owner | null;
  readonly fileBytes: number;
  /** Whether its share of the disk is used up. */
  readonly isFull: () => boolean;
}

/** Files that one walk names at most: more is no project. */
const MOST_WALKED = 100_000;

const PLAIN: Readonly<Record<string, Pick<Failure, "kind" | "nextStep"> & { said: string }>> = {
  ENOENT: { kind: "not-found", said: "isn’t there", nextStep: "Look at the folder’s list." },
  ENOTDIR: { kind: "invalid", said: "isn’t a folder", nextStep: "Give a folder’s path." },
  EISDIR: { kind: "invalid", said: "is a folder", nextStep: "Give a file’s path." },
  ENOTEMPTY: { kind: "invalid", said: "isn’t empty", nextStep: "Remove what is in it first." },
  EEXIST: { kind: "conflict", said: "is there already", nextStep: "Choose another name." },
  ENAMETOOLONG: { kind: "invalid", said: "is too long", nextStep: "Choose a shorter name." },
  ELOOP: { kind: "forbidden", said: "is a link", nextStep: "Give a path inside the project." },
  EACCES: { kind: "forbidden", said: "is closed", nextStep: "Change its permissions." },
  EPERM: { kind: "forbidden", said: "is closed", nextStep: "Change its permissions." },
  ENOSPC: { kind: "quota-exceeded", said: "finds no room", nextStep: "Free some space." },
};

/** Runs work on files and gives its expected failures as values. @throws what isn't one */
export async function attempt<T>(path: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof Refused) return fail(error.failure);
    const plain = PLAIN[(error as NodeJS.ErrnoException).code ?? ""];
    if (!plain) throw error;
    const { kind, said, nextStep } = plain;
    return fail({ kind, message: `“${path}” ${said}.`, nextStep, retryable: false });
  }
}

const refuse = (kind: Failure["kind"], message: string, nextStep: string): Refused =>
  new Refused({ kind, message, nextStep, retryable: false });

const kindOf = (stats: Stats): FileEntry["kind"] => {
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "folder";
  return stats.isSymbolicLink() ? "link" : "other";
};

const entryOf = (name: string, stats: Stats): FileEntry => ({
  name,
  kind: kindOf(stats),
  size: stats.size,
  mode: stats.mode & 0o777,
  modifiedAt: stats.mtimeMs,
});

/** The files of one workspace. */
export function openFiles(settings: FilesSettings): WorkspaceFiles {
  const { root } = settings;
  return {
    write: (files) => writeAll(settings, files),
    read: (path) => attempt(path, () => readWhole(settings, path)),
    list: (path) => attempt(path, () => listFolder(root, path)),
    stat: (path) => attempt(path, () => statPath(root, path)),
    makeFolder: (path, mode) => attempt(path, () => makeFolder(settings, path, mode)),
    remove: (path, recursive = false) =>
      attempt(path, () =>
        inFolderOf(root, path, (from, name) => removeFrom(from, name, recursive)),
      ),
    move: (from, to) => attempt(from, () => move(settings, from, to)),
    setMode: (path, mode) => attempt(path, () => setMode(settings, path, mode)),
    walk: (path, skip) => attempt(path, () => walkFolder(root, path, skip ?? (() => false))),
  };
}

async function writeAll(
  settings: FilesSettings,
  files: readonly FileToWrite[],
): Promise<Result<null>> {
  for (const file of files) {
    const written = await attempt(file.path, () => writeOne(settings, file));
    if (!written.ok) return written;
  }
  return ok(null);
}

async function writeOne(settings: FilesSettings, file: FileToWrite): Promise<null> {
  const { root, incoming, owner, fileBytes } = settings;
  if (settings.isFull()) {
    throw refuse("quota-exceeded", "The workspace’s disk share is used up.", "Remove files first.");
  }
  if (file.bytes.byteLength > fileBytes) {
    throw refuse("too-large", `“${file.path}” is too large.`, "Make it smaller.");
  }
  // Made beside, then moved over: never half a file, and never through a link that lies in the way.
  const draft = join(incoming, randomUUID());
  const handle = await open(draft, "wx", 0o600);
  try {
    await handle.writeFile(file.bytes);
    await inFolderOf(
      root,
      file.path,
      async (folder, name) => {
        const before = await lstat(at(folder, name)).catch(() => null);
        if (before?.isDirectory())
          throw refuse("invalid", `“${name}” is a folder.`, "Name a file.");
        const kept = before?.isFile() ? before.mode & 0o777 : 0o644;
        await handle.chmod((file.mode ?? kept) & 0o777);
        if (owner) await handle.chown(owner.uid, owner.gid);
        await rename(draft, at(folder, name));
      },
      { owner },
    );
  } finally {
    await handle.close();
    await rm(draft, { force: true });
  }
  return null;
}

/** A hard link may lead to a file of somebody else, where the system doesn't forbid making one. */
function refuseForeign({ owner }: FilesSettings, path: string, stats: Stats): void {
  if (owner && stats.uid !== owner.uid) {
    throw refuse(
      "forbidden",
      `“${path}” isn’t the workspace’s own.`,
      "Give a file of the project.",
    );
  }
}

async function readWhole(settings: FilesSettings, path: string): Promise<Uint8Array> {
  const { root, fileBytes } = settings;
  const handle = await openFile(root, path);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw refuse("invalid", `“${path}” isn’t a file.`, "Give a file’s path.");
    refuseForeign(settings, path, stats);
    if (stats.size > fileBytes) {
      throw refuse("too-large", `“${path}” is too large to be read whole.`, "Read a smaller one.");
    }
    return new Uint8Array(await handle.readFile());
  } finally {
    await handle.close();
  }
}

async function listFolder(root: string, path: string): Promise<readonly FileEntry[]> {
  const folder = await openFolder(root, stepsTo(root, path));
  try {
    const names = await readdir(itself(folder));
    const entries: FileEntry[] = [];
    for (const name of names.toSorted()) {
      const stats = await lstat(at(folder, name)).catch(() => null);
      if (stats) entries.push(entryOf(name, stats));
    }
    return entries;
  } finally {
    await folder.handle.close();
  }
}

async function statPath(root: string, path: string): Promise<FileEntry> {
  const steps = stepsTo(root, path);
  const handle = await openFile(root, path);
  try {
    return entryOf(steps.at(-1) ?? "", await handle.stat());
  } finally {
    await handle.close();
  }
}

async function makeFolder(
  { root, owner }: FilesSettings,
  path: string,
  mode: number | undefined,
): Promise<null> {
  const folder = await openFolder(root, stepsTo(root, path), { owner });
  try {
    if (mode !== undefined) await folder.handle.chmod(mode & 0o777);
  } finally {
    await folder.handle.close();
  }
  return null;
}

async function removeFrom(folder: OpenFolder, name: string, recursive: boolean): Promise<null> {
  const stats = await lstat(at(folder, name));
  if (!stats.isDirectory()) {
    await unlink(at(folder, name));
    return null;
  }
  if (!recursive) {
    throw refuse("invalid", `“${name}” is a folder.`, "Ask for it with all that is in it.");
  }
  const inner = await enter(folder, name);
  try {
    for (const child of await readdir(itself(inner))) await removeFrom(inner, child, true);
  } finally {
    await inner.handle.close();
  }
  await rmdir(at(folder, name));
  return null;
}

const move = ({ root, owner }: FilesSettings, from: string, to: string): Promise<null> =>
  inFolderOf(root, from, (source, name) =>
    inFolderOf(
      root,
      to,
      async (target, newName) => {
        await rename(at(source, name), at(target, newName));
        return null;
      },
      { owner },
    ),
  );

async function setMode(settings: FilesSettings, path: string, mode: number): Promise<null> {
  const handle = await openFile(settings.root, path);
  try {
    refuseForeign(settings, path, await handle.stat());
    await handle.chmod(mode & 0o777);
  } finally {
    await handle.close();
  }
  return null;
}

async function walkFolder(
  root: string,
  path: string,
  skip: (name: string) => boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  const visit = async (folder: OpenFolder, prefix: string): Promise<void> => {
    const entries = await readdir(itself(folder), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (skip(entry.name)) continue;
      if (found.length >= MOST_WALKED) {
        throw refuse("too-large", "The folder has too many files.", "Ask for a smaller one.");
      }
      if (entry.isFile()) found.push(prefix + entry.name);
      if (!entry.isDirectory()) continue;
      const inner = await enter(folder, entry.name);
      try {
        await visit(inner, `${prefix}${entry.name}/`);
      } finally {
        await inner.handle.close();
      }
    }
  };
  const start = await openFolder(root, stepsTo(root, path));
  try {
    await visit(start, "");
  } finally {
    await start.handle.close();
  }
  return found;
}
