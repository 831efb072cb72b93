import { projectSlug } from "../../shared/portfolio/name-project.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import { zipFiles } from "./zip-files.ts";

/** A name for files and folders: that of `package.json`, made safe; else “portfolio”. */
export function projectFileName(files: ProjectFiles): string {
  const text = files["package.json"];
  try {
    const { name } = JSON.parse(typeof text === "string" ? text : "{}") as { name?: unknown };
    return projectSlug(String(name ?? "").replace(/-?portfolio$/, ""));
  } catch {
    return projectSlug(undefined);
  }
}

/** The whole project in one folder, README and lock file included: `npm ci && npm run dev` and on. */
export const zipProject = (files: ProjectFiles): Promise<Uint8Array> =>
  zipFiles(files, `${projectFileName(files)}/`);
