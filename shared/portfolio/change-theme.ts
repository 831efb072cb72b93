import { THEME_PATH, type FileChange, type ProjectFiles } from "../project.ts";
import type { Theme } from "../theme.ts";
import { effectiveChanges } from "./apply-changes.ts";
import { formatJson } from "./format-json.ts";
import { projectFonts, type FontFaces } from "./project-fonts.ts";
import { readTheme } from "./read-theme.ts";

/**
 * What makes the project's look this theme. The fonts are written only when the type pair changes
 * (or when the look couldn't be read before), so that `src/fonts.css` may be edited by hand.
 */
export function changeTheme(
  files: ProjectFiles,
  theme: Theme,
  fontFaces: FontFaces,
): readonly FileChange[] {
  const before = readTheme(files);
  const samePair = before.ok && before.value.fonts.id === theme.fonts.id;
  return [
    ...effectiveChanges(files, [{ path: THEME_PATH, content: formatJson(theme) }]),
    ...(samePair ? [] : projectFonts(files, theme, fontFaces)),
  ];
}
