import type { FileContent, ProjectFiles } from "../../../shared/project.ts";

/** Folders that tools make: never part of the project. */
export const MADE: ReadonlySet<string> = new Set([
  "node_modules",
  "dist",
  ".prerender",
  ".git",
  ".vite",
]);

/** A machine keeps bytes: text comes back as text, unless it went in as bytes or isn't UTF-8. */
export function contentOf(bytes: Uint8Array, before: FileContent | undefined): FileContent {
  if (typeof before === "object") return bytes;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

/** The same of many; what was bytes going in is bytes coming out. */
export const contentsOf = (
  files: ReadonlyMap<string, Uint8Array>,
  known: ProjectFiles,
): ProjectFiles =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, contentOf(bytes, known[path])]));
