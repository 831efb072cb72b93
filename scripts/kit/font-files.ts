import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { fontFiles, TYPE_PAIRS, type TypePair } from "../../shared/portfolio/type-pairs.ts";

const packages = fileURLToPath(new URL("../../node_modules/", import.meta.url));

/** The WOFF2 files of a pair by file name, read from the installed Fontsource packages. */
export async function readFontFiles(pair: TypePair): Promise<Record<string, Uint8Array>> {
  const entries = await Promise.all(
    fontFiles(pair).map(
      async ({ name, folder }) =>
        [name, new Uint8Array(await readFile(`${packages}${folder}/${name}`))] as const,
    ),
  );
  return Object.fromEntries(entries);
}

/** The WOFF2 files of all pairs by file name, each once. */
export async function allFontFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const pairs = await Promise.all(TYPE_PAIRS.map(readFontFiles));
  return new Map(pairs.flatMap((files) => Object.entries(files)));
}
