import { readdir, readFile } from "node:fs/promises";
import { dirname, join, normalize, relative } from "node:path";
import { fromRoot, ROOT } from "../../scripts/paths.ts";

export interface Import {
  /** Path of the importing file, relative to the root. */
  readonly from: string;
  /** Path of the imported file for a relative import, else null. */
  readonly file: string | null;
  /** Package name for a bare import, else null. */
  readonly packageName: string | null;
}

const SOURCES = ["web", "edge", "shared", "scripts", "tests"];
const SKIP = /(^|\/)(node_modules|public|output|fixtures)(\/|$)/;
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']|(?:^|\n)\s*import\s*["']([^"']+)["']|\bimport\(\s*(?:\/\*.*?\*\/\s*)?["']([^"']+)["']\s*\)|new URL\(\s*["'](\.[^"']+\.tsx?)["']/g;

/** A template string: code that a test writes into a project is no import of the test. */
const CODE_IN_TEXT = /`(?:\\.|[^`\\])*`/g;

/** Every TypeScript file of ours, relative to the root. */
export async function sourceFiles(): Promise<string[]> {
  const found: string[] = [];
  for (const source of SOURCES) {
    const entries = await readdir(fromRoot(source), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const path = relative(ROOT, join(entry.parentPath, entry.name));
      if (entry.isFile() && /\.tsx?$/.test(path) && !SKIP.test(path)) found.push(path);
    }
  }
  return found.sort();
}

/** What a file imports, statically or by `import()`. */
export async function importsOf(path: string): Promise<Import[]> {
  const source = (await readFile(fromRoot(path), "utf8")).replace(CODE_IN_TEXT, "``");
  return [...source.matchAll(IMPORT)].map((match) => {
    const specifier = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? "").split("?")[0] ?? "";
    if (specifier.startsWith(".")) {
      return { from: path, file: normalize(join(dirname(path), specifier)), packageName: null };
    }
    const parts = specifier.split("/");
    const packageName = specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
    return { from: path, file: null, packageName };
  });
}
