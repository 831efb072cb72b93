import { fail, ok } from "../../shared/failure.ts";
import { defaultTheme } from "../../shared/portfolio/default-theme.ts";
import type { Theme } from "../../shared/theme.ts";
import { kit } from "../../web/generated/kit.ts";
import { templateKit } from "../../web/portfolio/template-kit.ts";

/** Templates and fonts as the app itself gets them: out of the kit among our own assets. */
export async function fetchTemplate(
  bytesOf: (path: string) => Promise<Uint8Array>,
  wanted: { readonly templateId: string; readonly theme?: Theme | undefined },
) {
  const { loadTemplate, loadFontFaces } = templateKit(kit, bytesOf);
  const template = await loadTemplate(wanted.templateId);
  if (!template.ok) return template;
  const theme = wanted.theme ?? defaultTheme(template.value);
  const fontFaces = await loadFontFaces(theme.fonts.id);
  if (!fontFaces.ok) return fail(fontFaces.failure);
  return ok({ template: template.value, theme, fontFaces: fontFaces.value });
}
