import { readResume } from "../../shared/portfolio/read-resume.ts";
import { readTheme } from "../../shared/portfolio/read-theme.ts";
import { RESUME_PATH, type ProjectFiles } from "../../shared/project.ts";
import { fetchTemplate } from "../portfolio/fetch-template.ts";

/** What is the sample’s alone: its person’s name and address, unless the résumé has them too. */
export async function sampleTextsOf(
  files: ProjectFiles,
  bytesOf: (path: string) => Promise<Uint8Array>,
): Promise<readonly string[]> {
  const theme = readTheme(files);
  if (!theme.ok) return [];
  const source = await fetchTemplate(bytesOf, { templateId: theme.value.template });
  const sample = source.ok ? readResume(source.value.template.files) : null;
  if (!sample?.ok) return [];
  const { name, email } = sample.value.basics ?? {};
  const own = String(files[RESUME_PATH] ?? "");
  return [name, email].filter((one): one is string => Boolean(one) && !own.includes(one!));
}
