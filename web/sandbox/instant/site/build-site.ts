import type { BuildFailure, OutputFile } from "esbuild-wasm";
import type { BuildOutput } from "../../../../shared/build.ts";
import { fail, ok, type Result } from "../../../../shared/failure.ts";
import { THEME_PATH, type FileContent, type ProjectFiles } from "../../../../shared/project.ts";
import { entriesOf } from "../engine/page-document.ts";
import { bundleProject, type Bundle } from "./bundle-project.ts";
import { displayFont, pageHtml, relativeToPage, type PageFiles } from "./page-html.ts";
import { isInlined, styleElement } from "./inline-style.ts";
import { isQuietPage } from "./quiet-page.ts";
import { buildFailed, PRERENDER_GLOBAL, type Rendered, type SiteParts } from "./site-inputs.ts";

const PRERENDER = "src/prerender.tsx";

/**
 * The finished site of a project: bundle, style sheets, fonts and pictures with hashed names, and
 * the page rendered beforehand. What `npm run build` of the exported project does with Vite.
 */
export async function buildSite(
  files: ProjectFiles,
  parts: SiteParts,
): Promise<Result<BuildOutput>> {
  const started = parts.now();
  const source = files["index.html"];
  const entries = typeof source === "string" ? entriesOf(source) : [];
  if (typeof source !== "string" || entries.length === 0) {
    return fail(buildFailed("index.html is missing, or starts no module."));
  }
  const absent = entries.find((path) => !Object.hasOwn(files, path));
  if (absent !== undefined) return fail(buildFailed(`There is no file “${absent}”.`));
  try {
    const rendered = await prerender(files, parts);
    const isQuiet = rendered !== null && (await isQuietPage(files, parts));
    // Of a page without script only styles and pictures are taken: bundling React for it takes seconds.
    const options = { entries, format: "esm", minify: true, onlyOwnCode: isQuiet } as const;
    const client = await bundleProject(files, options, parts);
    const output = siteFiles(files, client, !isQuiet);
    output["index.html"] = relativeToPage(
      pageHtml(source, rendered, pageFiles(client, files, !isQuiet)),
      files,
    );
    return ok({ files: output, durationMs: parts.now() - started });
  } catch (error) {
    return fail(buildFailed(describe(error)));
  }
}

async function prerender(files: ProjectFiles, parts: SiteParts): Promise<Rendered | null> {
  if (!Object.hasOwn(files, PRERENDER)) return null;
  const { result } = await bundleProject(
    files,
    // Run once and thrown away: making it small would take longer than it saves.
    { entries: [PRERENDER], format: "iife", globalName: PRERENDER_GLOBAL, minify: false },
    parts,
  );
  const script = result.outputFiles.find(({ path }) => path.endsWith(".js"));
  return parts.prerender(script!.text);
}

const isScript = ({ path }: OutputFile) => path.endsWith(".js");
const isStyle = ({ path }: OutputFile) => path.endsWith(".css");

function siteFiles(files: ProjectFiles, { result, assets }: Bundle, withScripts: boolean) {
  const output: Record<string, FileContent> = {};
  for (const file of result.outputFiles) {
    if (isScript(file) && !withScripts) continue;
    if (isStyle(file) && isInlined(file.text)) continue;
    output[file.path.replace(/^\//, "")] = file.text;
  }
  for (const [path, content] of assets) output[path] = content;
  for (const [path, content] of Object.entries(files)) {
    if (path.startsWith("public/")) output[path.slice("public/".length)] = content;
  }
  return output;
}

function pageFiles({ result }: Bundle, files: ProjectFiles, withScripts: boolean): PageFiles {
  const entryPaths = new Set(
    Object.entries(result.metafile.outputs)
      .filter(([, { entryPoint }]) => entryPoint !== undefined)
      .map(([path]) => path.replace(/^\//, "")),
  );
  const address = ({ path }: OutputFile) => `.${path}`;
  const styles = result.outputFiles.filter(isStyle);
  const font = displayFont(styles.map(({ text }) => text).join("\n"), displayStack(files));
  return {
    scripts: withScripts
      ? result.outputFiles
          .filter((file) => isScript(file) && entryPaths.has(file.path.slice(1)))
          .map(address)
      : [],
    styles: styles.filter(({ text }) => !isInlined(text)).map(address),
    inlineStyles: styles
      .filter(({ text }) => isInlined(text))
      .map(({ text }) => styleElement(text)),
    preloads: font === null ? [] : [font],
  };
}

function displayStack(files: ProjectFiles): string {
  try {
    const theme = JSON.parse(String(files[THEME_PATH])) as { fonts?: { display?: unknown } };
    return String(theme.fonts?.display ?? "");
  } catch {
    return "";
  }
}

/** esbuild's errors as sentences with their place. */
function describe(error: unknown): string {
  const { errors } = error as Partial<BuildFailure>;
  if (!Array.isArray(errors)) return (error as Error).message ?? String(error);
  return errors
    .map(({ text, location }) => {
      const path = location?.file.replace(/^(project:|\/)/, "");
      return location ? `${path}:${location.line}:${location.column + 1}: ${text}` : text;
    })
    .join("\n");
}
