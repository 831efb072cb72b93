import { z } from "zod";
import { fail, ok, type Result } from "../failure.ts";
import { RESUME_PATH, THEME_PATH, type FileChange, type ProjectFiles } from "../project.ts";
import type { Resume } from "../resume.ts";
import { effectiveChanges } from "./apply-changes.ts";
import { formatJson } from "./format-json.ts";
import { readResume } from "./read-resume.ts";
import { readTheme } from "./read-theme.ts";
import { mapTexts, textsOf } from "./resume-texts.ts";

/**
 * A portfolio in several languages: `src/data/resume.json` is the one that the site shows, each other
 * lies beside it. Who switches lets two files change places, so that form, preview and export need to
 * know nothing of it.
 */
const COPY = /^src\/data\/resume\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.json$/;
const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const copyPath = (tag: string): string => `src/data/resume.${tag}.json`;

const translationSchema = z.object({
  /** BCP 47 tag of the original. */
  from: z.string(),
  /** Texts of the original, the sections' own titles too, with what they became. */
  texts: z.record(z.string(), z.string()),
});
export type Translation = z.infer<typeof translationSchema>;

export interface LanguageCopy {
  /** BCP 47. */
  readonly tag: string;
  readonly isShown: boolean;
  readonly resume: Resume;
  /** How it came of the original; `null` for the original. */
  readonly translation: Translation | null;
}

/** The languages of a portfolio, the original first; what can't be read is none. */
export function listLanguages(files: ProjectFiles): readonly LanguageCopy[] {
  const shown = readResume(files);
  const found: LanguageCopy[] = shown.ok ? [copyOf(shown.value, null)] : [];
  for (const path of Object.keys(files).sort()) {
    const tag = COPY.exec(path)?.[1];
    if (tag === undefined) continue;
    const read = readResume({ [RESUME_PATH]: files[path]! });
    if (read.ok) found.push(copyOf(read.value, tag));
  }
  return found.toSorted((a, b) => Number(a.translation !== null) - Number(b.translation !== null));
}

/** @param tag of a file beside; `null` for the one that is shown */
function copyOf(resume: Resume, tag: string | null): LanguageCopy {
  const made = translationSchema.safeParse(resume.meta?.["translation"]);
  const said = resume.meta?.language?.trim() ?? "";
  return {
    tag: tag ?? (TAG.test(said) ? said : "en"),
    isShown: tag === null,
    resume,
    translation: made.success ? made.data : null,
  };
}

/** All words of the original that have another form in another language, each once. */
export function wordsOfOriginal(files: ProjectFiles, original: LanguageCopy): readonly string[] {
  const shown = listLanguages(files).find(({ isShown }) => isShown);
  const titles = titlesOf(files).map((title) => sourceOf(title, shown?.translation ?? null));
  return [...new Set([...titles, ...textsOf(original.resume).map(({ text }) => text)])];
}

/** The words of the original that a copy doesn't have, as they are now. */
export const missingWords = (words: readonly string[], made: Translation): readonly string[] =>
  words.filter((word) => !Object.hasOwn(made.texts, word));

/** Whether what isn't words (names, dates, links, the order) has changed in the original since. */
export function hasOtherFacts(
  { resume, tag, translation }: LanguageCopy,
  original: Resume,
): boolean {
  if (translation === null) return false;
  const bare = (one: Resume) => formatJson({ ...mapTexts(one, () => ""), meta: {} });
  return bare(resume) !== bare(translatedResume(original, tag, translation));
}

/**
 * A copy’s translation with what its owner has put in other words since: where a text stands in the place
 * of a translation that stands nowhere any more, it has become that text.
 */
export function withOwnWords({ translation, resume }: LanguageCopy, original: Resume): Translation {
  const made = translation ?? { from: "en", texts: {} };
  const now = new Map(textsOf(resume).map(({ pointer, text }) => [pointer, text]));
  const standing = new Set(now.values());
  const texts = { ...made.texts };
  for (const { pointer, text } of textsOf(original)) {
    const before = made.texts[text];
    const here = now.get(pointer);
    if (before !== undefined && here !== undefined && !standing.has(before)) texts[text] = here;
  }
  return { ...made, texts };
}

/**
 * The original in the words of a translation: facts, dates and order are the original's. A text without a
 * translation stays as it is.
 */
export function translatedResume(original: Resume, tag: string, made: Translation): Resume {
  const mapped = mapTexts(original, ({ text }) => wordFor(text, made));
  return { ...mapped, meta: { ...original.meta, language: tag, translation: made } };
}

const wordFor = (text: string, made: Translation | null): string =>
  made && Object.hasOwn(made.texts, text) ? made.texts[text]! : text;

/** What a translated word was in the original. */
const sourceOf = (text: string, made: Translation | null): string =>
  Object.entries(made?.texts ?? {}).find(([, become]) => become === text)?.[0] ?? text;

/** What puts a copy into the project: beside the one that is shown, or in its place where it is that one. */
export function writeCopy(files: ProjectFiles, tag: string, resume: Resume): readonly FileChange[] {
  const isShown = listLanguages(files).some((one) => one.isShown && one.tag === tag);
  const path = isShown ? RESUME_PATH : copyPath(tag);
  return effectiveChanges(files, [{ path, content: formatJson(resume) }]);
}

/** What makes the site show another of its languages. Fails with `not-found` where it has no such one. */
export function showLanguage(files: ProjectFiles, tag: string): Result<readonly FileChange[]> {
  const all = listLanguages(files);
  const [now, next] = [all.find(({ isShown }) => isShown), all.find((one) => one.tag === tag)];
  if (!now || !next) return fail({ ...NOT_THERE, detail: tag });
  if (now === next) return ok([]);
  return ok([
    { path: RESUME_PATH, content: files[copyPath(next.tag)]! },
    { path: copyPath(next.tag), content: null },
    { path: copyPath(now.tag), content: files[RESUME_PATH]! },
    ...titleChanges(files, now.translation, next.translation),
  ]);
}

const NOT_THERE = {
  kind: "not-found",
  message: "The portfolio isn’t in this language.",
  nextStep: "Add the language first.",
  retryable: false,
} as const;

/** What takes a language away; where it is shown, the original is shown again. */
export function removeLanguage(files: ProjectFiles, tag: string): readonly FileChange[] {
  const all = listLanguages(files);
  const [gone, original] = [all.find((one) => one.tag === tag), all[0]];
  if (!gone || !original || gone === original || gone.translation === null) return [];
  if (!gone.isShown) return [{ path: copyPath(tag), content: null }];
  return [
    { path: RESUME_PATH, content: files[copyPath(original.tag)]! },
    { path: copyPath(original.tag), content: null },
    ...titleChanges(files, gone.translation, null),
  ];
}

const titlesOf = (files: ProjectFiles): readonly string[] => {
  const theme = readTheme(files);
  return theme.ok
    ? theme.value.sections.flatMap(({ title }) => (title?.trim() ? [title] : []))
    : [];
};

/** The sections' own titles go along with the language. */
function titleChanges(
  files: ProjectFiles,
  from: Translation | null,
  to: Translation | null,
): readonly FileChange[] {
  const theme = readTheme(files);
  if (!theme.ok || titlesOf(files).length === 0) return [];
  const sections = theme.value.sections.map((section) =>
    section.title?.trim()
      ? { ...section, title: wordFor(sourceOf(section.title, from), to) }
      : section,
  );
  const content = formatJson({ ...theme.value, sections });
  return effectiveChanges(files, [{ path: THEME_PATH, content }]);
}
