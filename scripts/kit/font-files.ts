import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { fontFiles, type TypePair } from "../../shared/portfolio/type-pairs.ts";

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
