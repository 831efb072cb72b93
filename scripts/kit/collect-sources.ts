import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import type { Kit } from "../../shared/kit.ts";
import type { SourceModule, SourcePack } from "../../web/sandbox/instant/site/source-pack.ts";
import { fromRoot, ROOT } from "../paths.ts";
import type { KitWriter } from "./kit-writer.ts";
import { ENTRY_OF, PACKAGE_SET, SPECIFIERS } from "./package-set.ts";

/** Not for a finished site. */
const DEVELOPMENT_ONLY = new Set(["react-refresh/runtime"]);

/**
 * The production sources of each group, module by module, so that esbuild in the browser can leave
 * out what a site doesn't use. esbuild itself says which files those are.
 */
export async function collectSources(writer: KitWriter): Promise<Kit["sources"]> {
  const sources: Record<string, { url: string; entry: string }> = {};
  for (const [group, all] of Object.entries(PACKAGE_SET)) {
    const specifiers = all.filter((specifier) => !DEVELOPMENT_ONLY.has(specifier));
    const { metafile } = await build({
      stdin: { contents: specifiers.map(importLine).join("\n"), resolveDir: ROOT },
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      platform: "browser",
      define: { "process.env.NODE_ENV": '"production"' },
      plugins: [othersOutside(specifiers)],
      logLevel: "error",
    });
    const { pack, entries } = await packOf(metafile, specifiers);
    const url = await writer.file(`sources/${group}.json`, JSON.stringify(pack));
    for (const specifier of specifiers) sources[specifier] = { url, entry: entries[specifier]! };
  }
  return sources;
}

const importLine = (specifier: string, index: number) =>
  `export * as m${index} from ${JSON.stringify(ENTRY_OF[specifier] ?? specifier)};`;

function othersOutside(own: readonly string[]): Plugin {
  const others = SPECIFIERS.filter((specifier) => !own.includes(specifier));
  return {
    name: "others-outside",
    setup(build) {
      build.onResolve({ filter: /^[a-z@]/ }, ({ path }) =>
        others.includes(path) ? { path, external: true } : null,
      );
    },
  };
}

async function packOf(metafile: Metafile, specifiers: readonly string[]) {
  const modules: Record<string, SourceModule> = {};
  const entries: Record<string, string> = {};
  for (const [path, input] of Object.entries(metafile.inputs)) {
    const imports = Object.fromEntries(
      input.imports
        .filter(({ original }) => original !== undefined)
        .map(({ original, path: target, external }) => [
          original!,
          external ? target : nameOf(target),
        ]),
    );
    if (path === "<stdin>") {
      for (const specifier of specifiers) {
        entries[specifier] = imports[ENTRY_OF[specifier] ?? specifier]!;
      }
      continue;
    }
    const code = await readFile(fromRoot(path), "utf8");
    modules[nameOf(path)] = { code: withoutMapLink(code), imports, pure: await isPure(path) };
  }
  return { pack: { modules } satisfies SourcePack, entries };
}

const nameOf = (path: string) => path.replace(/^node_modules\//, "");
const withoutMapLink = (code: string) => code.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, "\n");

const purity = new Map<string, Promise<boolean>>();

/** Whether the module's package says that it has no side effects. */
function isPure(path: string): Promise<boolean> {
  const [scope, name] = nameOf(path).split("/");
  const folder = `node_modules/${scope!.startsWith("@") ? `${scope}/${name}` : scope}`;
  const known =
    purity.get(folder) ??
    readFile(fromRoot(folder, "package.json"), "utf8").then(
      (json) => (JSON.parse(json) as { sideEffects?: unknown }).sideEffects === false,
    );
  purity.set(folder, known);
  return known.then((pure) => pure && dirname(path) !== "");
}
