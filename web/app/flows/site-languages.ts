import { fail, ok, type Result } from "../../../shared/failure.ts";
import {
  hasOtherFacts,
  listLanguages,
  missingWords,
  removeLanguage,
  showLanguage,
  translatedResume,
  withOwnWords,
  wordsOfOriginal,
  writeCopy,
  type LanguageCopy,
  type Translation,
} from "../../../shared/portfolio/language-copies.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import { languageName } from "../../portfolio/panels/content/language-names.ts";
import type {
  SiteLanguage,
  SiteLanguagesProps,
  TranslationReport,
} from "../../portfolio/panels/content/SiteLanguages.tsx";
import type { OpenProject } from "../../project/open-project.ts";
import { cannotLoad } from "./cannot-load.ts";

type Project = Pick<OpenProject, "getState" | "apply">;

/** The languages of a portfolio as the form shows them. */
export function siteLanguages(files: ProjectFiles): readonly SiteLanguage[] {
  const all = listLanguages(files);
  const original = all.find(({ translation }) => translation === null);
  if (!original) return [];
  const words = wordsOfOriginal(files, original);
  return all.map((one) => ({
    tag: one.tag,
    isShown: one.isShown,
    isOriginal: one === original,
    missing: one === original ? [] : missingWords(words, madeOf(one, original)),
    hasOtherFacts: hasOtherFacts(one, original.resume),
  }));
}

/** What can be done with the languages of an open portfolio; each is an act that can be undone. */
export const languageActs = (project: Project): Omit<SiteLanguagesProps, "languages"> => ({
  onTranslate: (tag, signal, onProgress) =>
    translateSite(project, tag, signal, onProgress).catch((error: unknown) =>
      fail(cannotLoad(error)),
    ),
  onShow: (tag) => {
    const changes = showLanguage(project.getState().files, tag);
    if (changes.ok && changes.value.length > 0) {
      project.apply(changes.value, { label: `Show ${languageName(tag)}` });
    }
  },
  onRemove: (tag) => {
    const changes = removeLanguage(project.getState().files, tag);
    if (changes.length > 0) project.apply(changes, { label: `Take ${languageName(tag)} away` });
  },
});

const madeOf = (copy: LanguageCopy | undefined, original: LanguageCopy): Translation =>
  copy ? withOwnWords(copy, original.resume) : { from: original.tag, texts: {} };

/** Translates what a language doesn't have yet. The original may change meanwhile: what is there then counts. */
async function translateSite(
  project: Project,
  tag: string,
  signal: AbortSignal,
  onProgress: (done: number, of: number) => void,
): Promise<Result<TranslationReport>> {
  const state = () => {
    const { files } = project.getState();
    const all = listLanguages(files);
    const original = all.find(({ translation }) => translation === null);
    return { files, original, copy: all.find((one) => one.tag === tag) };
  };
  const before = state();
  if (!before.original) return fail(NO_ORIGINAL);
  const { tag: from } = before.original;
  const words = wordsOfOriginal(before.files, before.original);
  const texts = missingWords(words, madeOf(before.copy, before.original));
  const [{ apiClient }, { withWordsModel }, { translateTexts }] = await Promise.all([
    import("../api-client.ts"),
    import("./words-model.ts"),
    import("../../../shared/agent/words/translate-texts.ts"),
  ]);
  const asked = { signal, texts, from, into: tag, onBatch: onProgress };
  const translated =
    texts.length === 0
      ? ok({ texts: {}, refused: [], doubtful: [] })
      : await withWordsModel(apiClient, (model) => translateTexts({ ...asked, model }));
  if (!translated.ok) return translated;
  const now = state();
  if (!now.original) return fail(NO_ORIGINAL);
  const made = madeOf(now.copy, now.original);
  const all = { ...made, texts: { ...made.texts, ...translated.value.texts } };
  const resume = translatedResume(now.original.resume, tag, all);
  project.apply(writeCopy(now.files, tag, resume), {
    label: `Translate into ${languageName(tag)}`,
  });
  const { refused, doubtful } = translated.value;
  return ok({ tag, translated: Object.keys(translated.value.texts).length, refused, doubtful });
}

const NO_ORIGINAL = {
  kind: "invalid",
  message: "The content the site was written in can’t be read.",
  nextStep: "Undo the last change to its file, or mend it in the code panel; nothing else is lost.",
  retryable: false,
} as const;
