import { compile } from "tailwindcss";
import type { ProjectFiles } from "../../../../shared/project.ts";
import { compileStyle, resolveAsset } from "./compile-style.ts";
import type { Compiled, CompiledStyle } from "./compiled-file.ts";
import { placeOf } from "./style-references.ts";

/** Texts in which class names are looked for. */
const SOURCES = /\.(html|[cm]?[jt]sx?|css|md)$/;

/** Anything that could be a class name: Tailwind drops what it doesn't know. */
const CANDIDATE = /[^\s"'`<>=;{}]+/g;

function candidatesOf(files: ProjectFiles): string[] {
  const found = new Set<string>();
  for (const [path, content] of Object.entries(files)) {
    if (typeof content !== "string" || !SOURCES.test(path)) continue;
    for (const [word] of content.matchAll(CANDIDATE)) {
      found.add(word);
      // `cond?"a":b` and `clsx("a",b)` leave punctuation at the ends.
      found.add(word.replace(/^[([,!?:]+|[)\],.;:?]+$/g, ""));
    }
  }
  return [...found];
}

/**
 * Tailwind 4's own compiler over the project's style sheet. `@plugin` and `@config` name code, which
 * is never run here: they are an error that says so.
 * @param sheets Tailwind's style sheets by import specifier
 */
export function tailwindCompiler(sheets: Readonly<Record<string, string>>) {
  return async (path: string, files: ProjectFiles): Promise<Compiled<CompiledStyle>> => {
    const read = new Set([path]);
    const source = files[path];
    const css = typeof source === "string" ? source : "";
    try {
      const compiler = await compile(css, {
        base: path,
        loadStylesheet: async (id, base) => {
          const own = sheets[id];
          if (own !== undefined) return { path: id, base: id, content: own };
          const target = resolveAsset(id, base, files);
          if (target === null) throw new Error(`There is no style sheet “${id}” to import.`);
          read.add(target);
          return { path: target, base: target, content: String(files[target]) };
        },
        loadModule: async (id) => {
          throw new Error(`“${id}” is code, and style sheets can’t run code in this browser.`);
        },
      });
      const built = compiler.build(candidatesOf(files));
      // Addresses stay as written in imported sheets' own folders; most projects have one sheet.
      const named = compileStyle(path, { ...files, [path]: built });
      if (!named.ok) return named;
      return { ok: true, value: { ...named.value, read: [...read] } };
    } catch (error) {
      const message = (error as Error).message;
      const start = css.search(/@(plugin|config|apply|import)\b/);
      return { ok: false, error: { path, message, ...(start >= 0 && placeOf(css, start)) } };
    }
  };
}
