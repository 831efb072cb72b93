/**
 * Fills `src/fonts.css` and `src/fonts/` of each template with the first type pair of its
 * template.json. Usage: node scripts/kit/write-template-fonts.ts [template…]
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { fontsCss } from "../../shared/portfolio/fonts-css.ts";
import { findTypePair } from "../../shared/portfolio/type-pairs.ts";
import { templateManifestSchema } from "../../shared/template.ts";
import { readFontFiles } from "./font-files.ts";

const templates = fileURLToPath(new URL("../../templates/", import.meta.url));

async function firstPair(template: string): Promise<string> {
  const text = await readFile(`${templates}${template}/template.json`, "utf8");
  return templateManifestSchema.parse(JSON.parse(text)).typePairs[0]!;
}

async function writeFonts(template: string): Promise<void> {
  const id = await firstPair(template);
  const pair = findTypePair(id);
  if (!pair) throw new Error(`${template}: there is no type pair “${id}”`);
  const folder = `${templates}${template}/src/fonts/`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files = await readFontFiles(pair);
  for (const [name, bytes] of Object.entries(files)) await writeFile(folder + name, bytes);
  await writeFile(`${templates}${template}/src/fonts.css`, fontsCss(pair));
  const kilobytes = Object.values(files).reduce((sum, bytes) => sum + bytes.length, 0) / 1024;
  console.log(
    `${template}: ${pair.name}, ${Object.keys(files).length} files, ${kilobytes.toFixed(0)} KB`,
  );
}

const named = process.argv.slice(2);
const all = (await readdir(templates)).filter((name) => !name.includes("."));
for (const template of named.length > 0 ? named : all) await writeFonts(template);
