import { RESUME_PATH, THEME_PATH, type ProjectFiles } from "../project.ts";
import type { Resume } from "../resume.ts";
import type { Theme } from "../theme.ts";
import { formatJson } from "./format-json.ts";
import { nameProject } from "./name-project.ts";
import { projectFonts, type FontFaces } from "./project-fonts.ts";
import { defaultTheme } from "./default-theme.ts";
import type { TemplateSource } from "./template-source.ts";

export type { FontFaces } from "./project-fonts.ts";
export type { TemplateSource } from "./template-source.ts";

export interface NewProject {
  readonly resume: Resume;
  readonly template: TemplateSource;
  /** The template's own look when absent. */
  readonly theme?: Theme;
  /** WOFF2 files of the theme's type pair; those that the template has already needn't be given. */
  readonly fontFaces: FontFaces;
}

/**
 * A portfolio's files: the template's, with this résumé, look, fonts and name. Dependencies and the
 * lock file stay as they are, so that `npm ci` and `npm run build` work at once.
 */
export function createProject({ resume, template, theme, fontFaces }: NewProject): ProjectFiles {
  const look = { ...(theme ?? defaultTheme(template)), template: template.manifest.id };
  const named = nameProject(template.files, resume.basics?.name);
  const files = new Map(Object.entries(named));
  for (const { path, content } of projectFonts(named, look, fontFaces)) {
    if (content === null) files.delete(path);
    else files.set(path, content);
  }
  files.set(RESUME_PATH, formatJson(resume));
  files.set(THEME_PATH, formatJson(look));
  return Object.fromEntries(files);
}
