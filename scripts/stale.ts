import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fromRoot, ROOT } from "./paths.ts";

const SKIP =
  /(^|\/)(node_modules|dist|\.wrangler|\.prerender|public\/kit|generated|output)(\/|$)|\.test\.tsx?$|\.tsbuildinfo$/;

async function* filesBelow(path: string): AsyncGenerator<string> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) {
    yield path;
    return;
  }
  for (const entry of entries) {
    const full = join(path, entry.name);
    if (SKIP.test(relative(ROOT, full))) continue;
    if (entry.isDirectory()) yield* filesBelow(full);
    else yield full;
  }
}

/** SHA-256 over the names and contents of everything below these paths (relative to the root). */
export async function digestOf(inputs: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const input of inputs) {
    const files: string[] = [];
    for await (const file of filesBelow(fromRoot(input))) files.push(file);
    for (const file of files.sort()) {
      hash.update(relative(ROOT, file)).update("\0");
      hash.update(await readFile(file).catch(() => "missing"));
    }
  }
  return hash.digest("hex");
}

/** What was built last under this name; compared with `digestOf` to find what is stale. */
export const readStamp = (name: string) =>
  readFile(fromRoot(".cache", `${name}.stamp`), "utf8").catch(() => "");

export async function writeStamp(name: string, digest: string): Promise<void> {
  const path = fromRoot(".cache", `${name}.stamp`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, digest);
}
