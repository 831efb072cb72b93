import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import * as esbuild from "esbuild";
import type { KitTemplate, TemplatePack } from "../../shared/kit.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import { templateManifestSchema, type TemplateManifest } from "../../shared/template.ts";
import type { CompiledTemplate } from "../../web/sandbox/instant/compile/compiled-file.ts";
import { compileCssModule } from "../../web/sandbox/instant/compile/compile-css-module.ts";
import { compileScript } from "../../web/sandbox/instant/compile/compile-script.ts";
import { wantsTailwind } from "../../web/sandbox/instant/compile/compile-style.ts";
import { tailwindCompiler } from "../../web/sandbox/instant/compile/compile-tailwind.ts";
import { contentHash } from "../../web/sandbox/instant/compile/content-hash.ts";
import { styleHash } from "../../web/sandbox/instant/engine/compilers.ts";
import { fromRoot } from "../paths.ts";
import type { KitWriter } from "./kit-writer.ts";
import { tailwindSheets } from "./tailwind-sheets.ts";

const TEMPLATES = fromRoot("templates");
const SKIP = /(^|\/)(node_modules|dist|\.prerender)(\/|$)/;
/** Of the product, or of the folder, not of the person's project. */
const NOT_PACKED = /^(template\.json)$/;
const TEXT = /\.(tsx?|jsx?|mjs|cjs|css|json|html|md|txt|svg)$|(^|\/)\.gitignore$|(^|\/)LICENSE$/;

/** The core files whose effects repeat what the finished page says (see site/quiet-page.ts). */
const QUIET = ["src/main.tsx", "src/Page.tsx"];

export interface PackedTemplate extends Omit<KitTemplate, "example"> {
  readonly files: ProjectFiles;
  readonly quiet: readonly string[];
}

/** Packs every template that is complete; what is wrong with the others goes to `problems`. */
export async function packTemplates(
  writer: KitWriter,
  problems: string[],
): Promise<PackedTemplate[]> {
  const packed: PackedTemplate[] = [];
  const folders = await readdir(TEMPLATES, { withFileTypes: true });
  for (const folder of folders.filter((entry) => entry.isDirectory())) {
    const manifest = await readManifest(folder.name, problems);
    if (manifest) packed.push(await packTemplate(manifest, writer, problems));
  }
  return packed.sort((a, b) => a.manifest.order - b.manifest.order);
}

async function readManifest(id: string, problems: string[]): Promise<TemplateManifest | null> {
  const path = join(TEMPLATES, id, "template.json");
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) {
    console.warn(`templates/${id} has no template.json yet and is left out.`);
    return null;
  }
  const parsed = templateManifestSchema.safeParse(JSON.parse(text));
  if (parsed.success && parsed.data.id === id) return parsed.data;
  problems.push(`templates/${id}/template.json: ${parsed.error?.message ?? "another id"}`);
  return null;
}

async function packTemplate(
  manifest: TemplateManifest,
  writer: KitWriter,
  problems: string[],
): Promise<PackedTemplate> {
  const { id } = manifest;
  const files = await readTemplate(id);
  const pack: TemplatePack = {
    manifest,
    files: Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === "string" ? content : { base64: Buffer.from(content).toString("base64") },
      ]),
    ),
  };
  const compiled = await compileTemplate(id, files, problems);
  return {
    manifest,
    files,
    quiet: compiled.quiet,
    pack: await writer.file(`templates/${id}.json`, JSON.stringify(pack)),
    compiled: await writer.file(`templates/${id}-compiled.json`, JSON.stringify(compiled)),
  };
}

async function readTemplate(id: string): Promise<ProjectFiles> {
  const folder = join(TEMPLATES, id);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, string | Uint8Array> = {};
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !SKIP.test(path) && !NOT_PACKED.test(path));
  for (const path of paths.sort()) {
    const bytes = await readFile(join(folder, path));
    files[path] = TEXT.test(path) ? bytes.toString("utf8") : new Uint8Array(bytes);
  }
  return files;
}

/** The same compilers as in the browser, so that the first preview finds its files ready. */
async function compileTemplate(
  id: string,
  files: ProjectFiles,
  problems: string[],
): Promise<CompiledTemplate> {
  const scripts: Record<string, CompiledTemplate["scripts"][string]> = {};
  const styles: Record<string, CompiledTemplate["styles"][string]> = {};
  const tailwind = tailwindCompiler(await tailwindSheets());
  for (const [path, content] of Object.entries(files)) {
    if (typeof content !== "string" || !path.startsWith("src/")) continue;
    if (/\.[jt]sx?$/.test(path)) {
      const result = compileScript(path, content);
      if (!result.ok) problems.push(`templates/${id}/${describe(result.error)}`);
      else {
        const { code, imports } = result.value;
        scripts[path] = { code, imports, hash: contentHash(content) };
      }
    } else if (path.endsWith(".css")) {
      const isModule = path.endsWith(".module.css");
      if (!isModule && !wantsTailwind(content)) continue;
      const result = isModule
        ? await compileCssModule(esbuild, path, files)
        : await tailwind(path, files);
      if (result.ok) styles[path] = { ...result.value, hash: styleHash(path, files) };
      else problems.push(`templates/${id}/${describe(result.error)}`);
    }
  }
  const quiet = QUIET.flatMap((path) =>
    typeof files[path] === "string" ? [contentHash(files[path])] : [],
  );
  return { scripts, styles, quiet };
}

const describe = (error: { path: string; line?: number; message: string }) =>
  `${error.path}:${error.line ?? 1}: ${error.message}`;
