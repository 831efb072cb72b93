import type { ProjectFiles } from "../../../../shared/project.ts";
import { styleReferences } from "../compile/style-references.ts";
import type { Rendered } from "./site-inputs.ts";

/** Addresses of the built files, relative to the page, so that the site lives in any folder. */
export interface PageFiles {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** Style elements, whole: what is small enough to travel inside the page. */
  readonly inlineStyles: readonly string[];
  readonly preloads: readonly string[];
}

const MODULE_SCRIPT =
  /[ \t]*<script\b(?=[^>]*\btype\s*=\s*["']?module\b)(?=[^>]*\bsrc\s*=)[^>]*>\s*<\/script>\n?/gi;

/** index.html of the finished site: what prerender.mjs writes after `vite build`. */
export function pageHtml(source: string, page: Rendered | null, built: PageFiles): string {
  const links = [
    ...built.preloads.map(
      (href) => `<link rel="preload" href="${href}" as="font" type="font/woff2" crossorigin>`,
    ),
    ...built.inlineStyles,
    ...built.styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    ...built.scripts.map((src) => `<script type="module" crossorigin src="${src}"></script>`),
  ];
  const own = source
    .replace(MODULE_SCRIPT, "")
    .replace(/(<\/head>)/i, () => `  ${links.join("\n    ")}\n  </head>`);
  if (page === null) return own;
  return own
    .replace(/<html[^>]*>/, () => `<html lang="${page.lang}" dir="${page.dir}">`)
    .replace("<!--head-->", () => page.head)
    .replace("<!--app-->", () => page.app);
}

/** `/icon.svg` in index.html is a file of `public/`; beside the page it is `./icon.svg`. */
export function relativeToPage(html: string, files: ProjectFiles): string {
  return html.replace(
    /(\b(?:href|src|content)\s*=\s*["'])\/([^"'/][^"'?#]*)/gi,
    (whole, before: string, path: string) =>
      Object.hasOwn(files, `public/${path}`) ? `${before}./${path}` : whole,
  );
}

const FACE = /@font-face\s*\{[^}]*\}/g;

/**
 * The font file that sets the largest text in Latin letters: asked for early, it is there when the
 * page first paints.
 * @param css built CSS, its addresses relative to `assets/`
 */
export function displayFont(css: string, displayStack: string): string | null {
  const family = /^\s*["']?([^"',]+)/.exec(displayStack)?.[1]?.trim();
  if (!family) return null;
  for (const [face] of css.matchAll(FACE)) {
    const name = /font-family:\s*["']?([^"';}]+)/.exec(face)?.[1]?.trim();
    if (name !== family || /font-style:\s*(italic|oblique)/.test(face)) continue;
    const range = /unicode-range:\s*([^;}]+)/.exec(face)?.[1];
    if (range !== undefined && !/u\+0{0,4}-0{0,2}ff|u\+\?\?(?![0-9a-f?])/i.test(range)) continue;
    const url = styleReferences(face).find(({ value }) => value.endsWith(".woff2"))?.value;
    if (url) return url.replace(/^\.\//, "./assets/");
  }
  return null;
}
