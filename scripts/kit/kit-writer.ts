import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

export interface KitWriter {
  /** Writes `a/b.json` as `a/b-<hash>.json`. @returns its URL from the app's root */
  file(name: string, content: string | Uint8Array): Promise<string>;
  /** Writes under exactly this name. */
  plain(name: string, content: string | Uint8Array): Promise<string>;
  written(): ReadonlySet<string>;
}

/** Writes the kit's files below `folder`, and remembers which. */
export function createKitWriter(folder: string): KitWriter {
  const written = new Set<string>();

  async function plain(name: string, content: string | Uint8Array) {
    const path = `${folder}/${name}`;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    written.add(path);
    return `/kit/${name}`;
  }

  async function file(name: string, content: string | Uint8Array) {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
    const hashed = name.replace(/(\.[a-z0-9]+)$/i, `-${hash}$1`);
    const path = `${folder}/${hashed}`;
    if (existsSync(path)) {
      written.add(path);
      return `/kit/${hashed}`;
    }
    return plain(hashed, content);
  }
  return { file, plain, written: () => written };
}
