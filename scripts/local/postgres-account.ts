/**
 * Postgres refuses to run as root. Where we are root, it runs as the machine's `nobody`, which must be
 * able to reach its files: below a home folder that is closed to others it can't.
 */
import { chown, cp, lstat, mkdir, readFile, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { abandonedStandIns, OPEN_PLACE, standInFor } from "../runner/open-place.ts";
import type { PostgresBinaries } from "./postgres-binaries.ts";

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Who Postgres runs as; `null`: as we do. */
export async function postgresAccount(): Promise<Account | null> {
  if (process.getuid?.() !== 0) return null;
  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  const [, , uid, gid] = /^nobody:.*$/m.exec(passwd)?.[0].split(":") ?? [];
  // macOS writes nobody as -2, the same number in 32 bits without a sign.
  const number = (text: string | undefined) => (Number(text ?? 65_534) + 2 ** 32) % 2 ** 32;
  return { uid: number(uid), gid: number(gid) };
}

/** What others may do with a folder: step through it. */
const OTHERS_ENTER = 0o001;

async function canReach(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & OTHERS_ENTER) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

export interface Place {
  readonly folder: string;
  readonly binaries: PostgresBinaries;
}

/**
 * Where Postgres' files are, given where they were asked for: the same place, owned by the account;
 * or, where the account can't get there, a folder below /var/lib with a copy of the binaries.
 */
export async function placeFor(
  account: Account | null,
  folder: string,
  binaries: PostgresBinaries,
): Promise<Place> {
  if (account === null) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return { folder, binaries };
  }
  await mkdir(folder, { recursive: true });
  if ((await canReach(folder)) && (await canReach(binaries.postgres))) {
    await chown(folder, account.uid, account.gid);
    return { folder, binaries };
  }
  const elsewhere = await standInFor("", folder);
  await removeAbandoned();
  await chown(elsewhere, account.uid, account.gid);
  const native = await copyBinaries(binaries.native);
  return {
    folder: elsewhere,
    binaries: {
      native,
      initdb: resolve(native, "bin/initdb"),
      postgres: resolve(native, "bin/postgres"),
    },
  };
}

/** Clusters whose folder is gone by now, tests' above all, and whose server doesn't run. */
async function removeAbandoned(): Promise<void> {
  for (const folder of await abandonedStandIns(/^[0-9a-f]{12}$/)) {
    const lock = await readFile(resolve(folder, "data/postmaster.pid"), "utf8").catch(() => "");
    const pid = Number(lock.split("\n")[0]);
    if (pid > 0 && isAlive(pid)) continue;
    await rm(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function copyBinaries(native: string): Promise<string> {
  const { mtimeMs } = await stat(resolve(native, "bin/postgres"));
  const copy = resolve(OPEN_PLACE, `binaries-${Math.round(mtimeMs)}`);
  const isThere = await lstat(resolve(copy, "complete")).catch(() => null);
  if (isThere) return copy;
  await cp(native, copy, { recursive: true, verbatimSymlinks: true, force: true });
  await mkdir(resolve(copy, "complete"));
  return copy;
}
