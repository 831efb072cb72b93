import { ok, type Result } from "../../shared/failure.ts";
import { changeTemplate } from "../../shared/portfolio/change-template.ts";
import { FONTS_CSS_PATH } from "../../shared/portfolio/fonts-css.ts";
import {
  isThemePackage,
  themeSource,
} from "../../shared/portfolio/json-resume-theme/theme-source.ts";
import { isShippedFont } from "../../shared/portfolio/project-fonts.ts";
import { readTheme } from "../../shared/portfolio/read-theme.ts";
import type { FileChange, ProjectFiles } from "../../shared/project.ts";
import type { TemplateKit } from "./template-kit.ts";

export interface PlannedTemplate {
  readonly name: string;
  readonly changes: readonly FileChange[];
}

const isFont = (path: string) => path === FONTS_CSS_PATH || isShippedFont(path);

/** A JSON Resume theme brings type of its own. */
const withoutFonts = (files: ProjectFiles, changes: readonly FileChange[]) => [
  ...changes.filter(({ path }) => !isFont(path)),
  ...Object.keys(files)
    .filter(isFont)
    .map((path) => ({ path, content: null })),
];

/**
 * What puts another template on a project, fonts included, or a JSON Resume theme from npm.
 * @param id a template's, or a theme's package name
 * @param files the project as it is now: asked again after each fetch, so that nothing typed meanwhile is lost
 */
export async function planTemplate(
  files: () => ProjectFiles,
  id: string,
  { listTemplates, loadTemplate, loadFontFaces }: TemplateKit,
): Promise<Result<PlannedTemplate>> {
  const theme = readTheme(files());
  const before = theme.ok ? theme.value.template : "";
  const isKnown = isThemePackage(before) || listTemplates().some((one) => one.id === before);
  const sourceOf = async (name: string) =>
    isThemePackage(name) ? ok(themeSource(name)) : loadTemplate(name);
  const [to, from] = await Promise.all([sourceOf(id), isKnown ? sourceOf(before) : null]);
  if (!to.ok) return to;
  const wanted = { from: from?.ok ? from.value : null, to: to.value };
  // The pair is known only after the change is planned: first without fonts, then with them.
  const planned = changeTemplate({ ...wanted, files: files(), fontFaces: {} });
  if (!planned.ok) return planned;
  const look = readTheme(
    Object.fromEntries(planned.value.map(({ path, content }) => [path, content ?? ""])),
  );
  const pair = look.ok ? look.value.fonts.id : theme.ok ? theme.value.fonts.id : "";
  if (isThemePackage(id)) {
    return ok({ name: id, changes: withoutFonts(files(), planned.value) });
  }
  const faces = await loadFontFaces(pair);
  if (!faces.ok) return faces;
  const changes = changeTemplate({ ...wanted, files: files(), fontFaces: faces.value });
  return changes.ok ? ok({ name: to.value.manifest.name, changes: changes.value }) : changes;
}
