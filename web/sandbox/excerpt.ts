import type { Problem } from "../../shared/build.ts";
import type { ProjectFiles } from "../../shared/project.ts";

/** Lines shown before and after the one that is wrong. */
const AROUND = 3;

/** The lines around a place, for the overlay and the problems list. */
export function excerptOf(files: ProjectFiles, path: string, line: number): Problem["excerpt"] {
  const source = files[path];
  if (typeof source !== "string") return undefined;
  const lines = source.split("\n");
  if (line < 1 || line > lines.length) return undefined;
  const start = Math.max(1, line - AROUND);
  return { start, lines: lines.slice(start - 1, line + AROUND) };
}
