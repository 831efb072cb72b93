import type { FileChange, ProjectFiles, ProjectPath } from "../project.ts";
import type { Theme } from "../theme.ts";
import { FONTS_CSS_PATH, FONTS_FOLDER, fontsCss } from "./fonts-css.ts";
import { contentsEqual } from "./same-content.ts";
import { findTypePair, fontFiles, TYPE_PAIRS } from "./type-pairs.ts";

/** WOFF2 files by file name (`type-pairs.ts` names them). */
export type FontFaces = Readonly<Record<string, Uint8Array>>;

const SHIPPED = new Set(TYPE_PAIRS.flatMap((pair) => fontFiles(pair).map((file) => file.name)));

/** Whether a path is one of the font files that type pairs bring, rather than the person's own. */
export const isShippedFont = (path: ProjectPath): boolean =>
  path.startsWith(FONTS_FOLDER) && SHIPPED.has(path.slice(FONTS_FOLDER.length));

/**
 * What makes the project's fonts those of the theme's pair: `src/fonts.css`, the missing files, and
 * the removal of files of other pairs. Fonts that the person added stay. A font id that isn't a pair
 * of ours is the person's own: nothing changes.
 */
export function projectFonts(
  files: ProjectFiles,
  theme: Theme,
  fontFaces: FontFaces,
): readonly FileChange[] {
  const pair = findTypePair(theme.fonts.id);
  if (!pair) return [];
  const wanted = fontFiles(pair).map((file) => file.name);
  const changes: FileChange[] = [{ path: FONTS_CSS_PATH, content: fontsCss(pair) }];
  for (const name of wanted) {
    const bytes = fontFaces[name];
    if (bytes) changes.push({ path: FONTS_FOLDER + name, content: bytes });
  }
  for (const path of Object.keys(files)) {
    if (isShippedFont(path) && !wanted.includes(path.slice(FONTS_FOLDER.length))) {
      changes.push({ path, content: null });
    }
  }
  return changes.filter(({ path, content }) => !contentsEqual(files[path] ?? null, content));
}
