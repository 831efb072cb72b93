import type { FileContent, ProjectFiles } from "../../../shared/project.ts";
import type { Container } from "./container.ts";

/** Folders that tools make: never part of the project. */
const MADE = new Set(["node_modules", "dist", ".prerender", ".git", ".vite"]);

/** Paths of the project's own files below a folder (`fs` has no `stat`: folders are read one by one). */
export async function listFiles(
  container: Container,
  folder = ".",
  skip: ReadonlySet<string> = MADE,
): Promise<readonly string[]> {
  const entries = await container.list(folder);
  const found = await Promise.all(
    entries.map(async ({ name, isFolder }) => {
      const path = folder === "." ? name : `${folder}/${name}`;
      if (!isFolder) return [path];
      return skip.has(name) ? [] : listFiles(container, path, skip);
    }),
  );
  return found.flat().sort();
}

/** The files at these paths. What was bytes going in is bytes coming out. */
export async function readFiles(
  container: Container,
  paths: readonly string[],
  known: ProjectFiles,
): Promise<ProjectFiles> {
  const files = await Promise.all(
    paths.map(async (path) => {
      const bytes = await container.read(path);
      return bytes === null ? [] : [[path, contentOf(bytes, known[path])] as const];
    }),
  );
  return Object.fromEntries(files.flat());
}

/** A container keeps bytes: text comes back as text, unless it went in as bytes or isn't UTF-8. */
export function contentOf(bytes: Uint8Array, before: FileContent | undefined): FileContent {
  if (typeof before === "object") return bytes;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}
