import type { Kit } from "../../../../shared/kit.ts";
import type { HeavyParts } from "./compilers.ts";

/** The big parts as chunks of the worker, each loaded once, when it is first needed. */
export function loadHeavyParts(kit: Kit, loadText: (url: string) => Promise<string>): HeavyParts {
  return {
    script: once(async () => (await import("../compile/compile-script.ts")).compileScript),
    tailwind: once(async () => {
      const [{ tailwindCompiler }, sheets] = await Promise.all([
        import("../compile/compile-tailwind.ts"),
        loadText(kit.tailwind),
      ]);
      return tailwindCompiler(JSON.parse(sheets) as Record<string, string>);
    }),
    cssModule: once(async () => {
      const [{ compileCssModule }, { startEsbuild }] = await Promise.all([
        import("../compile/compile-css-module.ts"),
        import("../site/start-esbuild.ts"),
      ]);
      const esbuild = await startEsbuild(kit.esbuild);
      return (path, files) => compileCssModule(esbuild, path, files);
    }),
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      // A chunk that didn't arrive (offline) is asked for again next time.
      made = null;
      throw error;
    });
    return made;
  };
}
