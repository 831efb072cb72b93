import type { Result } from "../../shared/failure.ts";
import { ok } from "../../shared/failure.ts";
import { changeTemplate } from "../../shared/portfolio/change-template.ts";
import { readTheme } from "../../shared/portfolio/read-theme.ts";
import type { FileChange, ProjectFiles } from "../../shared/project.ts";
import type { TemplateKit } from "./template-kit.ts";

export interface PlannedTemplate {
  readonly name: string;
  readonly changes: readonly FileChange[];
}

/**
 * What puts another template on a project, fonts included.
 * @param files the project as it is now: asked again after each fetch, so that nothing typed meanwhile is lost
 */
export async function planTemplate(
  files: () => ProjectFiles,
  id: string,
  { listTemplates, loadTemplate, loadFontFaces }: TemplateKit,
): Promise<Result<PlannedTemplate>> {
  const theme = readTheme(files());
  const before = theme.ok ? theme.value.template : "";
  const known = listTemplates().some((template) => template.id === before);
  const [to, from] = await Promise.all([loadTemplate(id), known ? loadTemplate(before) : null]);
  if (!to.ok) return to;
  const wanted = { from: from?.ok ? from.value : null, to: to.value };
  // The pair is known only after the change is planned: first without fonts, then with them.
  const planned = changeTemplate({ ...wanted, files: files(), fontFaces: {} });
  if (!planned.ok) return planned;
  const look = readTheme(
    Object.fromEntries(planned.value.map(({ path, content }) => [path, content ?? ""])),
  );
  const pair = look.ok ? look.value.fonts.id : theme.ok ? theme.value.fonts.id : "";
  const faces = await loadFontFaces(pair);
  if (!faces.ok) return faces;
  const changes = changeTemplate({ ...wanted, files: files(), fontFaces: faces.value });
  return changes.ok ? ok({ name: to.value.manifest.name, changes: changes.value }) : changes;
}
