/**
 * What our own templates install, downloaded once a machine: a cache that npm fills from their lock files
 * alone, with no script of a package run. Every workspace gets a copy of its own in its home: what it does
 * with that is no other's, and nothing of a workspace ever gets in here.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { constants, existsSync } from "node:fs";
import {
  chmod,
  chown,
  copyFile,
  cp,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Owner } from "./beneath.ts";
import { networkSettings } from "./launch.ts";
import type { Tools } from "./tools.ts";

export interface NpmCache {
  /** Begins to fill it, once; not to be able to is no failure. */
  fill(): Promise<void>;
  /**
   * Puts what is there into a home folder that nobody else can get into yet; nothing, where it is more
   * than `mostBytes`.
   */
  lend(home: string, owner: Owner | null, mostBytes: number): Promise<void>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

const TEMPLATES = join(import.meta.dirname, "../../templates");
const FILL_WITHIN_MS = 5 * 60_000;
/** Of npm's cache (cacache): packages by their hash, and notes of which address gave which. */
const CONTENTS = "content-v2";
const NOTES = "index-v5";

/**
 * @param root where caches are kept, one for each state of the lock files; closed to workspaces
 * @param templates folders with `package.json` and `package-lock.json`
 */
export async function openNpmCache(
  root: string,
  tools: () => Promise<Tools>,
  templates = TEMPLATES,
): Promise<NpmCache> {
  const locks = await locksBelow(templates);
  const digest = createHash("sha256")
    .update(locks.map(({ text }) => text).join("\0"))
    .digest("hex");
  const cache = join(root, digest.slice(0, 16));
  const stopping = new AbortController();
  let filling: Promise<void> | null = null;

  async function fillOnce(): Promise<void> {
    const { npm, npmEnvironment, path } = await tools();
    if (npm === null || locks.length === 0 || existsSync(cache)) return;
    await mkdir(root, { recursive: true, mode: 0o700 });
    const draft = await mkdtemp(join(root, "draft-"));
    try {
      for (const { folder } of locks) {
        const work = join(draft, "work");
        await mkdir(work);
        for (const name of ["package.json", "package-lock.json"]) {
          await cp(join(folder, name), join(work, name));
        }
        const asked = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
        const args = [npm, "ci", ...asked, `--cache=${join(draft, "npm")}`];
        await promisify(execFile)(process.execPath, args, {
          cwd: work,
          env: { PATH: path, HOME: draft, ...networkSettings(), ...npmEnvironment },
          timeout: FILL_WITHIN_MS,
          signal: stopping.signal,
        });
        await rm(work, { recursive: true });
      }
      const contents = join(draft, "npm/_cacache", CONTENTS);
      for (const file of await filesBelow(contents)) await chmod(file, 0o444);
      // Whoever is first has made it.
      await rename(join(draft, "npm/_cacache"), cache);
    } finally {
      await rm(draft, { recursive: true, force: true, maxRetries: 3 });
    }
  }

  return {
    fill: () => (filling ??= fillOnce().catch(() => undefined)),
    lend: async (home, owner, mostBytes) => {
      if (!existsSync(cache) || (await sizeOf(cache)) > mostBytes) return;
      await copyTree(cache, join(home, ".npm/_cacache"), home, owner);
    },
    close: async () => {
      stopping.abort();
      await filling;
    },
  };
}

async function locksBelow(templates: string) {
  const locks: { readonly folder: string; readonly text: string }[] = [];
  for (const name of (await readdir(templates).catch(() => [])).toSorted()) {
    const folder = join(templates, name);
    const text = await readFile(join(folder, "package-lock.json"), "utf8").catch(() => null);
    if (text !== null) locks.push({ folder, text });
  }
  return locks;
}

async function copyTree(
  from: string,
  to: string,
  home: string,
  owner: Owner | null,
): Promise<void> {
  const give = async (path: string) => {
    if (owner) await chown(path, owner.uid, owner.gid);
  };
  const made = new Set([home]);
  const folder = async (path: string): Promise<void> => {
    if (made.has(path)) return;
    await folder(dirname(path));
    await mkdir(path, { mode: 0o700 });
    await give(path);
    made.add(path);
  };
  for (const kind of [CONTENTS, NOTES]) {
    for (const source of await filesBelow(join(from, kind))) {
      const target = join(to, source.slice(from.length));
      await folder(dirname(target));
      // A second name of a file that is root's can't be written through by another account.
      const isLinked = kind === CONTENTS && owner !== null && (await isLinkedTo(source, target));
      if (isLinked) continue;
      await copyFile(source, target, constants.COPYFILE_FICLONE);
      await give(target);
    }
  }
}

/** Not where the two are on different disks. */
const isLinkedTo = (source: string, target: string): Promise<boolean> =>
  link(source, target).then(
    () => true,
    () => false,
  );

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0;
  for (const file of await filesBelow(folder)) bytes += (await stat(file)).size;
  return bytes;
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : []));
}
