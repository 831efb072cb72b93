/**
 * Where root keeps what other accounts must reach, when the folder that was asked for lies out of their
 * reach: one folder below /var/lib for each, which goes when the one that it stands for has gone.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

export const OPEN_PLACE = "/var/lib/cv2web";

/** In a folder below `OPEN_PLACE`: the folder in whose stead it is. */
const ASKED = "instead-of";

/** The folder that stands for another; `kind` begins its name. */
export async function standInFor(kind: string, asked: string): Promise<string> {
  const name = createHash("sha256").update(resolve(asked)).digest("hex").slice(0, 12);
  const folder = join(OPEN_PLACE, `${kind}${name}`);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  await writeFile(join(folder, ASKED), resolve(asked));
  return folder;
}

/** Folders of a kind that stand for one that is gone by now: whoever removed it meant all of it. */
export async function abandonedStandIns(kind: RegExp): Promise<readonly string[]> {
  const abandoned: string[] = [];
  for (const name of await readdir(OPEN_PLACE).catch(() => [])) {
    if (!kind.test(name)) continue;
    const folder = join(OPEN_PLACE, name);
    const asked = await readFile(join(folder, ASKED), "utf8").catch(() => null);
    if (asked !== null && !existsSync(asked)) abandoned.push(folder);
  }
  return abandoned;
}
