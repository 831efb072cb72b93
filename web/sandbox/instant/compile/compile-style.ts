import type { ProjectFiles } from "../../../../shared/project.ts";
import { assetToken } from "./asset-scheme.ts";
import type { Compiled, CompiledStyle } from "./compiled-file.ts";
import { normalisePath, resolveImport } from "./resolve-import.ts";
import {
  placeOf,
  styleReferences,
  withCondition,
  type StyleReference,
} from "./style-references.ts";

const isElsewhere = (address: string) => /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(address);

/** `"a.png"` beside `src/x.css`, or `/a.png` in `public/`; the query and fragment are dropped. */
export function resolveAsset(
  address: string,
  importer: string,
  files: ProjectFiles,
): string | null {
  const bare = decodeURI(address.replace(/[?#].*$/, ""));
  const relative = /^[./]/.test(bare) ? bare : `./${bare}`;
  const resolved = resolveImport(relative, importer, files);
  return resolved.kind === "file" ? resolved.path : null;
}

/** Whether a style sheet asks for Tailwind, so that Tailwind's own compiler must make it. */
export const wantsTailwind = (css: string) =>
  /@import\s+(?:url\(\s*)?["']tailwindcss(?:\/[\w./-]+)?["']|@tailwind\s/.test(css);

/**
 * Plain CSS: imported sheets are put in, assets are named by path. The rest is left to the browser,
 * which reads modern CSS better than any tool.
 */
export function compileStyle(path: string, files: ProjectFiles): Compiled<CompiledStyle> {
  const read = new Set<string>();
  const assets = new Set<string>();
  const outcome = inline(path, files, { read, assets, trail: [] });
  if (typeof outcome !== "string") return { ok: false, error: outcome };
  return { ok: true, value: { css: outcome, read: [...read], assets: [...assets] } };
}

interface Progress {
  readonly read: Set<string>;
  readonly assets: Set<string>;
  /** Sheets that are being inlined: a circle ends where it closes. */
  readonly trail: readonly string[];
}
interface StyleError {
  readonly path: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

function inline(path: string, files: ProjectFiles, progress: Progress): string | StyleError {
  const source = files[path];
  const css = typeof source === "string" ? source : "";
  progress.read.add(path);
  let result = "";
  let last = 0;
  for (const reference of styleReferences(css)) {
    const replaced = replace(reference, path, files, progress);
    if (replaced === null) continue;
    if (typeof replaced !== "string") {
      return "message" in replaced && replaced.path
        ? replaced
        : { path, message: replaced.message, ...placeOf(css, reference.start) };
    }
    result += css.slice(last, reference.start) + replaced;
    last = reference.end;
  }
  return result + css.slice(last);
}

/** @returns the new text, `null` to leave it, or what is wrong (without a path: here) */
function replace(
  { kind, value, condition }: StyleReference,
  path: string,
  files: ProjectFiles,
  progress: Progress,
): string | null | StyleError {
  if (isElsewhere(value)) return null;
  const target = resolveAsset(value, path, files);
  if (target === null) {
    const shown = normalisePath(value) ?? value;
    // Vite leaves an address that it can't find to the browser; a missing sheet is an error.
    if (kind === "url") return null;
    return {
      path: "",
      message: `There is no style sheet “${shown}” to import.`,
      line: 0,
      column: 0,
    };
  }
  if (kind === "url") {
    progress.assets.add(target);
    return `url("${assetToken(target)}")`;
  }
  if (progress.trail.includes(target) || target === path) return "";
  const inner = inline(target, files, { ...progress, trail: [...progress.trail, path] });
  return typeof inner === "string" ? withCondition(inner, condition ?? "") : inner;
}
