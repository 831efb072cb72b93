import type { BuildResult, OnLoadResult, OnResolveResult, Plugin } from "esbuild-wasm";
import type { FileContent, ProjectFiles } from "../../../../shared/project.ts";
import { compileStyle, resolveAsset, wantsTailwind } from "../compile/compile-style.ts";
import { moduleKind } from "../compile/file-kinds.ts";
import { resolveImport } from "../compile/resolve-import.ts";
import { ASSET_SCHEME, assetPath } from "../compile/asset-scheme.ts";
import { bytesHash } from "../compile/content-hash.ts";
import type { SiteParts } from "./site-inputs.ts";

export interface BundleOptions {
  readonly entries: readonly string[];
  readonly format: "esm" | "iife";
  readonly globalName?: string;
  readonly minify: boolean;
  /** Only the project's own code: packages stay imports, and JSON is left empty. */
  readonly onlyOwnCode?: boolean;
}

export interface Bundle {
  readonly result: BuildResult<{ write: false; metafile: true }>;
  /** `assets/me-1x2y3z.jpg` → content. */
  readonly assets: ReadonlyMap<string, FileContent>;
}

/** Bundles a project's modules with the kit's package sources; everything comes from memory. */
export async function bundleProject(
  files: ProjectFiles,
  options: BundleOptions,
  parts: SiteParts,
): Promise<Bundle> {
  const assets = new Map<string, FileContent>();
  const result = await parts.esbuild.build({
    entryPoints: options.entries.map((path) => `/${path}`),
    bundle: true,
    write: false,
    metafile: true,
    outdir: "/",
    entryNames: "assets/[name]-[hash]",
    chunkNames: "assets/[name]-[hash]",
    format: options.format,
    splitting: options.format === "esm",
    minify: options.minify,
    legalComments: "none",
    charset: "utf8",
    target: "es2022",
    jsx: "automatic",
    platform: "browser",
    logLevel: "silent",
    ...(options.globalName && { globalName: options.globalName }),
    define: {
      "process.env.NODE_ENV": '"production"',
      "import.meta.env.DEV": "false",
      "import.meta.env.PROD": "true",
      "import.meta.env.SSR": "false",
      "import.meta.env.MODE": '"production"',
      "import.meta.env.BASE_URL": '"./"',
      "import.meta.env":
        '{"DEV":false,"PROD":true,"SSR":false,"MODE":"production","BASE_URL":"./"}',
      "import.meta.hot": "undefined",
    },
    plugins: [projectFiles(files, parts, assets, options.onlyOwnCode ?? false), kitPackages(parts)],
  });
  return { result, assets };
}

/** Names an asset after its content, and keeps it for the site. @returns its name in `assets/` */
function keepAsset(path: string, files: ProjectFiles, assets: Map<string, FileContent>): string {
  const content = files[path] ?? "";
  const base = path.slice(path.lastIndexOf("/") + 1);
  const dot = base.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [base.slice(0, dot), base.slice(dot)] : [base, ""];
  const name = `${stem}-${bytesHash(content)}${extension}`;
  assets.set(`assets/${name}`, content);
  return name;
}

