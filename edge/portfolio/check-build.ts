import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { readResume } from "../../shared/portfolio/read-resume.ts";
import { readTheme } from "../../shared/portfolio/read-theme.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import { transformSource } from "./transform-source.ts";

const SOURCE = /\.(?:[cm]?[jt]sx?)$/;
const ENDINGS = [
  "",
  ".ts",
  ".tsx",
  ".js",
  ".jsx",
  ".mjs",
  ".json",
  ".css",
  "/index.ts",
  "/index.tsx",
];
/** What the build itself writes, and scripts that run after it read. */
const BUILT = /^\.\/(?:\.prerender|dist)\//;
const CSS_URL = /(?:@import\s+|url\(\s*)["']?(\.{1,2}\/[^"')\s]+)/g;

/**
 * Checks a project as far as a worker can, which runs no build: every source parses, every import leads
 * to a file or a package of package.json, every package is in the lock file, JSON is JSON, and résumé and
 * theme have their shape. Types aren't checked, and nothing is run. Fails with `build-failed` and the
 * first fault's file. @returns what was looked at, in words
 */
export function checkBuild(files: ProjectFiles): Result<readonly string[]> {
  const texts = Object.entries(files).flatMap(([path, content]) =>
    typeof content === "string" ? [[path, content] as const] : [],
  );
  const json = texts.filter(([path]) => path.endsWith(".json"));
  for (const [path, text] of json) {
    // tsconfig.json may have comments.
    if (!path.startsWith("tsconfig") && !isJson(text)) return fail(fault(path, "it isn’t JSON"));
  }
  const resume = readResume(files);
  if (!resume.ok) return resume;
  const theme = readTheme(files);
  if (!theme.ok) return theme;
  const packages = packagesOf(files);
  if (!packages.ok) return packages;

  let imports = 0;
  const sources = texts.filter(([path]) => SOURCE.test(path));
  for (const [path, text] of sources) {
    const parsed = transformSource(path, text);
    if (!parsed.ok) return fail(fault(path, parsed.why));
    for (const specifier of parsed.imports) {
      imports += 1;
      if (!leadsSomewhere(specifier, path, files, packages.value)) {
        return fail(fault(path, `“${specifier}” is imported and isn’t there`));
      }
    }
  }
  for (const [path, text] of texts.filter(([path]) => path.endsWith(".css"))) {
    for (const [, target = ""] of text.matchAll(CSS_URL)) {
      imports += 1;
      if (!fileAt(target, path, files)) return fail(fault(path, `“${target}” isn’t there`));
    }
  }
  if (!files["index.html"]) return fail(fault("index.html", "it isn’t there"));
  return ok([
    `${sources.length} source files parse`,
    `${imports} imports lead to a file or a package`,
    `${packages.value.size} packages are in package.json and in its lock file`,
    `${json.length} JSON files are valid; résumé and theme have their shape`,
  ]);
}

function packagesOf(files: ProjectFiles): Result<ReadonlySet<string>> {
  interface Manifest {
    readonly dependencies?: Record<string, string>;
    readonly devDependencies?: Record<string, string>;
  }
  const text = files["package.json"];
  if (typeof text !== "string") return fail(fault("package.json", "it isn’t there"));
  const manifest = JSON.parse(text) as Manifest;
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const lock = files["package-lock.json"];
  if (typeof lock === "string") {
    const { packages = {} } = JSON.parse(lock) as { packages?: Record<string, unknown> };
    const missing = names.find((name) => !Object.hasOwn(packages, `node_modules/${name}`));
    if (missing) return fail(fault("package-lock.json", `it has no ${missing}`));
  }
  return ok(new Set(names));
}

function leadsSomewhere(
  specifier: string,
  from: string,
  files: ProjectFiles,
  packages: ReadonlySet<string>,
): boolean {
  const plain = specifier.replace(/\?.*$/, "");
  if (BUILT.test(plain)) return true;
  if (plain.startsWith(".")) return fileAt(plain, from, files);
  if (plain.startsWith("/")) return fileAt(`.${plain}`, "", files);
  if (plain.startsWith("node:")) return true;
  const parts = plain.split("/");
  return packages.has(plain.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0]!);
}

function fileAt(target: string, from: string, files: ProjectFiles): boolean {
  const segments = from.split("/").slice(0, -1);
  for (const segment of target.replace(/[?#].*$/, "").split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== ".") segments.push(segment);
  }
  const path = segments.join("/");
  return ENDINGS.some((ending) => Object.hasOwn(files, path + ending));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const fault = (path: string, why: string): Failure => ({
  kind: "build-failed",
  message: `${path} can’t be built: ${why}.`,
  nextStep: "Choose another template; your résumé stays as it is.",
  retryable: false,
});
