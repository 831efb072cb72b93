/** What a workspace's account has put outside of its folder: some folders are open to every account. */
import { lstat, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Owner } from "./beneath.ts";

const OPEN_FOLDERS = [...new Set(["/tmp", "/var/tmp", "/dev/shm", tmpdir()])];

/** Paths of an account's own files and folders there; none where it shares ours. */
export async function straysOf(owner: Owner | null): Promise<string[]> {
  if (!owner) return [];
  const found: string[] = [];
  for (const folder of OPEN_FOLDERS) {
    for (const name of await readdir(folder).catch(() => [])) {
      const path = join(folder, name);
      const stats = await lstat(path).catch(() => null);
      if (stats?.uid === owner.uid) found.push(path);
    }
  }
  return found;
}