function projectFiles(
  files: ProjectFiles,
  parts: SiteParts,
  assets: Map<string, FileContent>,
  onlyOwnCode: boolean,
): Plugin {
  const resolveUrl = (path: string, importer: string): OnResolveResult => {
    const named = path.startsWith(ASSET_SCHEME) ? assetPath(path.slice(ASSET_SCHEME.length)) : null;
    const isElsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(path);
    const asset = named ?? (isElsewhere ? null : resolveAsset(path, importer, files));
    if (asset === null) return { path, external: true };
    if (asset.startsWith("public/")) return { path: `../${asset.slice(7)}`, external: true };
    return { path: `./${keepAsset(asset, files, assets)}`, external: true };
  };

  return {
    name: "project-files",
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, importer, kind, namespace }) => {
        if (namespace === "kit") return null;
        if (kind === "entry-point") return { path: path.slice(1), namespace: "project" };
        const from = importer.split("?")[0]!;
        if (kind === "url-token") return resolveUrl(path, from);
        const isStyle = kind === "import-rule" && !/^[./]/.test(path);
        const found = resolveImport(isStyle ? `./${path}` : path, from, files);
        if (found.kind === "file") {
          const suffix = found.query && `?${found.query}`;
          return { path: found.path + suffix, namespace: "project" };
        }
        if (found.kind === "missing") {
          return { errors: [{ text: `There is no file “${path}” to import.` }] };
        }
        if (onlyOwnCode) return { path, external: true };
        const known = parts.sources[found.specifier];
        if (known) return { path: known.entry, namespace: "kit", pluginData: known.url };
        return { errors: [{ text: `The package “${path}” can’t be installed in this browser.` }] };
      });
      build.onLoad({ filter: /.*/, namespace: "project" }, ({ path: id }) =>
        onlyOwnCode && id.endsWith(".json")
          ? { contents: "{}", loader: "json" }
          : loadFile(id, files, parts, assets),
      );
    },
  };
}

async function loadFile(
  id: string,
  files: ProjectFiles,
  parts: SiteParts,
  assets: Map<string, FileContent>,
): Promise<OnLoadResult> {
  const [path = "", query = ""] = id.split("?");
  const content = files[path] ?? "";
  const text = typeof content === "string" ? content : new TextDecoder().decode(content);
  switch (moduleKind(path, query)) {
    case "script":
      return { contents: text, loader: scriptLoader(path) };
    case "json":
      return { contents: text, loader: "json" };
    case "text":
      return { contents: text, loader: "text" };
    case "css-module":
      return { contents: text, loader: "local-css" };
    case "style":
      return loadStyle(path, text, files, parts);
    case "asset": {
      const address = path.startsWith("public/")
        ? `./${path.slice(7)}`
        : `./assets/${keepAsset(path, files, assets)}`;
      return { contents: `export default ${JSON.stringify(address)}`, loader: "js" };
    }
  }
}

const scriptLoader = (path: string) => {
  if (/\.[cm]?ts$/.test(path)) return "ts";
  return path.endsWith(".tsx") ? "tsx" : "jsx";
};

async function loadStyle(
  path: string,
  text: string,
  files: ProjectFiles,
  parts: SiteParts,
): Promise<OnLoadResult> {
  const compiled = wantsTailwind(text)
    ? await (
        await parts.tailwind()
      )(path, files)
    : compileStyle(path, files);
  if (compiled.ok) return { contents: compiled.value.css, loader: "css" };
  const { message, line, column } = compiled.error;
  const location =
    line === undefined ? {} : { location: { file: path, line, column: (column ?? 1) - 1 } };
  return { errors: [{ text: message, ...location }] };
}

/** The packages' production sources, from the kit's packs. */
function kitPackages({ sources, loadPack }: SiteParts): Plugin {
  return {
    name: "kit-packages",
    setup(build) {
      build.onResolve(
        { filter: /.*/, namespace: "kit" },
        async ({ path, importer, pluginData }) => {
          const url = pluginData as string;
          const { modules } = await loadPack(url);
          const target = modules[importer]?.imports[path] ?? path;
          const own = modules[target];
          if (own)
            return { path: target, namespace: "kit", pluginData: url, sideEffects: !own.pure };
          const other = sources[target];
          return other
            ? { path: other.entry, namespace: "kit", pluginData: other.url }
            : { errors: [{ text: `“${path}” isn’t in the kit.` }] };
        },
      );
      build.onLoad({ filter: /.*/, namespace: "kit" }, async ({ path, pluginData }) => {
        const { modules } = await loadPack(pluginData as string);
        return { contents: modules[path]!.code, loader: "js", pluginData: pluginData as string };
      });
    },
  };
}
