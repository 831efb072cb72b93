import type { BuildFailure, Plugin } from "esbuild-wasm";
import type { ProjectFiles } from "../../../../shared/project.ts";
import type { Esbuild } from "../site/start-esbuild.ts";
import { ASSET_SCHEME } from "./asset-scheme.ts";
import type { Compiled, CompiledStyle } from "./compiled-file.ts";
import { resolveAsset } from "./compile-style.ts";

/** A CSS module by esbuild's `local-css` loader: rules with unique names, and the table of them. */
export async function compileCssModule(
  esbuild: Esbuild,
  path: string,
  files: ProjectFiles,
): Promise<Compiled<CompiledStyle>> {
  const read = new Set<string>();
  const assets = new Set<string>();
  try {
    const { outputFiles } = await esbuild.build({
      stdin: { contents: `export * from ${JSON.stringify(`/${path}`)}`, loader: "js" },
      bundle: true,
      write: false,
      format: "esm",
      outdir: "/",
      logLevel: "silent",
      plugins: [projectStyles(files, read, assets)],
    });
    const css = outputFiles.find((file) => file.path.endsWith(".css"))?.text ?? "";
    const script = outputFiles.find((file) => file.path.endsWith(".js"))?.text ?? "";
    const classes = readNames(script);
    return { ok: true, value: { css, classes, read: [...read], assets: [...assets] } };
  } catch (failure) {
    const [error] = (failure as BuildFailure).errors ?? [];
    const { line, column } = error?.location ?? {};
    const place = line === undefined ? {} : { line, column: (column ?? 0) + 1 };
    return { ok: false, error: { path, message: error?.text ?? String(failure), ...place } };
  }
}

function projectStyles(files: ProjectFiles, read: Set<string>, assets: Set<string>): Plugin {
  return {
    name: "project-styles",
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
        const from = importer.replace(/^\//, "");
        if (kind === "url-token") {
          const asset = /^(?:[a-z][a-z0-9+.-]*:|#)/i.test(path)
            ? null
            : resolveAsset(path, from, files);
          if (asset === null) return { path, external: true };
          assets.add(asset);
          return { path: ASSET_SCHEME + asset, external: true };
        }
        const target = path.startsWith("/") ? path.slice(1) : resolveAsset(path, from, files);
        return target === null ? null : { path: `/${target}`, namespace: "project" };
      });
      build.onLoad({ filter: /.*/, namespace: "project" }, ({ path }) => {
        read.add(path.slice(1));
        const content = files[path.slice(1)];
        const loader = path.endsWith(".module.css") ? "local-css" : "css";
        return { contents: typeof content === "string" ? content : "", loader };
      });
    },
  };
}

/** esbuild writes `var a = "x_a";` for each name and exports them: read as data, never run. */
function readNames(script: string): Record<string, string> {
  const values = new Map<string, string>();
  for (const [, name, value] of script.matchAll(/\bvar ([\w$]+) = ("(?:[^"\\]|\\.)*");/g)) {
    values.set(name!, JSON.parse(value!) as string);
  }
  const exported = /export \{([\s\S]*?)\};/.exec(script)?.[1] ?? "";
  return Object.fromEntries(
    exported
      .split(",")
      .map((part) => part.trim().split(" as "))
      .filter(([name]) => name && values.has(name))
      .map(([name, alias]) => [stripQuotes(alias ?? name!), values.get(name!)!]),
  );
}

const stripQuotes = (name: string) => (name.startsWith('"') ? (JSON.parse(name) as string) : name);
