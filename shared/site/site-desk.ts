import type { FileContent } from "../project.ts";
import { CONTACT_STYLE, contactSection } from "./contact-form.ts";
import { NOTE_PAGE } from "./desk-paths.ts";

type Files = Readonly<Record<string, FileContent>>;

export interface Desk {
  /** Whether visitors can write to the site’s owner. */
  readonly hasForm: boolean;
  /**
   * The script that proves work and tells of clicks, under a path named after its content; `null`: it
   * couldn’t be had, and the page does without.
   */
  readonly island: { readonly path: string; readonly script: string } | null;
}

/** Where the words of a note stand in `NOTE_PAGE`. */
export const NOTE_SLOT = "<!--cv2web-note-->";

/** Where the form stands: above the quiet line below each page, where there is one, else last. */
const END_OF_PAGE =
  /<footer class="site-foot"(?![\s\S]*<footer class="site-foot")|<\/body>(?![\s\S]*(?:<\/body>|<footer class="site-foot"))/i;

const languageOf = (html: string) => /<html\b[^>]*\blang\s*=\s*["']?([\w-]+)/i.exec(html)?.[1];

/**
 * A finished site with what its visitors can do there: the contact form at the end of its pages where its
 * owner wants one, the island, and the page in the site’s look that answers a letter.
 */
export function withDesk(files: Files, { hasForm, island }: Desk): Files {
  const pages = Object.entries(files).filter(
    ([path]) => path.endsWith(".html") && path !== "404.html",
  );
  const script = island === null ? "" : `<script type="module" src="/${island.path}"></script>`;
  const marked = Object.fromEntries(
    pages.map(([path, content]) => {
      const html = String(content);
      const form = hasForm ? contactSection(languageOf(html) ?? "en") : "";
      const style = hasForm ? `<style>${CONTACT_STYLE}</style>` : "";
      return [
        path,
        html
          .replace(/<\/head>/i, (end) => style + end)
          .replace(END_OF_PAGE, (end) => form + end)
          .replace(/<\/body>(?![\s\S]*<\/body>)/i, (end) => script + end),
      ];
    }),
  );
  const first = files["index.html"];
  const note = first === undefined ? {} : { [NOTE_PAGE]: notePage(String(first)) };
  return { ...files, ...marked, ...note, ...(island && { [island.path]: island.script }) };
}

/** The first page’s head and look around nothing but a place for words; it runs no script and isn’t found. */
function notePage(html: string): string {
  const head = /<head\b[^>]*>([\s\S]*?)<\/head>/i.exec(html)?.[1] ?? "";
  const open = /<html\b[^>]*>/i.exec(html)?.[0] ?? "<html>";
  const body = /<body\b[^>]*>/i.exec(html)?.[0] ?? "<body>";
  const looks = head
    .replace(/<script\b[\s\S]*?<\/script>/gi, "")
    .replace(/<link\b(?![^>]*\brel\s*=\s*["']?(?:stylesheet|icon))[^>]*>/gi, "")
    .replace(
      /<meta\b[^>]*\b(?:property|name)\s*=\s*["']?(?:og:|twitter:|robots|description)[^>]*>/gi,
      "",
    )
    // Addresses that are relative to the first page mean another place below `/-/`.
    .replace(/(<link\b[^>]*\bhref\s*=\s*["'])(?![a-z]+:|\/)(?:\.\/)?/gi, "$1/")
    .replace(/\burl\((["']?)(?!["']|[a-z]+:|\/|#)(?:\.\/)?/gi, "url($1/");
  return `<!doctype html>${open}<head>${looks}<meta name="robots" content="noindex"><style>${CONTACT_STYLE}</style></head>${body}<main class="cv2web-contact" lang="en">${NOTE_SLOT}</main></body></html>`;
}
