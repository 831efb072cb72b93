import { fail, ok, type Result } from "../failure.ts";
import {
  RESUME_PATH,
  THEME_PATH,
  type FileChange,
  type FileContent,
  type ProjectFiles,
  type ProjectPath,
} from "../project.ts";
import type { Theme } from "../theme.ts";
import { changesBetween, fileAt } from "./apply-changes.ts";
import { createProject, type FontFaces, type TemplateSource } from "./create-project.ts";
import { defaultTheme } from "./default-theme.ts";
import { FONTS_CSS_PATH } from "./fonts-css.ts";
import { isShippedFont } from "./project-fonts.ts";
import { formatJson } from "./format-json.ts";
import { readResume } from "./read-resume.ts";
import { readTheme } from "./read-theme.ts";
import { contentsEqual } from "./same-content.ts";
import { findTypePair } from "./type-pairs.ts";

export interface TemplateChange {
  readonly files: ProjectFiles;
  /** The template that the project was made from; `null` when that can't be had: then all its files count as edited. */
  readonly from: TemplateSource | null;
  readonly to: TemplateSource;
  readonly fontFaces: FontFaces;
}

/**
 * What turns a project into one of another template (R2.4). The person's own goes along: résumé,
 * look as far as it was chosen, files they added, files of the shared core that they edited, and
 * packages they added. Files of the old template that they never touched go. Files of it that they
 * did edit and that have no place in the new one are kept, out of the way of the build, in
 * `from-{template}/`. Fails with `invalid` when the résumé can't be read.
 */
export function changeTemplate(change: TemplateChange): Result<readonly FileChange[]> {
  const { files, from, to, fontFaces } = change;
  const resume = readResume(files);
  if (!resume.ok) return fail(resume.failure);
  const theme = themeAfterSwitch(files, from, to);
  const created = createProject({ resume: resume.value, template: to, theme, fontFaces });
  const next = new Map(Object.entries(created));
  const aside = `from-${templateName(files, from)}/`;
  for (const [path, content] of Object.entries(files)) {
    if (path === "package.json") {
      next.set(path, carriedManifest(files, from, created));
      continue;
    }
    if (path === FONTS_CSS_PATH && findTypePair(theme.fonts.id) === null) {
      next.set(path, content);
      continue;
    }
    const fate = fateOf(path, content, from, fileAt(created, path), fileAt(to.files, path));
    if (fate === "stays") next.set(path, content);
    if (fate === "aside") next.set(aside + path, content);
  }
  return ok(changesBetween(files, Object.fromEntries(next)));
}

const templateName = (files: ProjectFiles, from: TemplateSource | null): string => {
  const theme = readTheme(files);
  return from?.manifest.id ?? (theme.ok ? theme.value.template : "before");
};

/** What the theme decides: written anew. Fonts that the person added are theirs. */
const isLook = (path: ProjectPath) =>
  path === THEME_PATH || path === FONTS_CSS_PATH || isShippedFont(path);

type Fate = "as-created" | "stays" | "aside";

/** What becomes of one of the project's files. `created` is the new template's file at its path. */
function fateOf(
  path: ProjectPath,
  mine: FileContent,
  from: TemplateSource | null,
  created: FileContent | null,
  target: FileContent | null,
): Fate {
  const origin = from ? fileAt(from.files, path) : null;
  if (isLook(path) || path === LOCK_PATH || contentsEqual(mine, created)) {
    return path === LOCK_PATH && isSharedEdit(mine, origin, target) ? "stays" : "as-created";
  }
  if (path === RESUME_PATH) return "stays";
  if (path === "README.md") return isUntouchedReadme(mine, origin) ? "as-created" : "stays";
  if (contentsEqual(mine, origin)) return "as-created";
  if (target !== null) return isSharedEdit(mine, origin, target) ? "stays" : "aside";
  return from !== null && origin === null ? "stays" : "aside";
}

const LOCK_PATH = "package-lock.json";

/** An edit of a file that both templates have alike: it fits the new one too. */
const isSharedEdit = (
  mine: FileContent,
  origin: FileContent | null,
  target: FileContent | null,
): boolean => origin !== null && contentsEqual(origin, target) && !contentsEqual(mine, origin);

const withoutHeading = (text: string) => text.replace(/^# .*/, "");

const isUntouchedReadme = (mine: FileContent, origin: FileContent | null): boolean =>
  typeof mine === "string" &&
  typeof origin === "string" &&
  withoutHeading(mine) === withoutHeading(origin);

/**
 * The look that a switch of template gives: mode, density, sections, palette and fonts go along where
 * they were chosen rather than the old template's own, text size, the portrait's shape
 * and the touches wherever they were chosen. Its type pair is the one to load fonts for.
 */
export function themeAfterSwitch(
  files: ProjectFiles,
  from: TemplateSource | null,
  to: TemplateSource,
): Theme {
  const standard = defaultTheme(to);
  const present = readTheme(files);
  if (!present.ok) return standard;
  const mine = present.value;
  const was = from ? defaultTheme(from) : null;
  const chosen = <K extends "palette" | "fonts" | "mode" | "density">(key: K): Theme[K] =>
    was && formatJson(was[key]) === formatJson(mine[key]) ? standard[key] : mine[key];
  const optional = (key: "textSize" | "photoShape" | "touches") =>
    mine[key] ? { [key]: mine[key] } : {};
  const order = (theme: Theme) => formatJson(theme.sections);
  return {
    ...standard,
    mode: chosen("mode"),
    palette: chosen("palette"),
    fonts: chosen("fonts"),
    density: chosen("density"),
    ...optional("textSize"),
    ...optional("photoShape"),
    ...optional("touches"),
    sections: was && order(was) === order(mine) ? standard.sections : mine.sections,
  };
}

type Packages = Record<string, string>;
interface Manifest {
  name?: string;
  dependencies?: Packages;
  devDependencies?: Packages;
}

function parseManifest(files: ProjectFiles | undefined): Manifest {
  const text = files?.["package.json"];
  if (typeof text !== "string") return {};
  try {
    return JSON.parse(text) as Manifest;
  } catch {
    return {};
  }
}

/** The new template's `package.json` with the project's name and the packages that the person added. */
function carriedManifest(
  files: ProjectFiles,
  from: TemplateSource | null,
  created: ProjectFiles,
): string {
  const [mine, was, next] = [files, from?.files, created].map(parseManifest) as [
    Manifest,
    Manifest,
    Manifest,
  ];
  const added = (kind: "dependencies" | "devDependencies"): Packages =>
    Object.fromEntries(
      Object.entries(mine[kind] ?? {}).filter(([name]) => from && !was[kind]?.[name]),
    );
  const merged = { ...next, ...(mine.name ? { name: mine.name } : {}) };
  for (const kind of ["dependencies", "devDependencies"] as const) {
    if (Object.keys(added(kind)).length > 0) merged[kind] = { ...added(kind), ...next[kind] };
  }
  return formatJson(merged);
}
