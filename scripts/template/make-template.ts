import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { formatJson } from "../../shared/portfolio/format-json.ts";
import { findPalette } from "../../shared/portfolio/palettes.ts";
import { templateManifestSchema, type TemplateManifest } from "../../shared/template.ts";
import { themeSchema } from "../../shared/theme.ts";
import { CORE_FILES } from "./core-files.ts";

/** The template whose core, mark-up of sections, fonts and sample a new one begins with. */
const MODEL = "folio";

/** What a new template takes from it besides the core; its look it has of its own. */
const TAKEN = [
  "package.json",
  "package-lock.json",
  "vite.config.ts",
  "src/contents.ts",
  "src/filled.ts",
  "src/fonts.css",
  "src/fonts",
  "src/data",
  "src/parts/Contact.tsx",
  "src/parts/Dates.tsx",
  "src/parts/Entry.tsx",
  "src/parts/Link.tsx",
  "src/parts/Points.tsx",
  "src/parts/Prose.tsx",
  "src/parts/Run.tsx",
  "src/sections",
];

/** Its own files lie here as text, for they are part of no project yet. */
const BEGINNING = join(import.meta.dirname, "beginning");

/** Of the palettes made by rule, so that every text can be read. */
const PALETTE = "slate";

export interface NewTemplate {
  /** What people call it, e.g. “Atlas”; its id is the same in small letters. */
  readonly name: string;
  /** The folder of all templates. */
  readonly into: string;
}

/**
 * Writes a plain but complete template that passes every test of templates.
 * @returns its folder, or why there can't be one, as a sentence with a next step
 */
export async function makeTemplate({
  name,
  into,
}: NewTemplate): Promise<{ readonly folder: string } | { readonly problem: string }> {
  if (!/^[A-Za-z][A-Za-z0-9]{1,19}$/.test(name)) {
    return {
      problem: `“${name}” can't be a template's name: two to twenty Latin letters and figures, a letter first. Try another.`,
    };
  }
  const id = name.toLowerCase();
  const others = await manifestsIn(into);
  if ((await readdir(into)).includes(id)) {
    return {
      problem: `There is a template “${id}” already. Take another name, or change that one.`,
    };
  }
  const [from, folder] = [join(into, MODEL), join(into, id)];
  for (const path of [...CORE_FILES, ...TAKEN]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(join(from, path), join(folder, path), { recursive: true });
  }
  await writeBeginning(folder);
  const order = Math.max(...others.map((other) => other.order)) + 1;
  await writeJson(join(folder, "template.json"), {
    id,
    name: name[0]!.toUpperCase() + name.slice(1),
    idea: "A plain beginning: one column, and a rule above each section.",
    order,
    typePairs: others.find((other) => other.id === MODEL)!.typePairs,
    palettes: [PALETTE, "ink", "forest", "plum"],
  } satisfies TemplateManifest);
  await writeTheme(folder, id);
  return { folder };
}

async function manifestsIn(folder: string): Promise<TemplateManifest[]> {
  const texts = await Promise.all(
    (await readdir(folder)).map((id) =>
      readFile(join(folder, id, "template.json"), "utf8").catch(() => null),
    ),
  );
  return texts.flatMap((text) => (text ? [templateManifestSchema.parse(JSON.parse(text))] : []));
}

/** `src__App.tsx.txt` becomes `src/App.tsx`. */
async function writeBeginning(folder: string): Promise<void> {
  for (const name of await readdir(BEGINNING)) {
    const path = join(folder, name.replaceAll("__", "/").replace(/\.txt$/, ""));
    await mkdir(dirname(path), { recursive: true });
    await cp(join(BEGINNING, name), path);
  }
}

async function writeTheme(folder: string, id: string): Promise<void> {
  const path = join(folder, "src/theme.json");
  const model = themeSchema.parse(
    JSON.parse(await readFile(join(folder, "..", MODEL, "src/theme.json"), "utf8")),
  );
  const { light, dark } = findPalette(PALETTE)!;
  await writeJson(path, { ...model, template: id, palette: { id, light, dark } });
}

const writeJson = (path: string, value: unknown) => writeFile(path, formatJson(value));
