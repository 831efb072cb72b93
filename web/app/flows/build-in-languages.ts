import type { BuildOutput } from "../../../shared/build.ts";
import { ok, type Result } from "../../../shared/failure.ts";
import { applyChanges, changesBetween } from "../../../shared/portfolio/apply-changes.ts";
import { listLanguages, showLanguage } from "../../../shared/portfolio/language-copies.ts";
import type { FileChange, ProjectFiles } from "../../../shared/project.ts";
import { hideFields, type Hideable } from "../../../shared/site/hidden-fields.ts";
import { joinLanguages, type SiteInLanguage } from "../../../shared/site/languages.ts";

export interface SiteToBuild {
  readonly files: ProjectFiles;
  /** What is changed in them for this build alone. */
  readonly changes: readonly FileChange[];
  readonly hidden: readonly Hideable[];
  /** The site’s own address; `null` where it isn’t known. */
  readonly url: string | null;
  readonly build: (
    files: ProjectFiles,
    changes: readonly FileChange[],
  ) => Promise<Result<BuildOutput>>;
}

/**
 * Builds a portfolio in each of its languages, one after another: the one that is shown at the top, the
 * others below. What is hidden is hidden in all of them. Fails as the first build that fails does.
 */
export async function buildInLanguages(site: SiteToBuild): Promise<Result<BuildOutput>> {
  const { files, changes, hidden, url, build } = site;
  const main = await build(files, changes);
  if (!main.ok) return main;
  const shown = applyChanges(files, changes);
  const languages = listLanguages(shown);
  const others: SiteInLanguage[] = [];
  for (const { tag } of languages.filter(({ isShown }) => !isShown)) {
    const swap = showLanguage(shown, tag);
    if (!swap.ok) return swap;
    const bare = hideFields(applyChanges(shown, swap.value), hidden);
    if (!bare.ok) return bare;
    const built = await build(files, changesBetween(files, bare.value.files));
    if (!built.ok) return built;
    others.push({ tag, files: built.value.files });
  }
  const first = {
    tag: languages.find(({ isShown }) => isShown)?.tag ?? "en",
    files: main.value.files,
  };
  return ok({ ...main.value, files: joinLanguages(first, others, url) });
}
