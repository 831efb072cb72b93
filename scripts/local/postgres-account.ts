/**
 * Postgres refuses to run as root. Where we are root, it runs as the machine's `nobody`, which must be
 * able to reach its files: below a home folder that is closed to others it can't.
 */
import { chown, cp, lstat, mkdir, readFile, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { dirname, resolve } from "node:path";
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

/** Where root keeps what `nobody` must reach, when the project itself lies out of reach. */
const OPEN_PLACE = "/var/lib/cv2web";

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
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  const elsewhere = resolve(OPEN_PLACE, name);
  await mkdir(elsewhere, { recursive: true });
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

async function copyBinaries(native: string): Promise<string> {
  const { mtimeMs } = await stat(resolve(native, "bin/postgres"));
  const copy = resolve(OPEN_PLACE, `binaries-${Math.round(mtimeMs)}`);
  const isThere = await lstat(resolve(copy, "complete")).catch(() => null);
  if (isThere) return copy;
  await cp(native, copy, { recursive: true, verbatimSymlinks: true, force: true });
  await mkdir(resolve(copy, "complete"));
  return copy;
}
