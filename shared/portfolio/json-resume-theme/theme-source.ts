import { fail, ok, type Result } from "../../failure.ts";
import type { ProjectFiles } from "../../project.ts";
import { formatJson } from "../format-json.ts";
import type { TemplateSource } from "../template-source.ts";
import { AS_THEMES_EXPECT } from "./as-themes-expect.ts";
import { RENDER_THEME } from "./render-theme.ts";

/** npm's rules for a name, and the themes' own custom. */
const PACKAGE = /^(?:@[a-z0-9][a-z0-9._-]*\/)?jsonresume-theme-[a-z0-9][a-z0-9._-]*$/;
const LONGEST_NAME = 214;

/** Whether a project's template is a JSON Resume theme rather than one of ours. */
export const isThemePackage = (template: string): boolean =>
  PACKAGE.test(template) && template.length <= LONGEST_NAME;

/**
 * The package that a person means: `even`, `jsonresume-theme-even`, its page on npm. Fails with
 * `invalid` when it can't be the name of a theme.
 */
export function themePackage(typed: string): Result<string> {
  const name = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?npmjs\.(?:com|org)\/package\//, "")
    .replace(/^npm (?:i|install|add) +/, "")
    .replace(/[/?#]+$/, "");
  const whole = /jsonresume-theme-/.test(name) ? name : `jsonresume-theme-${name}`;
  if (isThemePackage(whole)) return ok(whole);
  return fail({
    kind: "invalid",
    message: `“${typed.trim()}” can’t be the name of a JSON Resume theme.`,
    nextStep: "Their packages are called jsonresume-theme-…: type “even”, for example.",
    retryable: false,
  });
}

/**
 * A project that shows a JSON Resume theme from npm: Vite and a small plug-in that renders the theme with
 * `src/data/resume.json`. It needs Node. @param name as `themePackage` gives it
 */
export function themeSource(name: string): TemplateSource {
  const files: ProjectFiles = {
    ".gitignore": "node_modules\ndist\n",
    "README.md": readme(name),
    "as-themes-expect.js": AS_THEMES_EXPECT,
    "index.html": indexHtml(name),
    "package.json": formatJson({
      name: "portfolio",
      private: true,
      version: "1.0.0",
      type: "module",
      scripts: { dev: "vite", build: "vite build", preview: "vite preview" },
      dependencies: { [name]: "latest" },
      devDependencies: { vite: "8.3.8" },
    }),
    "render-theme.js": RENDER_THEME,
    "vite.config.js": viteConfig(name),
  };
  return {
    manifest: {
      id: name,
      name: name.replace(/^(?:@[^/]+\/)?jsonresume-theme-/, ""),
      idea: "A JSON Resume theme from npm.",
      order: 0,
      typePairs: ["newsreader"],
      palettes: ["ink"],
    },
    files,
  };
}

const viteConfig = (name: string) => `import { defineConfig } from "vite";
import { jsonResumeTheme } from "./render-theme.js";

// \`base: "./"\` lets the built site live in any folder of any host.
export default defineConfig({ base: "./", plugins: [jsonResumeTheme("${name}")] });
`;

const indexHtml = (name: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>${name}</title>
  </head>
  <body style="font: 16px/1.5 system-ui; max-width: 40rem; margin: 3rem auto; padding: 0 1rem">
    <p>${name} is rendered by Node: the page shows as soon as it runs.</p>
  </body>
</html>
`;

const readme = (name: string) => `# Portfolio

A résumé shown by [${name}](https://www.npmjs.com/package/${name}), a [JSON Resume](https://jsonresume.org) theme.

    npm install
    npm run dev

The content is in \`src/data/resume.json\`. \`render-theme.js\` renders it with the theme; \`as-themes-expect.js\` gives
it the names that older themes read. Another theme: install it and name it in \`vite.config.js\`.
`;
