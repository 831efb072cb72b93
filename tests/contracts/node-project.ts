import { readFileSync } from "node:fs";
import { fromRoot } from "../../scripts/paths.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import { smallProject } from "./small-project.ts";

const TOOLING = ["package-lock.json", "tsconfig.json", "vite.config.ts", "prerender.mjs"] as const;

/** What a project needs beside its sources to be installed and built by npm, as every template has it. */
export const tooling = (): ProjectFiles =>
  Object.fromEntries(
    TOOLING.map((path) => [path, readFileSync(fromRoot("templates/folio", path), "utf8")]),
  );

/** The small project with all that Node needs. */
export const nodeProject = (): Record<string, ProjectFiles[string]> => ({
  ...tooling(),
  ...smallProject(),
});
