import type { Problem } from "../../../../shared/build.ts";
import type { KitPackage } from "../../../../shared/kit.ts";
import type { ProjectFiles } from "../../../../shared/project.ts";
import { excerptOf } from "../../excerpt.ts";
import type { CompileError } from "../compile/compiled-file.ts";

/** A compiler's error as the person reads it. */
export function buildProblem(error: CompileError, files: ProjectFiles): Problem {
  const { path, message, line, column } = error;
  const excerpt = line === undefined ? undefined : excerptOf(files, path, line);
  return {
    kind: "build",
    message,
    path,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(excerpt && { excerpt }),
  };
}

/** An npm package that isn't in our set: said plainly, with the set and the way out. */
export function missingPackage(
  specifier: string,
  place: { readonly path: string; readonly line: number; readonly column: number },
  {
    files,
    packages,
  }: {
    readonly files: ProjectFiles;
    readonly packages: Readonly<Record<string, KitPackage>>;
  },
): Problem {
  const names = Object.keys(packages).filter(
    (name) => !/^react(-dom|-refresh)?\/|server/.test(name),
  );
  const excerpt = excerptOf(files, place.path, place.line);
  return {
    kind: "missing-package",
    message: `The package “${specifier}” can’t be installed in this browser.`,
    ...place,
    ...(excerpt && { excerpt }),
    hint: `Without Node these packages are at hand: ${names.join(", ")}. Others need a sandbox with Node; in the exported project “npm install ${packageName(specifier)}” adds it.`,
  };
}

const packageName = (specifier: string) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
