import type { ProjectFiles } from "../../../../shared/project.ts";

/** What an import specifier stands for. */
export type Resolved =
  | { readonly kind: "file"; readonly path: string; readonly query: string }
  | { readonly kind: "package"; readonly specifier: string }
  | { readonly kind: "missing" };

/** The order in which Vite tries them (https://vite.dev/config/shared-options#resolve-extensions). */
const EXTENSIONS = [".mjs", ".js", ".mts", ".ts", ".jsx", ".tsx", ".json"];

/** `a/b/../c` → `a/c`; `null` when it leaves the project. */
export function normalisePath(path: string): string | null {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return null;
  }
  return segments.join("/");
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/") + 1);

/**
 * Finds what `specifier` means in `importer`: relative to it, from the project's root with a leading
 * slash, from `public/` when the root has no such file, else a package.
 */
export function resolveImport(specifier: string, importer: string, files: ProjectFiles): Resolved {
  const [bare = "", query = ""] = splitQuery(specifier);
  if (!/^(\.{1,2}(\/|$)|\/)/.test(bare)) return { kind: "package", specifier: bare };
  const isFromRoot = bare.startsWith("/");
  const path = normalisePath(isFromRoot ? bare : folderOf(importer) + bare);
  if (path === null) return { kind: "missing" };
  const found = findFile(path, files) ?? (isFromRoot ? findFile(`public/${path}`, files) : null);
  return found === null ? { kind: "missing" } : { kind: "file", path: found, query };
}

/** Exact, then with an extension, then as a folder with an index; `.js` may stand for `.ts`. */
function findFile(path: string, files: ProjectFiles): string | null {
  const asTypeScript = path.replace(/\.(m|c)?js(x?)$/, ".$1ts$2");
  const candidates = [
    path,
    ...EXTENSIONS.map((extension) => path + extension),
    ...EXTENSIONS.map((extension) => `${path}/index${extension}`),
    asTypeScript,
    asTypeScript.replace(/\.ts$/, ".tsx"),
  ];
  return candidates.find((candidate) => Object.hasOwn(files, candidate)) ?? null;
}

function splitQuery(specifier: string): [string, string] {
  const mark = specifier.search(/[?#]/);
  return mark === -1
    ? [specifier, ""]
    : [specifier.slice(0, mark), specifier.slice(mark + 1).split("#")[0]!];
}
