/** The same, byte for byte, in every template. */
export const CORE_FILES = [
  ".gitignore",
  "index.html",
  "prerender.mjs",
  "tsconfig.json",
  "src/Page.tsx",
  "src/format.ts",
  "src/head.ts",
  "src/main.tsx",
  "src/prerender.tsx",
  "src/resume.ts",
  "src/theme.ts",
  "src/touches.ts",
  "src/words.ts",
] as const;
