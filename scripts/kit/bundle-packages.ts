import { build, type Plugin } from "esbuild";
import type { KitPackage } from "../../shared/kit.ts";
import { ROOT } from "../paths.ts";
import type { KitWriter } from "./kit-writer.ts";
import { ENTRY_OF, SPECIFIERS } from "./package-set.ts";

/** Leaves every other specifier of the set to the frame's registry. */
function othersOutside(own: string): Plugin {
  return {
    name: "others-outside",
    setup(build) {
      build.onResolve({ filter: /^[a-z@]/ }, ({ path, kind }) =>
        kind !== "entry-point" &&
        path !== own &&
        path !== ENTRY_OF[own] &&
        SPECIFIERS.includes(path)
          ? { path, external: true }
          : null,
      );
    },
  };
}

/**
 * Development builds of the set, each one CommonJS body for the frame's registry. Names inside stay
 * as they are: React's own stack traces are read by them.
 */
export async function bundlePackages(writer: KitWriter): Promise<Record<string, KitPackage>> {
  const packages: Record<string, KitPackage> = {};
  for (const specifier of SPECIFIERS) {
    const { outputFiles, metafile } = await build({
      stdin: {
        contents: `module.exports = require(${JSON.stringify(ENTRY_OF[specifier] ?? specifier)});`,
        resolveDir: ROOT,
      },
      bundle: true,
      write: false,
      metafile: true,
      format: "cjs",
      platform: "browser",
      target: "es2022",
      conditions: ["development"],
      minifyWhitespace: true,
      minifySyntax: true,
      legalComments: "none",
      define: { "process.env.NODE_ENV": '"development"' },
      plugins: [othersOutside(specifier)],
    });
    const [output] = Object.values(metafile.outputs);
    const requires = output!.imports.filter(({ external }) => external).map(({ path }) => path);
    const name = specifier.replaceAll("/", "_");
    const url = await writer.file(`vendor/${name}.js`, outputFiles[0]!.contents);
    packages[specifier] = { url, requires: [...new Set(requires)] };
  }
  return packages;
}
