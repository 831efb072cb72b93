import type { BuildFailure, Plugin } from "esbuild-wasm";
import type { ProjectFiles } from "../../../../shared/project.ts";
import type { Esbuild } from "../site/start-esbuild.ts";
import { assetToken } from "./asset-scheme.ts";
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
      stdin: { contents: `export { default } from ${JSON.stringify(`/${path}`)}`, loader: "js" },
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
      build.onResolve({ filter: /.*/ }, ({ path, importer, kind, pluginData }) => {
        const from = (pluginData as string | undefined) ?? importer;
        if (kind === "url-token") {
          const isElsewhere = /^(?:[a-z][a-z0-9+.-]*:|#)/i.test(path);
          const asset = isElsewhere ? null : resolveAsset(path, from, files);
          if (asset === null) return { path, external: true };
          assets.add(asset);
          return { path: assetToken(asset), external: true };
        }
        const target = path.startsWith("/") ? path.slice(1) : resolveAsset(path, from, files);
        return target === null
          ? null
          : { path: uniqueName(target), namespace: "project", pluginData: target };
      });
      build.onLoad({ filter: /.*/, namespace: "project" }, ({ path, pluginData }) => {
        const target = pluginData as string;
        read.add(target);
        const content = files[target];
        const loader = path.endsWith(".module.css") ? "local-css" : "css";
        return { contents: typeof content === "string" ? content : "", loader, pluginData: target };
      });
    },
  };
}

/**
 * esbuild makes class names from the file's last name: the whole path in it keeps two modules apart
 * that are compiled one by one.
 */
const uniqueName = (path: string) => `/${path.replace(/^src\//, "").replaceAll("/", "_")}`;

/** esbuild writes the names as an object literal, a name a line: read as data, never run. */
function readNames(script: string): Record<string, string> {
  const names: Record<string, string> = {};
  const entry = /^\s+(?:("(?:[^"\\]|\\.)*")|([\w$]+)): ("(?:[^"\\]|\\.)*"),?$/gm;
  for (const [, quoted, plain, value] of script.matchAll(entry)) {
    const name = plain ?? (JSON.parse(quoted!) as string);
    names[name] = JSON.parse(value!) as string;
  }
  return names;
}
