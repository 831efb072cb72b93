import type { ProjectFiles } from "../project.ts";
import type { TemplateManifest } from "../template.ts";

/** A template as the kit delivers it: every file of its folder but `template.json`, sample data included. */
export interface TemplateSource {
  readonly manifest: TemplateManifest;
  readonly files: ProjectFiles;
}
