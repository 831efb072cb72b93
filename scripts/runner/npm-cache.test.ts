import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openNpmCache } from "./npm-cache.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cv2web-npm-"));
  await mkdir(join(folder, "templates/folio"), { recursive: true });
  for (const name of ["package.json", "package-lock.json"]) {
    await writeFile(join(folder, "templates/folio", name), `{"name":"${name}"}`);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A program that is called as npm is, and leaves in its cache what npm would. */
const NPM = `
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
const cache = process.argv.find((one) => one.startsWith("--cache=")).slice(8) + "/_cacache";
if (!process.argv.includes("--ignore-scripts")) process.exit(1);
for (const kind of ["content-v2", "index-v5"]) {
  mkdirSync(cache + "/" + kind + "/aa", { recursive: true });
  writeFileSync(cache + "/" + kind + "/aa/one", readFileSync("package-lock.json", "utf8") + kind);
}
if (process.argv[1].endsWith("broken.mjs")) process.exit(1);
`;

async function cacheWith(name: string) {
  const npm = join(folder, name);
  await writeFile(npm, NPM);
  const root = join(folder, `kept-by-${name}`);
  const tools = async () => ({ npm, path: "/usr/bin", npmEnvironment: {} });
  return { root, cache: await openNpmCache(root, tools, join(folder, "templates")) };
}

async function home(name: string): Promise<string> {
  await mkdir(join(folder, name));
  return join(folder, name);
}
const contentIn = (place: string) => join(place, ".npm/_cacache/content-v2/aa/one");
const noteIn = (place: string) => join(place, ".npm/_cacache/index-v5/aa/one");

test("what the templates install is there in every home, and what one does to it is no other's", async () => {
  const { cache } = await cacheWith("npm.mjs");
  const before = await home("before");
  await cache.lend(before, null, 1_000);
  expect(await readdir(before)).toEqual([]);
  await Promise.all([cache.fill(), cache.fill()]);
  const [first, second] = [await home("first"), await home("second")];
  await cache.lend(first, null, 10);
  expect(await readdir(first)).toEqual([]);
  await cache.lend(first, null, 1_000);
  expect(await readFile(contentIn(first), "utf8")).toBe('{"name":"package-lock.json"}content-v2');
  await chmod(contentIn(first), 0o644);
  for (const path of [contentIn(first), noteIn(first)]) await writeFile(path, "poison");
  await cache.lend(second, null, 1_000);
  for (const path of [contentIn(second), noteIn(second)]) {
    expect(await readFile(path, "utf8")).not.toContain("poison");
  }
});

test.skipIf(process.getuid?.() !== 0)(
  "another account may read what it is lent and add to it, not write it",
  async () => {
    const { cache } = await cacheWith("npm.mjs");
    await cache.fill();
    const theirs = await home("theirs");
    await cache.lend(theirs, { uid: 52_190, gid: 52_190 }, 1_000);
    const content = await stat(contentIn(theirs));
    expect({ uid: content.uid, mode: content.mode & 0o777 }).toEqual({ uid: 0, mode: 0o444 });
    for (const path of [join(theirs, ".npm"), noteIn(theirs)]) {
      expect((await stat(path)).uid).toBe(52_190);
    }
  },
);

test("an install that fails leaves nothing behind, and nobody is lent half of it", async () => {
  const { cache, root } = await cacheWith("broken.mjs");
  await cache.fill();
  expect(await readdir(root)).toEqual([]);
  const without = await home("without");
  await cache.lend(without, null, 1_000);
  expect(await readdir(without)).toEqual([]);
});
