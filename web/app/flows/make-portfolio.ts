import type { Result } from "../../../shared/failure.ts";
import { createProject, type TemplateSource } from "../../../shared/portfolio/create-project.ts";
import { defaultTheme } from "../../../shared/portfolio/default-theme.ts";
import { readResume } from "../../../shared/portfolio/read-resume.ts";
import type { PortfolioStorage, SourceCv } from "../../../shared/ports/portfolio-storage.ts";
import { PORTRAIT_ADDRESS, PORTRAIT_PATH } from "../../../shared/project.ts";
import type { Resume } from "../../../shared/resume.ts";
import { loadFontFaces, loadTemplate } from "../../portfolio/load-template.ts";

/** The template a new portfolio starts with; another is one click away in the studio. */
export const FIRST_TEMPLATE = "folio";

/** Fetches what the next portfolio will need, so that it is there when the CV has been read. */
export function foreseeTemplate(): void {
  void loadTemplate(FIRST_TEMPLATE);
}

/**
 * Résumé → project files → a portfolio kept in this browser.
 * @returns its id; fails as the storage or the template's loading fails
 */
export async function makePortfolio(input: {
  readonly storage: PortfolioStorage;
  readonly resume: Resume;
  readonly source?: SourceCv;
  /** The photograph in the CV; a résumé that names a picture already keeps that one. */
  readonly photo?: Blob | null;
}): Promise<Result<string>> {
  const { storage, resume, source, photo = null } = input;
  const template = await loadTemplate(FIRST_TEMPLATE);
  if (!template.ok) return template;
  const portrait = photo === null || resume.basics?.image ? null : await portraitOf(photo);
  if (portrait === null) return keep(storage, template.value, resume, source);
  const files = { ...template.value.files, [PORTRAIT_PATH]: portrait };
  const basics = { ...resume.basics, image: PORTRAIT_ADDRESS };
  return keep(storage, { ...template.value, files }, { ...resume, basics }, source);
}

/** A photograph that can't be drawn is left out: the site is made without it. */
async function portraitOf(photo: Blob): Promise<Uint8Array | null> {
  const { drawPortrait } = await import("../../portfolio/panels/content/portrait/draw-portrait.ts");
  const drawn = await drawPortrait(photo, null);
  return drawn.ok ? drawn.value : null;
}

/** A portfolio from a template's own sample résumé. Fails as `makePortfolio` does. */
export async function makeExample(
  storage: PortfolioStorage,
  templateId: string,
): Promise<Result<string>> {
  const template = await loadTemplate(templateId);
  if (!template.ok) return template;
  const resume = readResume(template.value.files);
  if (!resume.ok) return resume;
  return keep(storage, template.value, resume.value);
}

async function keep(
  storage: PortfolioStorage,
  template: TemplateSource,
  resume: Resume,
  source?: SourceCv,
): Promise<Result<string>> {
  const theme = defaultTheme(template);
  const fontFaces = await loadFontFaces(theme.fonts.id);
  if (!fontFaces.ok) return fontFaces;
  const files = createProject({ resume, template, theme, fontFaces: fontFaces.value });
  return storage.create({
    name: resume.basics?.name || "Untitled portfolio",
    files,
    ...(source ? { source } : {}),
  });
}
